package org.relais.care.identity.match;

import java.util.List;

/** What two records are compared on. Names are compared together: either may stand in the other's place. */
public enum Field {
    /** Birth and used surnames, each against each; the closest pair counts. */
    SURNAME(0),
    /** Given names. */
    GIVEN_NAME(1),
    /** Whether surname and given name stand in the same places; says something only where the names agree. */
    NAME_ORDER(2),
    BIRTH_DATE(3),
    SEX(4),
    BIRTHPLACE(5),
    ADDRESS(6),
    POSTCODE(7),
    /** Town of residence, or whatever place a list has. */
    PLACE(8),
    PHONE(9),
    /** National or local number. */
    IDENTIFIER(10);

    private static final List<Field> ALL = List.of(values());
    static final int COUNT = values().length;

    private final int at;

    Field(int at) {
        this.at = at;
    }

    static Field numbered(int number) {
        return ALL.get(number);
    }

    /** Its row in a table of weights, and its place in a {@link Pattern}. */
    int at() {
        return at;
    }

    /** True for what members of one household share: it says little between them. */
    boolean isShared() {
        return this == ADDRESS || this == POSTCODE || this == PLACE || this == PHONE;
    }
}
