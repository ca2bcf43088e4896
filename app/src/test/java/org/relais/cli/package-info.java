/** The command line, tried. */
@NullMarked
package org.relais.cli;

import org.jspecify.annotations.NullMarked;
