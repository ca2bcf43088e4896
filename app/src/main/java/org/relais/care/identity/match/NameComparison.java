package org.relais.care.identity.match;

import java.util.Arrays;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Two names, folded. {@code SAME}; {@code CLOSE}: one slip, the same sound in French, the same parts in another order or
 * run together, or Jaro–Winkler ≥ 0.94; {@code NEAR}: Jaro–Winkler ≥ 0.86; {@code CUT}: one is the other cut short after a whole word;
 * {@code PART}: they share a whole part, or one is an initial of the other; {@code DIFFERENT}.
 */
public final class NameComparison {
    static final double CLOSE = 0.94;
    static final double NEAR = 0.86;
    private static final int SHORTEST = 4;
    private static final int HEARD = 3;
    private static final int LONGEST = 64;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final Set<String> PARTICLES = Set.of(
            "DE", "DU", "DES", "LA", "LE", "LES", "VAN", "VON", "BEN", "EL", "AL", "DA", "DI", "MC", "ST", "SAINT",
            "STE");

    private NameComparison() {}

    /** Whether two names sound alike: whoever compares many remembers their keys. */
    interface Ear {
        boolean alike();
    }

    public static Level level(String first, String second) {
        return level(first, second, () -> FrenchSound.alike(FrenchSound.key(first), FrenchSound.key(second)));
    }

    static Level level(String first, String second, Ear ear) {
        if (first.isEmpty() || second.isEmpty()) {
            return Level.MISSING;
        }
        if (first.equals(second)) {
            return Level.SAME;
        }
        String one = cut(first);
        String two = cut(second);
        int shorter = Math.min(one.length(), two.length());
        if (shorter >= SHORTEST && Edits.atMostOne(one, two)) {
            return Level.CLOSE;
        }
        double alike = SIMILARITY.apply(one, two);
        if (isCutShort(one, two) || isCutShort(two, one)) {
            return Level.CUT;
        }
        if ((alike >= CLOSE && shorter >= SHORTEST) || sameParts(one, two) || (shorter >= HEARD && ear.alike())) {
            return Level.CLOSE;
        }
        if (sharePart(one, two)) {
            return Level.PART;
        }
        boolean near = alike >= NEAR || (shorter >= 7 && Edits.atMostTwo(one, two));
        return near ? Level.NEAR : isInitial(one, two) ? Level.PART : Level.DIFFERENT;
    }

    private static String cut(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static boolean sameParts(String one, String two) {
        if (one.indexOf(' ') < 0 && two.indexOf(' ') < 0) {
            return false;
        }
        if (one.replace(" ", "").equals(two.replace(" ", ""))) {
            return true;
        }
        String[] left = one.split(" ");
        String[] right = two.split(" ");
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    private static boolean isCutShort(String whole, String start) {
        return start.length() > 2
                && whole.length() > start.length()
                && whole.charAt(start.length()) == ' '
                && whole.startsWith(start)
                && !PARTICLES.contains(start);
    }

    private static boolean sharePart(String one, String two) {
        if (one.indexOf(' ') < 0 && two.indexOf(' ') < 0) {
            return false;
        }
        for (String left : one.split(" ")) {
            for (String right : two.split(" ")) {
                if (left.length() > 2 && !PARTICLES.contains(left) && isPart(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPart(String left, String right) {
        return left.equals(right)
                || (Math.min(left.length(), right.length()) > SHORTEST && Edits.atMostOne(left, right));
    }

    private static boolean isInitial(String one, String two) {
        return Math.min(one.length(), two.length()) == 1 && one.charAt(0) == two.charAt(0);
    }
}
