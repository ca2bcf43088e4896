/** Pages about who may see what: identity alone, bris de glace and its review. */
@NullMarked
package org.relais.web.access;

import org.jspecify.annotations.NullMarked;
