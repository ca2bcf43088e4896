package org.relais.feeds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.FeedName;

/** What happened at the door of each feed since this program started. Thread-safe; not kept. */
public final class FeedCounters {
    /** Why a connection was not taken, or not kept. */
    public enum Why {
        /** Its address is not among the feed's peers. */
        PEER,
        /** It spoke no TLS, or showed no certificate that is known here. */
        TLS,
        /** Too many are open. */
        FULL,
        /** It began a message and did not go on. */
        SLOW
    }

    /** The last connection turned away. */
    public record Turned(String peer, Why why, Instant at) {}

    /**
     * Numbers of one feed.
     *
     * @param received   messages that arrived
     * @param duplicates those known before
     * @param refused    those above the size limit, and files that could not be taken
     * @param failed     those that could not be written
     * @param turnedAway connections not taken or not kept
     * @param lastTurned the last of these, or null
     * @param lastAt     when a message last arrived, known before or not, or null
     */
    public record Counts(
            long received,
            long duplicates,
            long refused,
            long failed,
            long turnedAway,
            @Nullable Turned lastTurned,
            @Nullable Instant lastAt) {}

    private static final class Adders {
        private final LongAdder received = new LongAdder();
        private final LongAdder duplicates = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder turnedAway = new LongAdder();
        private volatile @Nullable Turned lastTurned;
        private volatile long lastMillis = Long.MIN_VALUE;
    }

    private final Map<FeedName, Adders> feeds = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public FeedCounters() {
        this(InstantSource.system());
    }

    public FeedCounters(InstantSource clock) {
        this.clock = clock;
    }

    private Adders of(FeedName feed) {
        return feeds.computeIfAbsent(feed, name -> new Adders());
    }

    void received(FeedName feed) {
        Adders adders = of(feed);
        adders.received.increment();
        adders.lastMillis = clock.millis();
    }

    void duplicate(FeedName feed) {
        of(feed).duplicates.increment();
    }

    void failed(FeedName feed) {
        of(feed).failed.increment();
    }

    public void refused(FeedName feed) {
        of(feed).refused.increment();
    }

    /** A connection was not taken, or not kept. */
    public void turnedAway(FeedName feed, String peer, Why why) {
        Adders adders = of(feed);
        adders.turnedAway.increment();
        adders.lastTurned = new Turned(peer, why, clock.instant());
    }

    public Counts counts(FeedName feed) {
        Adders adders = of(feed);
        long last = adders.lastMillis;
        return new Counts(
                adders.received.sum(),
                adders.duplicates.sum(),
                adders.refused.sum(),
                adders.failed.sum(),
                adders.turnedAway.sum(),
                adders.lastTurned,
                last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last));
    }
}
