/**
 * Kits: sealed boxes of pochettes, each with bands, labels and forms that bear one downtime number. Owns the fact
 * {@code prepare.kit}; the numbers, and to whom a box was handed, are {@code care.identity.numbers}'. Invariants: two boxes
 * never hold the same number; a box that was handed over is not printed again.
 */
@NullMarked
package org.relais.prepare.kits;

import org.jspecify.annotations.NullMarked;
