package org.relais.paper;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.relais.kernel.Language;

/** The texts of paper in one language: {@code i18n/paper_fr.properties} and {@code paper_en.properties}. */
final class Words {
    private static final Map<Language, Words> ALL = new ConcurrentHashMap<>();
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    private Words(Language language) {
        locale = language.locale();
        bundle = ResourceBundle.getBundle(
                "i18n.paper",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Language language) {
        return ALL.computeIfAbsent(language, Words::new);
    }

    String say(String key) {
        return plain.computeIfAbsent(
                key, wanted -> new MessageFormat(bundle.getString(wanted), locale).format(new Object[0]));
    }

    String say(String key, String first, String... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = first;
        System.arraycopy(more, 0, args, 1, more.length);
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** The text of the key, else the code itself: what is received is never lost for want of a word. */
    String sayOr(String key, String code) {
        return bundle.containsKey(key) ? say(key) : code;
    }

    /** Words with one form for one and another for more: {@code key.one}, {@code key.many}. */
    String count(String key, int count) {
        return say(one(count) ? key + ".one" : key + ".many", Integer.toString(count));
    }

    private boolean one(int count) {
        return count == 1 || (count == 0 && locale.getLanguage().equals(Language.FR.code()));
    }
}
