/**
 * The only place that knows every room: configuration and assembly.
 */
@NullMarked
package org.relais.wiring;

import org.jspecify.annotations.NullMarked;
