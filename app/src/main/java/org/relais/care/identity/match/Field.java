package org.relais.care.identity.match;

/** What two records are compared on. Names are compared together: either may stand in the other's place. */
public enum Field {
    /** Birth and used surnames, each against each; the closest pair counts. */
    SURNAME,
    /** Given names. */
    GIVEN_NAME,
    /** Whether surname and given name stand in the same places; says something only where the names agree. */
    NAME_ORDER,
    BIRTH_DATE,
    SEX,
    BIRTHPLACE,
    ADDRESS,
    POSTCODE,
    /** Town of residence, or whatever place a list has. */
    PLACE,
    PHONE,
    /** National or local number. */
    IDENTIFIER;

    static final int COUNT = values().length;

    /** Its row in a table of weights, and its place in a {@link Pattern}. */
    int at() {
        return ordinal();
    }

    /** True for what members of one household share: it says little between them. */
    boolean isShared() {
        return this == ADDRESS || this == POSTCODE || this == PLACE || this == PHONE;
    }
}
