package org.relais.care.labels;

/** Why a band or label is printed again. */
public enum ReprintReason {
    LOST,
    DAMAGED,
    UNREADABLE,
    MOVED,
    /** The identity was corrected: those printed before are to be destroyed. */
    CORRECTED,
    /** Those printed before are used up. */
    MORE,
    PRINTER_FAILED
}
