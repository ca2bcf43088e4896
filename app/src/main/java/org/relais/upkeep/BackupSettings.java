package org.relais.upkeep;

import java.time.Duration;
import org.relais.journal.FactType;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * How backups are made: a fact that replaces the one before.
 *
 * @param on         false: none are made by themselves, and that is shown
 * @param folder     absolute path of the folder, on another disk than the data
 * @param everyHours age at which a backup is made again
 * @param keep       how many are kept: what was forgotten is in the older ones until they go
 * @param staleHours age of the last good backup from which the alarm is shown
 * @param drillDays  age of the last drill from which a drill is done, 0 for never by itself
 */
public record BackupSettings(boolean on, String folder, int everyHours, int keep, int staleHours, int drillDays) {
    public static final FactType<BackupSettings> TYPE = FactType.of("upkeep.backup-settings", 1, BackupSettings.class);

    /** What holds until somebody says otherwise. */
    public static final BackupSettings NONE = new BackupSettings(false, "", 24, 7, 48, 7);

    private static final int MOST_HOURS = 31 * 24;
    private static final int MOST_KEPT = 100;
    private static final int MOST_DAYS = 366;

    Duration every() {
        return Duration.ofHours(everyHours);
    }

    Outcome<BackupSettings> checked() {
        if (everyHours < 1 || everyHours > MOST_HOURS) {
            return refused("upkeep.settings.hours", 1, MOST_HOURS);
        }
        if (keep < 1 || keep > MOST_KEPT) {
            return refused("upkeep.settings.keep", 1, MOST_KEPT);
        }
        if (staleHours < everyHours) {
            return refused("upkeep.settings.stale-hours", everyHours, MOST_HOURS);
        }
        if (drillDays < 0 || drillDays > MOST_DAYS) {
            return refused("upkeep.settings.drill", 0, MOST_DAYS);
        }
        return on && !PackSettings.absolute(folder) ? refused("upkeep.settings.folder", 0, 0) : Outcome.done(this);
    }

    private static Outcome<BackupSettings> refused(String key, int least, int most) {
        return Outcome.refused(
                Problem.of(Problem.Category.INCORRECT, key, Integer.toString(least), Integer.toString(most)));
    }
}
