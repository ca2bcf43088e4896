package org.relais.care.identity.rniv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;

/**
 * The text of an INS DataMatrix (ANS, "Datamatrix INS"): header {@code IS01} and 22 zeros, then fields in any order, each
 * two characters of name and a value. S1 number (15), S5 sex (1), S6 birth date {@code JJ-MM-AAAA} (10) and S7 birthplace
 * (5) are of fixed length; S2 OID (20 at most), S3 given names and S4 birth surname (100 at most) end with GS (0x1D), which
 * some scanners drop: then they end where the next name of a field begins, which is certain, since a name holds no digit
 * and an OID no letter. A code that ends with a variable field without its GS may have been cut: it
 * is refused.
 */
public final class InsMatrix {
    private static final Pattern HEADER = Pattern.compile("IS010{22}");
    private static final char GS = 0x1d;

    private static final Map<Character, Pattern> FORMS = Map.of(
            '1', Pattern.compile("[0-9AB]{15}"),
            '2', Pattern.compile("[0-9](?:[0-9.]{0,18}[0-9])?"),
            '3', Pattern.compile("[A-Z'][A-Z' -]{0,99}?(?=\u001d|S[1-7]|$)"),
            '4', Pattern.compile("[A-Z'][A-Z' -]{0,99}?(?=\u001d|S[1-7]|$)"),
            '5', Pattern.compile("[MFI]"),
            '6', Pattern.compile("\\d{2}-\\d{2}-\\d{4}"),
            '7', Pattern.compile("(?:\\d{2}|2[AB])\\d{3}"));

    private static final String VARIABLE = "234";

    private final String text;
    private final Map<Character, String> values = new HashMap<>();
    private int at = 26;

    private InsMatrix(String text) {
        this.text = text;
    }

    /** Whether a text says that it is one. */
    public static boolean is(String text) {
        return HEADER.matcher(text).lookingAt();
    }

    /**
     * Reads it whole or not at all.
     *
     * @return {@code refused.ins.header}, {@code refused.ins.field} (its name), {@code refused.ins.twice} (its name),
     *     {@code refused.ins.cut} (its name), {@code refused.ins.unknown}, {@code refused.ins.date}, {@code refused.ins.key}
     */
    public static Outcome<InsCard> read(String scanned) {
        String text = scanned.replaceAll("[\r\n ]+$", "");
        return is(text) ? new InsMatrix(text).card() : refused("refused.ins.header");
    }

    private Outcome<InsCard> card() {
        while (at < text.length()) {
            Optional<Problem> wrong = field();
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
        }
        if (values.isEmpty()) {
            return refused("refused.ins.unknown");
        }
        String place = values.get('7');
        return number().then(number -> birth().then(birth -> Outcome.done(new InsCard(
                number.orElse(null),
                values.get('2'),
                values.get('3'),
                values.get('4'),
                sex(values.get('5')),
                birth.orElse(null),
                place == null ? null : new Birthplace(place)))));
    }

    private Optional<Problem> field() {
        char name = at + 1 < text.length() ? text.charAt(at + 1) : '?';
        Pattern form = FORMS.get(name);
        if (text.charAt(at) != 'S' || form == null) {
            return problem("refused.ins.unknown");
        }
        if (values.containsKey(name)) {
            return problem("refused.ins.twice", "S" + name);
        }
        Matcher value = form.matcher(text).region(at + 2, text.length()).useTransparentBounds(true);
        if (!value.lookingAt() || (name == '7' && value.group().startsWith("00"))) {
            return problem("refused.ins.field", "S" + name);
        }
        values.put(name, value.group());
        at = value.end();
        boolean closed = at < text.length() && text.charAt(at) == GS;
        at += closed ? 1 : 0;
        boolean cut = VARIABLE.indexOf(name) >= 0 && !closed && at == text.length();
        return cut ? problem("refused.ins.cut", "S" + name) : Optional.empty();
    }

    private Outcome<Optional<Nir>> number() {
        String said = values.get('1');
        if (said == null) {
            return Outcome.done(Optional.empty());
        }
        return Nir.read(said) instanceof Outcome.Done<Nir>(Nir number)
                ? Outcome.done(Optional.of(number))
                : refused("refused.ins.key");
    }

    private Outcome<Optional<LocalDate>> birth() {
        String said = values.get('6');
        if (said == null) {
            return Outcome.done(Optional.empty());
        }
        try {
            return Outcome.done(Optional.of(LocalDate.of(
                    Integer.parseInt(said.substring(6)),
                    Integer.parseInt(said.substring(3, 5)),
                    Integer.parseInt(said.substring(0, 2)))));
        } catch (DateTimeException noDay) {
            return refused("refused.ins.date");
        }
    }

    private static @Nullable Sex sex(@Nullable String said) {
        if (said == null) {
            return null;
        }
        return switch (said) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            default -> Sex.INDETERMINATE;
        };
    }

    private static Optional<Problem> problem(String key, String... args) {
        return Optional.of(Problem.of(Problem.Category.INCORRECT, key, args));
    }

    private static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }
}
