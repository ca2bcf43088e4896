package org.relais.feeds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.relais.kernel.FeedName;

/** What happened at the door of each feed since this program started. Thread-safe; not kept. */
public final class FeedCounters {
    /**
     * Numbers of one feed.
     *
     * @param received   messages that arrived
     * @param duplicates those known before
     * @param refused    those above the size limit
     * @param failed     those that could not be written
     */
    public record Counts(long received, long duplicates, long refused, long failed) {}

    private static final class Adders {
        private final LongAdder received = new LongAdder();
        private final LongAdder duplicates = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder failed = new LongAdder();
    }

    private final Map<FeedName, Adders> feeds = new ConcurrentHashMap<>();

    private Adders of(FeedName feed) {
        return feeds.computeIfAbsent(feed, name -> new Adders());
    }

    void received(FeedName feed) {
        of(feed).received.increment();
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

    public Counts counts(FeedName feed) {
        Adders adders = of(feed);
        return new Counts(adders.received.sum(), adders.duplicates.sum(), adders.refused.sum(), adders.failed.sum());
    }
}
