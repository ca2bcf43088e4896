package org.relais.care.identity.match;

import java.util.List;

/**
 * Numbers (phone, postcode, identifier): {@code SAME}; {@code CLOSE}, one slip, from four characters on; {@code NEAR}, two
 * slips, from seven on; {@code DIFFERENT}.
 */
public final class NumberComparison {
    private static final int FOR_ONE = 4;
    private static final int FOR_TWO = 7;

    private NumberComparison() {}

    public static Level level(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return Level.MISSING;
        }
        if (one.equals(two)) {
            return Level.SAME;
        }
        int shorter = Math.min(one.length(), two.length());
        if (shorter >= FOR_ONE && Edits.atMostOne(one, two)) {
            return Level.CLOSE;
        }
        return shorter >= FOR_TWO && Edits.atMostTwo(one, two) ? Level.NEAR : Level.DIFFERENT;
    }

    /** The best level between any two of them: a person may have many numbers. */
    static Level best(List<String> ones, List<String> twos) {
        Level best = Level.MISSING;
        for (String one : ones) {
            for (String two : twos) {
                Level level = level(one, two);
                best = best == Level.MISSING || level.isBetterThan(best) ? level : best;
            }
        }
        return best;
    }
}
