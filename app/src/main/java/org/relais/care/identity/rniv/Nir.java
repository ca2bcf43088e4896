package org.relais.care.identity.rniv;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * A NIR or NIA with its key, fifteen characters: sex, year, month, department (Corsica 2A, 2B), commune, order; key =
 * 97 less the first thirteen modulo 97, 2A read as 19 and 2B as 18.
 */
public record Nir(String number) {
    private static final Pattern FORM = Pattern.compile("([1-478]\\d{4}(?:\\d{2}|2[AB])\\d{6})(\\d{2})");

    public Nir {
        if (!isRight(number)) {
            throw new IllegalArgumentException("no such NIR");
        }
    }

    /** Key of the first thirteen characters. */
    public static int key(String first13) {
        long number = Long.parseLong(first13.replace("2A", "19").replace("2B", "18"));
        return (int) (97 - number % 97);
    }

    /** Whether its form and its key are right. */
    public static boolean isRight(String number) {
        Matcher parts = FORM.matcher(number);
        return parts.matches() && key(parts.group(1)) == Integer.parseInt(parts.group(2));
    }

    /** {@code refused.nir} when its form or its key is wrong; spaces do not count. */
    public static Outcome<Nir> read(String text) {
        String plain = text.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        return isRight(plain)
                ? Outcome.done(new Nir(plain))
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.nir"));
    }
}
