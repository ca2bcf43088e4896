package org.relais.care.identity.search;

/** What of an identity a part of a question was found in. */
public enum Part {
    BIRTH_NAME,
    USED_NAME,
    OTHER_NAME,
    FIRST_GIVEN,
    GIVEN,
    BIRTH_DATE,
    NUMBER;

    static final Part[] ALL = values();

    boolean isSurname() {
        return this == BIRTH_NAME || this == USED_NAME || this == OTHER_NAME;
    }
}
