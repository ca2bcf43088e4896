/**
 * Arrays outside the heap, in pages: what five million records take is neither walked by the collector nor counted by
 * {@code -Xmx}, and growing copies nothing large. Owns no fact. Invariants: what was never set reads as zero; bytes that are
 * given up are overwritten with zeros at once.
 */
@NullMarked
package org.relais.care.identity.pages;

import org.jspecify.annotations.NullMarked;
