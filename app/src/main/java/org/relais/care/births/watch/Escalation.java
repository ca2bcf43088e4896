package org.relais.care.births.watch;

/**
 * Whom a review that stays unsigned is told to, one after the other: from when it is due, after one more interval, after two
 * ({@code docs/formats/watch.md}).
 */
public enum Escalation {
    /** The named midwife and her ward. */
    MIDWIFE,
    /** The obstetrician on call too. */
    OBSTETRICIAN,
    /** The medical crisis director too. */
    DMC
}
