/** The house as a whole. */
@NullMarked
package org.relais.wiring;

import org.jspecify.annotations.NullMarked;
