/** Figures, measured side by side with a peer in one run. Nothing here is part of the product. */
@NullMarked
package org.relais.bench;

import org.jspecify.annotations.NullMarked;
