package org.relais.paper;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the DataMatrix of a wristband or a document label holds (ISO/IEC 16022, ECC 200, square):
 * {@code RELAIS1|<kind>|<number>|<print>} and, on a newborn's band, {@code |<mother's number>}. The kind is there so that
 * a label stuck on paper can never pass for the band on the wrist. Holds no name.
 *
 * @param kind   what it was stuck on
 * @param number as the hospital or Relais gave it: 1 to 30 letters, digits, dots, hyphens or slashes
 * @param print  1 for the first print of its kind for this number, then 2, 3…; 0 when printed in advance in a kit
 * @param mother matching number of the mother, on a newborn's band only; else empty
 */
public record LabelCode(Kind kind, String number, int print, String mother) {
    private static final String NUMBER = "[0-9A-Za-z][0-9A-Za-z./-]{0,29}";
    private static final Pattern FIT = Pattern.compile(NUMBER);
    private static final Pattern WRITTEN =
            Pattern.compile("RELAIS1\\|([A-Z])\\|(" + NUMBER + ")\\|(0|[1-9][0-9]{0,4})(?:\\|(" + NUMBER + "))?");

    /** What a code is stuck on; its letter is stable for ever. */
    public enum Kind {
        BAND("B"),
        NEWBORN_BAND("N"),
        DOCUMENT("D");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }
    }

    public LabelCode {
        if (!fits(number) || (!mother.isEmpty() && !fits(mother)) || print < 0) {
            throw new IllegalArgumentException("a number that can not stand in a code");
        }
        if (!mother.isEmpty() && kind != Kind.NEWBORN_BAND) {
            throw new IllegalArgumentException("only a newborn's band names a mother");
        }
    }

    /** Whether a number can stand in a code. */
    public static boolean fits(String number) {
        return FIT.matcher(number).matches();
    }

    /** Reads a code back; empty when it is none. */
    public static Optional<LabelCode> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String mother = parts.group(4) == null ? "" : parts.group(4);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.letter().equals(parts.group(1)))
                .filter(kind -> mother.isEmpty() || kind == Kind.NEWBORN_BAND)
                .findFirst()
                .map(kind -> new LabelCode(kind, parts.group(2), Integer.parseInt(parts.group(3)), mother));
    }

    public String text() {
        String text = "RELAIS1|" + kind.letter() + "|" + number + "|" + print;
        return mother.isEmpty() ? text : text + "|" + mother;
    }
}
