package org.relais.care.identity.rniv;

import java.util.Locale;
import java.util.regex.Pattern;
import org.relais.kernel.Identifier;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/** A number of SINUS, the national register of victims of mass accidents: an alias whose inside means nothing here. */
public record Sinus(String value) {
    public static final String AUTHORITY = "SINUS";
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9/.-]{3,29}");

    /** {@code refused.sinus} when it is not 4 to 30 letters, digits, dots, hyphens or slashes. */
    public static Outcome<Sinus> read(String text) {
        String plain = text.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches()
                ? Outcome.done(new Sinus(plain))
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.sinus"));
    }

    public Identifier identifier() {
        return new Identifier(AUTHORITY, "SINUS", value);
    }
}
