package org.relais.care.identity.rniv;

import java.text.Normalizer;
import java.util.Map;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * A name as the RNIV writes it: A to Z, space, apostrophe, hyphen; never beginning with a space or a hyphen. Diacritics fold
 * to their base letter, Œ to OE, Æ to AE, and so do the strokes of Ø, Ł and Đ; typographic apostrophes, hyphens and spaces
 * to the plain ones; spaces in a row to one. A character that folds to none of these is refused, never dropped.
 */
public final class TraitText {
    private static final Map<String, String> FOLDED = Map.ofEntries(
            Map.entry("Œ", "OE"),
            Map.entry("Æ", "AE"),
            Map.entry("Ø", "O"),
            Map.entry("Ł", "L"),
            Map.entry("Đ", "D"),
            Map.entry("’", "'"),
            Map.entry("‘", "'"),
            Map.entry("ʼ", "'"),
            Map.entry("´", "'"),
            Map.entry("‐", "-"),
            Map.entry("‑", "-"),
            Map.entry("–", "-"),
            Map.entry("\u00A0", " "),
            Map.entry("\u202F", " "),
            Map.entry("\u2009", " "),
            Map.entry("\t", " "));

    private static final int LONGEST = 100;

    private TraitText() {}

    /**
     * The name as it is to be written.
     *
     * @return {@code refused.trait.empty}, {@code refused.trait.long} (longest), {@code refused.trait.hyphen},
     *     {@code refused.trait.letter} (the character)
     */
    public static Outcome<String> transcribed(String text) {
        StringBuilder plain = new StringBuilder();
        for (int letter : text.strip().codePoints().toArray()) {
            String folded = folded(letter);
            if (folded.isEmpty()) {
                return refused("refused.trait.letter", Character.toString(letter));
            }
            if (!(folded.equals(" ") && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ')) {
                plain.append(folded.equals("\u0000") ? "" : folded);
            }
        }
        String written = plain.toString().strip();
        if (written.chars().noneMatch(letter -> isLetter((char) letter))) {
            return refused("refused.trait.empty");
        }
        if (written.length() > LONGEST) {
            return refused("refused.trait.long", Integer.toString(LONGEST));
        }
        return written.startsWith("-") ? refused("refused.trait.hyphen") : Outcome.done(written);
    }

    /** What a character is written as; U+0000 for a mark that belongs to the letter before it; empty for none. */
    private static String folded(int letter) {
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
            return "\u0000";
        }
        String capital = Character.toString(Character.toUpperCase(letter));
        String known = FOLDED.get(capital);
        if (known != null) {
            return known;
        }
        StringBuilder base = new StringBuilder();
        Normalizer.normalize(capital, Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(base::appendCodePoint);
        boolean plain = base.length() == 1 && (isLetter(base.charAt(0)) || " '-".indexOf(base.charAt(0)) >= 0);
        return plain ? base.toString() : FOLDED.getOrDefault(base.toString(), "");
    }

    private static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static Outcome<String> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }
}
