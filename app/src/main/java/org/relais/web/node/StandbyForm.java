package org.relais.web.node;

import org.jspecify.annotations.Nullable;
import org.relais.upkeep.PackSettings;

/** What was filled in about standby packs, as the browser sent it. */
public record StandbyForm(
        @Nullable String on,
        @Nullable String folder,
        @Nullable String every,
        @Nullable String keep,
        @Nullable String stale,
        @Nullable String language) {

    static StandbyForm of(PackSettings settings) {
        return new StandbyForm(
                settings.on() ? "on" : null,
                settings.folder(),
                Integer.toString(settings.everyMinutes()),
                Integer.toString(settings.keep()),
                Integer.toString(settings.staleMinutes()),
                settings.language());
    }

    /** The settings asked for; a number that is none becomes -1, which no setting takes. */
    PackSettings settings() {
        return new PackSettings(
                switchedOn(), typed(folder), number(every), number(keep), number(stale), inEnglish() ? "en" : "fr");
    }

    public boolean switchedOn() {
        return "on".equals(on);
    }

    public boolean inEnglish() {
        return "en".equals(language);
    }

    /** What was typed, without spaces around it. */
    public static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static int number(@Nullable String text) {
        String digits = typed(text);
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    }
}
