package org.relais.care.identity.match;

import java.util.List;

/** How well two values of a field agree. What a level means in each field is said by the comparison of that field. */
public enum Level {
    /** One of the two says nothing: no evidence either way. */
    MISSING(0),
    SAME(1),
    /** Birth date with day and month exchanged; names each in the other's place. */
    SWAPPED(2),
    /** One slip of the keyboard, or the same sound. */
    CLOSE(3),
    /** One is the other cut short after a whole word: the first of several given names, half of a compound surname. */
    CUT(4),
    /** Alike, with more than one slip; two of the three parts of a date. */
    NEAR(5),
    /** They share a whole part: a word of a compound name, a date known to the year. */
    PART(6),
    DIFFERENT(7);

    static final int COUNT = values().length;
    private static final List<Level> ALL = List.of(values());

    private final int at;

    Level(int at) {
        this.at = at;
    }

    static Level numbered(int number) {
        return ALL.get(number);
    }

    /** Its column in a table of weights, and its four bits in a {@link Pattern}. */
    int at() {
        return at;
    }

    /** True when the two values may well be one value written twice. */
    public boolean isAlike() {
        return this != MISSING && this != DIFFERENT && this != PART;
    }

    /** The order from best to worst, {@link #MISSING} last but before {@link #DIFFERENT}. */
    boolean isBetterThan(Level other) {
        return rank() < other.rank();
    }

    int rank() {
        return switch (this) {
            case SAME -> 0;
            case SWAPPED -> 1;
            case CLOSE -> 2;
            case CUT -> 3;
            case NEAR -> 4;
            case PART -> 5;
            case MISSING -> 6;
            case DIFFERENT -> 7;
        };
    }
}
