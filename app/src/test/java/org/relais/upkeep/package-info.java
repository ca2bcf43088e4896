@NullMarked
package org.relais.upkeep;

import org.jspecify.annotations.NullMarked;
