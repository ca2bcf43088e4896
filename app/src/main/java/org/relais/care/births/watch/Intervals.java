package org.relais.care.births.watch;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * After how many minutes a review is due, in this hospital: the fact {@code care.ctg-intervals}, without a subject.
 *
 * @param active      in active labour
 * @param pushing     while pushing
 * @param validatedBy who answers for them; empty for those Relais begins with (15 and 5, {@code domain/wards.md})
 * @param occurredAt  when they were validated
 */
public record Intervals(int active, int pushing, String validatedBy, Instant occurredAt) {
    public static final Intervals DEFAULT = new Intervals(15, 5, "", Instant.EPOCH);
    /** The longest that may be validated, in minutes. */
    public static final int LONGEST = 60;

    static final FactType<Intervals> TYPE = FactType.of("care.ctg-intervals", 1, Intervals.class);

    /** Minutes in a phase. */
    public int minutes(Phase phase) {
        return switch (phase) {
            case ACTIVE_LABOUR -> active;
            case PUSHING -> pushing;
        };
    }

    public boolean validated() {
        return !validatedBy.isEmpty();
    }

    boolean possible() {
        return 1 <= pushing && pushing <= active && active <= LONGEST;
    }
}
