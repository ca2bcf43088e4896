package org.relais.kernel;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The words of one room in one language: {@code i18n/<room>_{fr,en}.properties}, UTF-8, each a
 * {@link MessageFormat} (apostrophes doubled). A key that is missing shows as {@code ??key??}; a test finds it first.
 */
public final class Texts {
    private final Locale locale;
    private final Map<String, String> patterns;

    private Texts(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** The texts of several rooms together; a key belongs to one room only. */
    public static Texts of(Language language, String... rooms) {
        Map<String, String> patterns = new HashMap<>();
        for (String room : rooms) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "i18n." + room,
                    language.locale(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                patterns.put(key, bundle.getString(key));
            }
        }
        return new Texts(language.locale(), Map.copyOf(patterns));
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The text of a key with its arguments filled in. */
    public String get(String key, Object... args) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            return "??" + key + "??";
        }
        return format(pattern, args);
    }

    /** Whole numbers are written as {@link Dates#count} writes them, in either language, and so inside choices. */
    private String format(String pattern, Object... args) {
        Object[] shown = args.clone();
        String spelled = pattern;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] instanceof Long || shown[i] instanceof Integer) {
                if (pattern.contains("{" + i + ",")) {
                    spelled = spelled.replace("{" + i + "}", "{" + i + ",number,integer}");
                } else {
                    shown[i] = Dates.count(((Number) shown[i]).longValue());
                }
            }
        }
        MessageFormat format = new MessageFormat(spelled, locale);
        Format[] own = format.getFormats();
        for (int n = 0; n < own.length; n++) {
            switch (own[n]) {
                case DecimalFormat number -> format.setFormat(n, parted(number));
                case ChoiceFormat choice -> format.setFormat(n, filled(choice, args));
                case null, default -> {}
            }
        }
        return format.format(shown);
    }

    private static DecimalFormat parted(DecimalFormat number) {
        DecimalFormatSymbols symbols = number.getDecimalFormatSymbols();
        symbols.setGroupingSeparator(Dates.THIN);
        symbols.setMinusSign(Dates.MINUS);
        number.setDecimalFormatSymbols(symbols);
        return number;
    }

    /** The same choice between texts whose arguments are filled in; a brace that came with one is no argument. */
    private ChoiceFormat filled(ChoiceFormat choice, Object... args) {
        String[] texts = Stream.of(choice.getFormats())
                .map(Object::toString)
                .map(text -> text.indexOf('{') < 0 ? text : format(text, args))
                .map(text ->
                        text.indexOf('{') < 0 ? text : text.replace("'", "''").replace("{", "'{'"))
                .toArray(String[]::new);
        return new ChoiceFormat(choice.getLimits(), texts);
    }

    /** What a problem says, and what to do where a hint is known. */
    public String of(Problem problem) {
        Object[] args = problem.args().toArray();
        String hint = problem.messageKey() + ".hint";
        String said = get(problem.messageKey(), args);
        return has(hint) ? String.join(" ", List.of(said, get(hint, args))) : said;
    }
}
