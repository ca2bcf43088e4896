package org.relais.care.identity.search;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.relais.care.identity.match.FrenchSound;

/** How a typed word may stand for a known one: whole, by its beginning, by sound, by one letter, or merely alike. */
final class Likeness {
    /** Jaro–Winkler similarity under which two words are two names. */
    private static final double ALIKE = 0.80;

    private static final int LETTERS = 128;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_KNOWN = 3;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final String typed;
    private final String sound;
    /** How often each letter is typed; and a copy to count down on. */
    private final int[] letters = new int[LETTERS];

    private final int[] left = new int[LETTERS];

    Likeness(String typed) {
        this.typed = typed;
        this.sound = FrenchSound.key(typed);
        for (int at = 0; at < typed.length(); at++) {
            letters[typed.charAt(at) & (LETTERS - 1)]++;
        }
    }

    How to(String known) {
        if (known.startsWith(typed)) {
            return known.length() == typed.length() ? How.WHOLE : How.BEGINNING;
        }
        boolean slip = isOneSlip(typed, known);
        if (!mayBeAlike(known) || SIMILARITY.apply(typed, known) < ALIKE) {
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

    /** Whether the similarity may reach {@link #ALIKE}: never less than it is, and quickly known. */
    private boolean mayBeAlike(String known) {
        System.arraycopy(letters, 0, left, 0, LETTERS);
        int common = 0;
        for (int at = 0; at < known.length(); at++) {
            if (left[known.charAt(at) & (LETTERS - 1)]-- > 0) {
                common++;
            }
        }
        int begun = 0;
        while (begun < Math.min(typed.length(), known.length()) && typed.charAt(begun) == known.charAt(begun)) {
            begun++;
        }
        double most = ((double) common / typed.length() + (double) common / known.length() + 1) / 3;
        return most + 0.1 * begun * (1 - most) >= ALIKE - 1e-9;
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
