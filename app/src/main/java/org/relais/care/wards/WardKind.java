package org.relais.care.wards;

/** What a ward does, as far as Relais behaves otherwise for it (expiry times, forms). */
public enum WardKind {
    MEDICINE,
    SURGERY,
    MATERNITY,
    NEONATOLOGY,
    PAEDIATRICS,
    EMERGENCY,
    INTENSIVE_CARE,
    DIALYSIS,
    THEATRE,
    PSYCHIATRY,
    REHABILITATION,
    LONG_STAY,
    OTHER,
    UNKNOWN
}
