package org.relais.care.identity;

/** Why one patient could be taken for another, what is likeliest to be mixed up first. */
public enum Resemblance {
    /** Same surname, first given name and birth date: perhaps one person with two records. */
    DOUBLE,
    /** Born the same day of the same mother. */
    TWIN,
    /** Same surname and birth date, another given name: twins, or brothers and sisters registered alike. */
    SAME_DAY,
    /** Same surname and first given name. */
    HOMONYM,
    /** Names one letter apart, or that sound the same. */
    NEAR
}
