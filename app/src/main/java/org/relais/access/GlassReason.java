package org.relais.access;

/** Why somebody opens a chart outside her own wards. */
public enum GlassReason {
    /** A life is in danger. */
    EMERGENCY,
    /** The patient is on her way, or lies here and the screens do not know it yet. */
    ARRIVING,
    /** A colleague asked for advice. */
    ADVICE,
    /** On call, or lent to another ward. */
    ON_CALL,
    /** Said in the writer's own words. */
    OTHER
}
