package org.relais.feeds;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen in a folder before, so that what changes can be told from what does not. For one thread. */
final class Sightings {
    private record Seen(Sighting sighting, long since) {}

    private Map<Object, Seen> seen = new HashMap<>();
    private Map<Object, Sighting> leftAlone = new HashMap<>();

    /** A new look: a renamed file goes on being the same, one that changed begins anew. */
    void renew(List<Sighting> now) {
        long nanos = System.nanoTime();
        Map<Object, Seen> next = new HashMap<>();
        Map<Object, Sighting> still = new HashMap<>();
        for (Sighting one : now) {
            Seen before = seen.get(one.key());
            long since = before != null && before.sighting().same(one) ? before.since() : nanos;
            next.put(one.key(), new Seen(one, since));
            Sighting left = leftAlone.get(one.key());
            if (left != null) {
                still.put(one.key(), left);
            }
        }
        seen = next;
        leftAlone = still;
    }

    /** For how long a file has been seen as it is. */
    Duration unchanged(Sighting file) {
        Seen known = seen.get(file.key());
        return known == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - known.since());
    }

    /** Passes over a file from now on, as long as it does not change. */
    void leaveAlone(Sighting file) {
        leftAlone.put(file.key(), file);
    }

    boolean leftAlone(Sighting file) {
        Sighting left = leftAlone.get(file.key());
        return left != null && left.same(file);
    }
}
