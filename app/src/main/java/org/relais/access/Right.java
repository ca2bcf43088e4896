package org.relais.access;

/** What may be done; each page and each command asks for one. */
public enum Right {
    FIND_PATIENTS,
    /** Identity and place. */
    SEE_IDENTITY,
    OPEN_CHARTS,
    PRINT_CHARTS,
    PRINT_EVERY_WARD,
    DECLARE_CRISIS,
    SEE_FEEDS,
    /** Raw text of messages: health data. */
    SEE_QUARANTINE,
    SEE_STRUCTURE,
    CHANGE_STRUCTURE,
    MANAGE_ACCOUNTS,
    BACK_UP,
    SEE_TRACES
}
