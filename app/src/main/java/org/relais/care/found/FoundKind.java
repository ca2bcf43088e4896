package org.relais.care.found;

/** Kinds of information that are looked for elsewhere, in the order they are asked for. */
public enum FoundKind {
    ALLERGY,
    TREATMENT,
    HISTORY,
    LAB,
    BLOOD_GROUP,
    IMAGING,
    DOCUMENT,
    PREGNANCY,
    WEIGHT,
    LIMITS_OF_CARE,
    ISOLATION,
    DEVICE,
    APPOINTMENT,
    CONTACT,
    IDENTITY,
    OTHER
}
