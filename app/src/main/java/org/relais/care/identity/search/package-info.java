/**
 * Finding people: the index of names, birth dates and numbers in primitive arrays, and the weighing of who fits a
 * question that may be misspelt. Owns no fact: it is told by the registry of patients what each record is found by, and
 * is made again whenever that is. Records are ordinals, charts the ordinals of the records that speak for them.
 *
 * <p>Invariants: what a record is no longer found by is gone from every list; the same records give the same answers,
 * in whatever order they were told.
 */
@NullMarked
package org.relais.care.identity.search;

import org.jspecify.annotations.NullMarked;
