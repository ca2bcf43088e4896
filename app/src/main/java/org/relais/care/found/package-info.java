/**
 * What was found elsewhere and read out by telephone: who said it, who heard it, whether it was read back. Owns the fact
 * {@code care.found}. A correction is another fact that names its original; neither is ever mixed with what a laboratory's
 * system said.
 */
@NullMarked
package org.relais.care.found;

import org.jspecify.annotations.NullMarked;
