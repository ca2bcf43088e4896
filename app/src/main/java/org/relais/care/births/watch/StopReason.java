package org.relais.care.births.watch;

/** Why a watch ends. */
public enum StopReason {
    BORN,
    TO_THEATRE,
    TRANSFERRED,
    LABOUR_STOPPED,
    PUT_BY_MISTAKE,
    OTHER
}
