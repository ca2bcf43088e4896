package org.relais.care.identity.search;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.relais.care.identity.match.FrenchSound;

/** How a typed word may stand for a known one: whole, by its beginning, by sound, by one letter, or merely alike. */
final class Likeness {
    /** Jaro–Winkler similarity under which two words are two names. */
    private static final double ALIKE = 0.80;

    private static final int SHORTEST = 4;
    private static final int SHORTEST_KNOWN = 3;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final String typed;
    private final String sound;

    Likeness(String typed) {
        this.typed = typed;
        this.sound = FrenchSound.key(typed);
    }

    How to(String known) {
        if (known.startsWith(typed)) {
            return known.length() == typed.length() ? How.WHOLE : How.BEGINNING;
        }
        boolean slip = isOneSlip(typed, known);
        if (SIMILARITY.apply(typed, known) < ALIKE) {
            return slip && typed.length() > 1 && known.length() > 1 ? How.ALIKE : How.NONE;
        }
        if (typed.length() >= SHORTEST && known.length() >= SHORTEST_KNOWN) {
            if (sound.length() > 1 && sound.equals(FrenchSound.key(known))) {
                return How.SOUND;
            }
            if (slip) {
                return How.LETTER;
            }
        }
        return How.ALIKE;
    }

    /** Whether two words are one letter apart: one more, one less, another, or two neighbours exchanged. */
    static boolean isOneSlip(String one, String other) {
        int apart = one.length() - other.length();
        if (apart > 1 || apart < -1) {
            return false;
        }
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = Math.max(one.length(), other.length()) - start - end;
        return left <= 1
                || (left == 2
                        && apart == 0
                        && one.charAt(start) == other.charAt(start + 1)
                        && one.charAt(start + 1) == other.charAt(start));
    }
}
