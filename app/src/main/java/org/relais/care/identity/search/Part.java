package org.relais.care.identity.search;

/** What of an identity a part of a question was found in. */
public enum Part {
    BIRTH_NAME(0),
    USED_NAME(1),
    OTHER_NAME(2),
    FIRST_GIVEN(3),
    GIVEN(4),
    BIRTH_DATE(5),
    NUMBER(6);

    static final Part[] ALL = values();

    /** Its place in {@link #ALL}. */
    final int place;

    Part(int place) {
        this.place = place;
    }

    boolean isSurname() {
        return this == BIRTH_NAME || this == USED_NAME || this == OTHER_NAME;
    }
}
