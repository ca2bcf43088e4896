package org.relais.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * What a chosen password must be: ten characters or more, any characters, and not what everybody who knows the person
 * would try first. No rule on kinds of characters, no expiry (OWASP ASVS 5.0, 6.2).
 */
final class PasswordRules {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int DISTINCT = 5;
    private static final int TELLING = 4;

    private PasswordRules() {}

    static Outcome<Account> check(Account account, String old, String wanted) {
        long length = wanted.codePoints().count();
        if (length < SHORTEST || length > LONGEST) {
            return refused("access.password-length", Integer.toString(SHORTEST), Integer.toString(LONGEST));
        }
        if (wanted.equals(old)) {
            return refused("access.password-same");
        }
        return tooEasy(account, folded(wanted)) ? refused("access.password-easy") : Outcome.done(account);
    }

    private static boolean tooEasy(Account account, String wanted) {
        if (wanted.chars().distinct().count() < DISTINCT) {
            return true;
        }
        List<String> known = List.of(folded(account.login()), folded(account.name()));
        String rest = wanted;
        for (String part : known) {
            rest = part.length() >= TELLING ? rest.replace(part, "") : rest;
        }
        for (String word : account.name().split("[\\s-]+")) {
            rest = word.length() >= TELLING ? rest.replace(folded(word), "") : rest;
        }
        return rest.length() < SHORTEST - TELLING;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s._-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Outcome<Account> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }
}
