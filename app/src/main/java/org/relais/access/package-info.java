/**
 * People, sessions, rights, and the trace of every access to health data.
 */
@NullMarked
package org.relais.access;

import org.jspecify.annotations.NullMarked;
