package org.relais.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long one who failed has to wait: nothing for the first few tries, then twice as long after each, up to a limit.
 * A try counts as failed from its beginning, so that many at once gain nothing. In memory; forgotten after an hour
 * without a try.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int LONGEST_STEP = 10;

    private final int free;
    private final int kept;
    private final Map<String, Tries> byKey = new LinkedHashMap<>(16, 0.75f, true);

    /** @param told whether this wait was told already */
    private record Tries(int failed, Instant last, Instant until, boolean told) {}

    /**
     * @param free tries before the first wait
     * @param kept keys remembered at most; the one untouched for longest goes first
     */
    BackOff(int free, int kept) {
        this.free = free;
        this.kept = kept;
    }

    /** How long to wait before a try; empty when one may try now. */
    synchronized Optional<Duration> remaining(String key, Instant now) {
        return Optional.ofNullable(byKey.get(key))
                .filter(tries -> now.isBefore(tries.until()))
                .map(tries -> Duration.between(now, tries.until()));
    }

    /** Begins a try, unless one has to wait. @return whether it may go on */
    synchronized boolean begin(String key, Instant now) {
        Tries old = byKey.get(key);
        if (old != null && now.isBefore(old.until())) {
            return false;
        }
        boolean counts = old != null && !old.last().plus(FORGOTTEN).isBefore(now);
        int failed = 1 + (old != null && counts ? old.failed() : 0);
        byKey.put(key, new Tries(failed, now, now.plus(after(failed)), false));
        if (byKey.size() > kept) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        return true;
    }

    /** Every key that has to wait now, and how long. */
    synchronized Map<String, Duration> waiting(Instant now) {
        Map<String, Duration> waiting = new LinkedHashMap<>();
        byKey.forEach((key, tries) -> {
            if (now.isBefore(tries.until())) {
                waiting.put(key, Duration.between(now, tries.until()));
            }
        });
        return waiting;
    }

    /** True the first time a wait is met: it is traced once, not at each knock. */
    synchronized boolean firstKnock(String key, Instant now) {
        Tries tries = byKey.get(key);
        if (tries == null || tries.told() || !now.isBefore(tries.until())) {
            return false;
        }
        byKey.put(key, new Tries(tries.failed(), tries.last(), tries.until(), true));
        return true;
    }

    /** Takes one begun try back: it did not fail. */
    synchronized void forgive(String key) {
        byKey.computeIfPresent(key, (_, tries) -> {
            int failed = tries.failed() - 1;
            return new Tries(failed, tries.last(), failed < free ? tries.last() : tries.until(), tries.told());
        });
    }

    synchronized void clear(String key) {
        byKey.remove(key);
    }

    synchronized void clearAll(String prefix) {
        byKey.keySet().removeIf(key -> key.startsWith(prefix));
    }

    private Duration after(int failed) {
        if (failed < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed - free, LONGEST_STEP));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
