package org.relais.web.shell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;

/** Every text that pages show, in both languages, loaded once. */
public final class Words {
    /** Rooms whose texts appear on screen. */
    static final String[] ROOMS = {
        "problems",
        "feeds",
        "care",
        "identity",
        "labels",
        "births",
        "watch",
        "access",
        "shell",
        "webcare",
        "webcommand",
        "webnode",
        "upkeep"
    };

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    public Words() {
        for (Language language : Language.values()) {
            String[] present = Arrays.stream(ROOMS)
                    .filter(room -> Words.class.getResource("/i18n/" + room + "_fr.properties") != null)
                    .toArray(String[]::new);
            texts.put(language, Texts.of(language, present));
        }
    }

    public Texts in(Language language) {
        Texts found = texts.get(language);
        if (found == null) {
            throw new IllegalArgumentException(language.name());
        }
        return found;
    }
}
