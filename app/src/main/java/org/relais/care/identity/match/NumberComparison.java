package org.relais.care.identity.match;

import java.util.List;
import org.relais.care.identity.rniv.Nir;

/**
 * Numbers (phone, postcode, identifier): {@code SAME}; {@code CLOSE}, one slip, from four characters on; {@code NEAR}, two
 * slips, from seven on; {@code DIFFERENT}. Of two national numbers that both bear their right key neither is a slip of the
 * other: those of twins, given one after another, lie two digits apart.
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

    /** Two numbers of a person for life. */
    static Level ofPersons(String one, String two) {
        Level level = level(one, two);
        boolean slip = level == Level.CLOSE || level == Level.NEAR;
        return slip && Nir.isRight(one) && Nir.isRight(two) ? Level.DIFFERENT : level;
    }

    /** The best level between any two of them: a person may have many numbers. */
    static Level best(List<String> ones, List<String> twos) {
        Level best = Level.MISSING;
        for (String one : ones) {
            for (String two : twos) {
                Level level = ofPersons(one, two);
                best = best == Level.MISSING || level.isBetterThan(best) ? level : best;
            }
        }
        return best;
    }
}
