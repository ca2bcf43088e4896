package org.relais.kernel;

import java.util.Locale;

/** The two languages of every screen and every sheet. */
public enum Language {
    FR(Locale.FRANCE),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code fr} or {@code en}: the suffix of message files and the {@code lang} of pages. */
    public String code() {
        return locale.getLanguage();
    }
}
