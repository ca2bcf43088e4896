package org.relais.kernel;

/** Administrative sex (HL7 v2 PID-8, RNIV trait). */
public enum Sex {
    FEMALE,
    MALE,
    /** Indeterminate, or said to be other. */
    INDETERMINATE,
    /** Not said. */
    UNKNOWN
}
