package org.relais.kernel;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

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
        return format(pattern, new MessageFormat(pattern, locale), args);
    }

    /** Whole numbers are written as {@link Dates#count} writes them, in either language. */
    private static String format(String pattern, MessageFormat format, Object... args) {
        Format[] formats = format.getFormatsByArgumentIndex();
        Object[] shown = args.clone();
        for (int i = 0; i < shown.length; i++) {
            Format own = i < formats.length ? formats[i] : null;
            if (own instanceof DecimalFormat number && !pattern.contains("{" + i + ",choice")) {
                DecimalFormatSymbols symbols = number.getDecimalFormatSymbols();
                symbols.setGroupingSeparator(Dates.THIN);
                number.setDecimalFormatSymbols(symbols);
                format.setFormatByArgumentIndex(i, number);
            } else if (!pattern.contains("{" + i + ",") && (shown[i] instanceof Long || shown[i] instanceof Integer)) {
                shown[i] = Dates.count(((Number) shown[i]).longValue());
            }
        }
        return format.format(shown);
    }

    /** What a problem says, and what to do where a hint is known. */
    public String of(Problem problem) {
        Object[] args = problem.args().toArray();
        String hint = problem.messageKey() + ".hint";
        String said = get(problem.messageKey(), args);
        return has(hint) ? String.join(" ", List.of(said, get(hint, args))) : said;
    }
}
