package org.relais.care.identity;

import org.relais.kernel.RecordKey;

/**
 * Why two records are one patient.
 *
 * @param merged whether the second is an alias of the first, by a merge or a change of number; else both stand, linked
 */
public record Tie(boolean merged, RecordKey record, RecordKey other) {}
