package org.relais.care.identity.search;

/** Which records are one patient's. */
public interface Grouping {
    /** Whether a record shares its chart with others. */
    boolean isLinked(int record);

    /** The record that speaks for a record's chart. */
    int root(int record);

    /** Every record of a record's chart. */
    int[] members(int record);
}
