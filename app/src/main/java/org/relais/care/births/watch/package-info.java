/**
 * Women watched in labour and what is written while one bleeds after birth: {@code domain/wards.md}, maternity. Owns the facts
 * {@code care.ctg-placed}, {@code care.ctg-reviewed}, {@code care.ctg-stopped}, {@code care.ctg-intervals},
 * {@code care.haemorrhage-started}, {@code care.haemorrhage-act} and {@code care.haemorrhage-ended}. Nothing here reads a trace or advises a
 * dose: Relais says when a review is due, who signed the last one, and what was written.
 */
@NullMarked
package org.relais.care.births.watch;

import org.jspecify.annotations.NullMarked;
