package org.relais.command;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.FeedName;
import org.relais.kernel.Who;

/**
 * Where the crisis stands.
 *
 * @param t0       the moment of the declaration; null while all is well
 * @param reason   as typed by who declared; empty while all is well
 * @param by       who declared, or null
 * @param frozen   feeds whose listener is closed
 * @param lastChange when it was last declared or lifted, or null
 */
public record CrisisState(
        @Nullable Instant t0,
        String reason,
        @Nullable Who by,
        Set<FeedName> frozen,
        @Nullable Instant lastChange) {
    /** All is well: nothing was declared. */
    public static final CrisisState WATCH = new CrisisState(null, "", null, Set.of(), null);

    public boolean declared() {
        return t0 != null;
    }
}
