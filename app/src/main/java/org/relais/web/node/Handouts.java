package org.relais.web.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relais.kernel.Who;

/**
 * Badges and first passwords just made, to be printed by whoever made them: in memory only, a few at most, and gone a
 * quarter of an hour later, for their secrets are kept nowhere. Thread-safe.
 */
public final class Handouts {
    static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 20;

    private final InstantSource clock;
    private final Map<String, Handout> byKey = new LinkedHashMap<>();

    public Handouts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A document to print once.
     *
     * @param count how many people it is for
     */
    record Handout(Who maker, Instant made, boolean badges, int count, byte[] pdf) {}

    /** Keeps a document for a while. @return where it is found */
    synchronized String keep(Who maker, boolean badges, int count, byte[] pdf) {
        sweep();
        if (byKey.size() >= MOST) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        String key = FormKey.fresh();
        byKey.put(key, new Handout(maker, clock.instant(), badges, count, pdf));
        return key;
    }

    /** A document of somebody's own. */
    synchronized Optional<Handout> find(String key, Who who) {
        sweep();
        return Optional.ofNullable(byKey.get(key)).filter(one -> one.maker().equals(who));
    }

    private void sweep() {
        Instant limit = clock.instant().minus(KEPT);
        byKey.values().removeIf(one -> one.made().isBefore(limit));
    }
}
