/** Births on screen: a child written down, its bands, separations and reunions, the register of deliveries. */
@NullMarked
package org.relais.web.care.births;

import org.jspecify.annotations.NullMarked;
