package org.relais.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A keyboard layout: which key makes which character, and what a key makes. Keys are named by their place (UI Events
 * {@code code}), as Windows has them: US (KBDUS) and French AZERTY (KBDFR).
 */
enum Keyboard {
    US(
            "Digit1:1!",
            "Digit2:2@",
            "Digit3:3#",
            "Digit4:4$",
            "Digit5:5%",
            "Digit6:6^",
            "Digit7:7&",
            "Digit8:8*",
            "Digit9:9(",
            "Digit0:0)",
            "Minus:-_",
            "Equal:=+",
            "BracketLeft:[{",
            "BracketRight:]}",
            "Backslash:\\|",
            "Semicolon:;:",
            "Quote:'\"",
            "Backquote:`~",
            "Comma:,<",
            "Period:.>",
            "Slash:/?",
            "Space:  ",
            "letters:QWERTYUIOPASDFGHJKLZXCVBNM"),
    FR(
            "Digit1:&1",
            "Digit2:é2~",
            "Digit3:\"3#",
            "Digit4:'4{",
            "Digit5:(5[",
            "Digit6:-6|",
            "Digit7:è7`",
            "Digit8:_8\\",
            "Digit9:ç9^",
            "Digit0:à0@",
            "Minus:)°]",
            "Equal:=+}",
            "BracketLeft:\0\0",
            "BracketRight:$£¤",
            "Backslash:*µ",
            "Quote:ù%",
            "Backquote:²",
            "IntlBackslash:<>",
            "KeyM:,?",
            "Comma:;.",
            "Period::/",
            "Slash:!§",
            "Space:  ",
            "letters:AZERTYUIOPQSDFGHJKLWXCVBN",
            "Semicolon:mM");

    private static final String PLACES = "QWERTYUIOPASDFGHJKLZXCVBNM";

    @SuppressWarnings("ImmutableEnumChecker") // written by the constructor only
    private final Map<Stroke, Character> made = new HashMap<>();

    @SuppressWarnings("ImmutableEnumChecker") // written by the constructor only
    private final Map<Character, Stroke> strokes = new HashMap<>();

    /**
     * One key pressed.
     *
     * @param level 0 plain, 1 with Shift, 2 with AltGr
     */
    record Stroke(String code, int level) {}

    Keyboard(String... keys) {
        for (String key : keys) {
            String code = key.substring(0, key.indexOf(':'));
            String signs = key.substring(code.length() + 1);
            if (code.equals("letters")) {
                letters(signs);
            } else {
                for (int level = 0; level < signs.length(); level++) {
                    put(new Stroke(code, level), signs.charAt(level));
                }
            }
        }
    }

    /** Letters in the order of their places; the French keyboard ends one key earlier. */
    private void letters(String signs) {
        for (int i = 0; i < signs.length(); i++) {
            String code = "Key" + PLACES.charAt(i);
            put(new Stroke(code, 0), Character.toLowerCase(signs.charAt(i)));
            put(new Stroke(code, 1), signs.charAt(i));
        }
    }

    private void put(Stroke stroke, char sign) {
        made.put(stroke, sign);
        strokes.putIfAbsent(sign, stroke);
    }

    /** How this layout types a text. */
    List<Stroke> type(String text) {
        return text.chars()
                .mapToObj(sign -> Objects.requireNonNull(strokes.get((char) sign), name() + " has no " + (char) sign))
                .toList();
    }

    /** What a key makes under this layout; null for nothing, or for the first half of an accent. */
    @Nullable
    Character makes(Stroke stroke) {
        Character sign = made.get(stroke);
        return sign == null || sign == 0 ? null : sign;
    }

    /** What a text typed under another layout looks like on this one. */
    String seen(String text, Keyboard typedAs) {
        StringBuilder seen = new StringBuilder();
        for (Stroke stroke : typedAs.type(text)) {
            seen.append(Objects.requireNonNullElse(makes(stroke), '\uFFFD').charValue());
        }
        return seen.toString();
    }
}
