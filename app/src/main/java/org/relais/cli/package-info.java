/**
 * The command line. A face, like web.
 */
@NullMarked
package org.relais.cli;

import org.jspecify.annotations.NullMarked;
