package org.relais.paper;

import org.relais.kernel.Dates;
import org.relais.kernel.Language;

/** What every layout of one print needs: the stamp, the words, the times and the typesetter. */
record Kit(Stamp stamp, Words words, Moments moments, Fonts fonts, Setter setter) {
    private static final String NUMBER = "[<>≤≥]? ?-?\\d+\\.\\d+";

    static Kit of(Stamp stamp) {
        Words words = Words.in(stamp.language());
        Fonts fonts = Fonts.shared();
        return new Kit(stamp.checked(), words, new Moments(stamp, words), fonts, new Setter(fonts));
    }

    String say(String key) {
        return words.say(key);
    }

    String unknown() {
        return words.say("unknown");
    }

    /** The text, or <em>not known</em>: no place on paper is left blank by ignorance. */
    String known(String text) {
        return text.isBlank() ? unknown() : text;
    }

    /** A value as received; only the decimal point follows the language. */
    String value(String received) {
        boolean comma = stamp.language() == Language.FR && received.matches(NUMBER);
        return comma ? received.replace('.', ',') : received;
    }

    /** A unit, alone or after a dose, as people write it. */
    String unit(String received) {
        return Dates.unit(received, stamp.language());
    }

    /** A reference range as received, with the decimal points of the language. */
    String range(String received) {
        boolean comma = stamp.language() == Language.FR && received.matches("[\\d.\\s<>≤≥–-]+");
        return comma ? received.replace('.', ',') : received;
    }

    String crisisLine() {
        return stamp.crisis().t0() == null
                ? ""
                : moments.sinceCut(stamp.crisis().t0());
    }
}
