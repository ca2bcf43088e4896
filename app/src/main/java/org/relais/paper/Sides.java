package org.relais.paper;

/** How a pack will be printed. Two patients never share a sheet either way. */
public enum Sides {
    ONE,
    /** Backs that would be empty become pages of notes of the same patient. */
    TWO
}
