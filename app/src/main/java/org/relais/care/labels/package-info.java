/**
 * Bands and labels that were printed for patients. Owns the facts {@code care.labels} and
 * {@code care.labels-sent}. Invariant: each print of a kind for a
 * patient has the number after the one before, and every print after the first says why.
 */
@NullMarked
package org.relais.care.labels;

import org.jspecify.annotations.NullMarked;
