/** The product as people and systems meet it: the packaged jar, a real browser, real MLLP. */
@NullMarked
package org.relais.e2e;

import org.jspecify.annotations.NullMarked;
