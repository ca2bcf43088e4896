package org.relais.care.identity.desk;

import java.time.Duration;
import java.time.Instant;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * When an act happened, and for whom it is written down (saisie déléguée); who types is the entry's author.
 *
 * @param forWhom whose act it is; empty when it is the author's own
 * @param via     how it reached the author
 */
public record Told(Instant occurredAt, String forWhom, Via via) {
    public static final int LONGEST = 120;
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(60);

    /** How an act reached whoever types it. */
    public enum Via {
        SELF,
        PHONE,
        RUNNER,
        SHEET
    }

    public static Told now(Instant now) {
        return new Told(now, "", Via.SELF);
    }

    public boolean delegated() {
        return via != Via.SELF;
    }

    /** This, unless it is still to come, too old, for nobody named though it came by somebody, or came in no way. */
    public Outcome<Told> checked(Instant now) {
        if (occurredAt.isAfter(now.plus(CLOCK_ERROR))) {
            return refused("refused.told.future");
        }
        if (occurredAt.isBefore(now.minus(OLDEST))) {
            return refused("refused.told.old", Long.toString(OLDEST.toDays()));
        }
        if (!delegated() && !forWhom.isBlank()) {
            return refused("refused.told.via");
        }
        if (forWhom.length() > LONGEST || (delegated() && forWhom.isBlank())) {
            return refused("refused.told.for", Integer.toString(LONGEST));
        }
        return Outcome.done(this);
    }

    private static Outcome<Told> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }
}
