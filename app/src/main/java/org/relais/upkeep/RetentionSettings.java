package org.relais.upkeep;

import java.time.Duration;
import org.relais.journal.FactType;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * When patients are forgotten: a fact that replaces the one before.
 *
 * @param on   false: nobody is, and that is shown
 * @param days how long after the last news of somebody who lies nowhere in the hospital
 */
public record RetentionSettings(boolean on, int days) {
    public static final FactType<RetentionSettings> TYPE =
            FactType.of("upkeep.retention-settings", 1, RetentionSettings.class);

    /** What holds until somebody says otherwise. */
    public static final RetentionSettings USUAL = new RetentionSettings(true, 30);

    private static final int LEAST = 7;
    private static final int MOST = 3650;

    Duration length() {
        return Duration.ofDays(days);
    }

    Outcome<RetentionSettings> checked() {
        return days < LEAST || days > MOST
                ? Outcome.refused(Problem.of(
                        Problem.Category.INCORRECT,
                        "upkeep.settings.days",
                        Integer.toString(LEAST),
                        Integer.toString(MOST)))
                : Outcome.done(this);
    }
}
