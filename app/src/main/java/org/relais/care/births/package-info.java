/**
 * Births: which newborn is whose, its rank, its bands, and every separation and reunion. Owns the facts {@code care.birth},
 * {@code care.birth-banded}, {@code care.birth-separation}, {@code care.birth-reunion}, {@code care.birth-mismatch} and
 * {@code care.birth-annulled}, all about the newborn. Invariants: no separation before the bands; none, and no reunion,
 * without both bands read and found to be of this child and this mother; a secret birth is written without its mother;
 * a number of the register is never given twice.
 */
@NullMarked
package org.relais.care.births;

import org.jspecify.annotations.NullMarked;
