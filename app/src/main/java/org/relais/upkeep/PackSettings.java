package org.relais.upkeep;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.relais.journal.FactType;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * How standby packs are made: a fact that replaces the one before.
 *
 * @param on           false: none are made, and that is shown
 * @param folder       absolute path of the folder, or of the place where the USB key is mounted
 * @param everyMinutes age at which a ward's pack is made again
 * @param keep         how many generations of each ward are kept
 * @param staleMinutes age of a ward's last good pack from which the alarm is shown
 * @param language     {@code fr} or {@code en}
 */
public record PackSettings(boolean on, String folder, int everyMinutes, int keep, int staleMinutes, String language) {
    public static final FactType<PackSettings> TYPE = FactType.of("upkeep.pack-settings", 1, PackSettings.class);

    /** What holds until somebody says otherwise: nothing is made, for nobody said where. */
    public static final PackSettings NONE = new PackSettings(false, "", 60, 3, 180, "fr");

    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_KEPT = 50;

    Duration every() {
        return Duration.ofMinutes(everyMinutes);
    }

    Duration stale() {
        return Duration.ofMinutes(staleMinutes);
    }

    Path path() {
        return Path.of(folder);
    }

    /** These settings, or what is wrong with them. */
    Outcome<PackSettings> checked() {
        if (everyMinutes < LEAST_MINUTES || everyMinutes > MOST_MINUTES) {
            return refused("upkeep.settings.every", LEAST_MINUTES, MOST_MINUTES);
        }
        if (keep < 1 || keep > MOST_KEPT) {
            return refused("upkeep.settings.keep", 1, MOST_KEPT);
        }
        if (staleMinutes < everyMinutes) {
            return refused("upkeep.settings.stale", everyMinutes, MOST_MINUTES);
        }
        return on && !absolute(folder) ? refused("upkeep.settings.folder", 0, 0) : Outcome.done(this);
    }

    static boolean absolute(String folder) {
        try {
            return !folder.isBlank() && Path.of(folder).isAbsolute();
        } catch (InvalidPathException malformed) {
            return false;
        }
    }

    private static Outcome<PackSettings> refused(String key, int least, int most) {
        return Outcome.refused(
                Problem.of(Problem.Category.INCORRECT, key, Integer.toString(least), Integer.toString(most)));
    }
}
