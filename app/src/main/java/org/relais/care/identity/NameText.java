package org.relais.care.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are compared: capitals A to Z and digits, diacritics folded to their base letter (É → E, Œ → OE), words
 * apart wherever something else stood (space, hyphen, apostrophe). For comparing only, never for showing.
 */
public final class NameText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private NameText() {}

    /** The words of a text, in order. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        String plain = plain(text);
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (isKept(letter)) {
                word.append(letter);
            } else if (!word.isEmpty() && Character.getType(letter) != Character.NON_SPACING_MARK) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** The words of the first of some given names, which spaces part: JEAN and PAUL of "Jean-Paul Louis". */
    public static List<String> firstGiven(String given) {
        return SPACES.splitAsStream(given)
                .map(NameText::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The words joined by one space: equal for two writings of one name. */
    public static String fold(String text) {
        return String.join(" ", words(text));
    }

    /** A number as it is compared: capitals and digits alone, without spaces, dots or hyphens. */
    public static String number(String text) {
        return String.join("", words(text));
    }

    private static boolean isKept(char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }

    private static String plain(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int at = 0; at < capitals.length(); at++) {
            if (capitals.charAt(at) > 127) {
                return Normalizer.normalize(ligatures(capitals), Normalizer.Form.NFD);
            }
        }
        return capitals;
    }

    private static String ligatures(String capitals) {
        return capitals.replace("Œ", "OE")
                .replace("Æ", "AE")
                .replace("Ø", "O")
                .replace("Ł", "L")
                .replace("Đ", "D");
    }
}
