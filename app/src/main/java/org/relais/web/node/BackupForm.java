package org.relais.web.node;

import org.jspecify.annotations.Nullable;
import org.relais.upkeep.BackupSettings;

/** What was filled in about backups by the clock, as the browser sent it. */
public record BackupForm(
        @Nullable String on,
        @Nullable String folder,
        @Nullable String every,
        @Nullable String keep,
        @Nullable String stale,
        @Nullable String drill,
        @Nullable String key) {

    static BackupForm of(BackupSettings settings) {
        return new BackupForm(
                settings.on() ? "on" : null,
                settings.folder(),
                Integer.toString(settings.everyHours()),
                Integer.toString(settings.keep()),
                Integer.toString(settings.staleHours()),
                Integer.toString(settings.drillDays()),
                FormKey.fresh());
    }

    BackupSettings settings() {
        return new BackupSettings(
                switchedOn(),
                StandbyForm.typed(folder),
                StandbyForm.number(every),
                StandbyForm.number(keep),
                StandbyForm.number(stale),
                StandbyForm.number(drill));
    }

    public boolean switchedOn() {
        return "on".equals(on);
    }

    public String typed(@Nullable String text) {
        return StandbyForm.typed(text);
    }
}
