package org.relais.care.identity.search;

import java.util.BitSet;

/** Which records are one patient's. */
public interface Grouping {
    /** Whether a record shares its chart with others. */
    boolean isLinked(int record);

    /** Those of some records that share their chart with others. */
    BitSet linked(BitSet records);

    /** The record that speaks for a record's chart. */
    int root(int record);

    /** Every record of a record's chart. */
    int[] members(int record);
}
