package org.relais.cli;

import java.util.Locale;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;

/** The words of the command line, in the language of the machine: French where it is French, else English. */
final class Words {
    private Words() {}

    static Texts here() {
        return in(language());
    }

    static Texts in(Language language) {
        return Texts.of(language, "cli", "problems", "access", "feeds", "care", "paper", "upkeep");
    }

    static Language language() {
        return Locale.getDefault().getLanguage().equals("fr") ? Language.FR : Language.EN;
    }
}
