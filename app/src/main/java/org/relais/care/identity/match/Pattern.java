package org.relais.care.identity.match;

/**
 * The levels of all fields of one pair, packed in a {@code long}: four bits a field, the first field lowest. What
 * expectation and maximisation counts.
 */
public final class Pattern {
    /** Nothing is known in common. */
    public static final long NONE = 0;

    private Pattern() {}

    public static long with(long pattern, Field field, Level level) {
        int shift = field.at() * 4;
        return (pattern & ~(15L << shift)) | ((long) level.at() << shift);
    }

    public static Level level(long pattern, Field field) {
        return Level.numbered(ordinal(pattern, field.at()));
    }

    static int ordinal(long pattern, int field) {
        return (int) (pattern >>> (field * 4)) & 15;
    }
}
