package org.relais.care.identity.rniv;

import java.util.Locale;
import java.util.regex.Pattern;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * Where somebody was born, by the official geographical code of INSEE (COG): five characters; {@code 99} and three digits
 * for a country abroad.
 */
public record Birthplace(String code) {
    private static final Pattern FORM = Pattern.compile("(?:\\d{2}|2[AB])\\d{3}");
    public static final Birthplace UNKNOWN = new Birthplace("99999");

    public Birthplace {
        if (!FORM.matcher(code).matches() || code.startsWith("00")) {
            throw new IllegalArgumentException("no such place");
        }
    }

    /** {@code refused.birthplace} when it is not of the form it must have. */
    public static Outcome<Birthplace> read(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replace(" ", "");
        return FORM.matcher(plain).matches() && !plain.startsWith("00")
                ? Outcome.done(new Birthplace(plain))
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.birthplace"));
    }

    public boolean abroad() {
        return code.startsWith("99") && !equals(UNKNOWN);
    }
}
