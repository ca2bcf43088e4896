package org.relais.feeds.hl7v2;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers a feed's senders in lock-step, as soon as their messages are on disk, one after another: by whoever wrote them, for
 * to wake a thread for each costs more than to answer. Nobody waits for him who is at it; he gives what the others leave.
 * Whoever does not take an answer in time is let go, for the others wait.
 */
final class Answerer implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long ROUND_NANOS = 250_000_000;

    /** An answer that is due. */
    interface Due {
        void give();

        /** The sender does not take it: what {@code give} waits for is to be cut. */
        void letGo();
    }

    private final ConcurrentLinkedQueue<Due> line = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean atWork = new AtomicBoolean();
    private final Thread watch;
    private volatile boolean closed;
    private volatile long since;
    private volatile @Nullable Due giving;

    Answerer(String feed) {
        watch = Thread.ofVirtual().name("mllp-answers-watch-" + feed).start(this::watch);
    }

    /** Gives an answer, and those that others add meanwhile; or leaves it to whoever is giving some. */
    void add(Due due) {
        line.add(due);
        while (!line.isEmpty() && atWork.compareAndSet(false, true)) {
            try {
                giveAll();
            } finally {
                giving = null;
                atWork.set(false);
            }
        }
    }

    private void giveAll() {
        for (Due due = line.poll(); due != null; due = line.poll()) {
            since = System.nanoTime();
            giving = due;
            due.give();
        }
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(ROUND_NANOS);
            Due late = giving;
            if (late != null && System.nanoTime() - since > PATIENCE_NANOS) {
                late.letGo();
            }
        }
    }

    /** Nobody is waited for any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
    }
}
