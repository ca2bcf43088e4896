package org.relais.feeds;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * The memory that frames of more than 64 KiB may take together on this node, from their first bytes until they are on
 * disk: 64 MiB. A frame first takes one of 24 places of 1 MiB and, where it grows beyond that, one of two places of
 * 20 MiB: always in this order, so that no two frames wait for one another. Who finds no place reads no further; its sender
 * waits. Thread-safe.
 */
public final class FrameBudget {
    /** A frame may grow to this size without a place. */
    public static final int SMALL = 64 * 1024;

    /** The size of a place of the first kind. */
    public static final int MEDIUM = 1024 * 1024;

    private static final int MEDIUM_PLACES = 24;
    private static final int LARGE_PLACES = 2;
    private static final long PATIENCE_SECONDS = 120;

    private final int largest;
    private final Semaphore medium = new Semaphore(MEDIUM_PLACES, true);
    private final Semaphore large = new Semaphore(LARGE_PLACES, true);
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0);

    /** @param largest bytes of the largest frame */
    public FrameBudget(int largest) {
        this.largest = largest;
    }

    /** What one frame holds. Not thread-safe, but {@link #close} may be called by another thread in the end. */
    public final class Share implements AutoCloseable {
        private boolean mediumTaken;
        private boolean largeTaken;

        /** Makes room for so many bytes. @return false when no place became free in two minutes */
        public boolean grow(int bytes) {
            if (bytes > SMALL && !mediumTaken) {
                mediumTaken = take(medium);
            }
            if (bytes > MEDIUM && mediumTaken && !largeTaken) {
                largeTaken = take(large);
            }
            peak.accumulate(used());
            return bytes <= SMALL || (mediumTaken && (bytes <= MEDIUM || largeTaken));
        }

        /** Gives everything back; again is no harm. */
        @Override
        public synchronized void close() {
            if (largeTaken) {
                largeTaken = false;
                large.release();
            }
            if (mediumTaken) {
                mediumTaken = false;
                medium.release();
            }
        }
    }

    /** The share of a frame that is about to be read. */
    public Share share() {
        return new Share();
    }

    private static boolean take(Semaphore places) {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Bytes given out now. */
    public long used() {
        return (MEDIUM_PLACES - medium.availablePermits()) * (long) MEDIUM
                + (LARGE_PLACES - large.availablePermits()) * (long) largest;
    }

    /** The most bytes given out at once so far. */
    public long peak() {
        return peak.get();
    }
}
