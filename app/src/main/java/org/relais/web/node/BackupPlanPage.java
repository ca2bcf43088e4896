package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * Backups by the clock, and the drill.
 *
 * @param last  the last good one, or null
 * @param drill what the last drill came to, in words; empty before any
 * @param busy  a backup or a drill is under way
 */
public record BackupPlanPage(
        List<StandbyPage.AlarmLine> alarms,
        BackupForm settings,
        @Nullable Moment last,
        String lastFile,
        @Nullable Moment drilledAt,
        boolean drillSound,
        String drill,
        boolean busy,
        List<FormError> errors,
        String saved) {

    BackupPlanPage wrong(BackupForm typed, List<FormError> wrong) {
        return new BackupPlanPage(
                alarms,
                new BackupForm(
                        typed.on(),
                        typed.folder(),
                        typed.every(),
                        typed.keep(),
                        typed.stale(),
                        typed.drill(),
                        settings.key()),
                last,
                lastFile,
                drilledAt,
                drillSound,
                drill,
                busy,
                wrong,
                "");
    }

    BackupPlanPage saved(String text) {
        return new BackupPlanPage(alarms, settings, last, lastFile, drilledAt, drillSound, drill, busy, errors, text);
    }
}
