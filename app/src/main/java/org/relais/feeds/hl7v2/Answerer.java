package org.relais.feeds.hl7v2;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that answers a feed's senders in lock-step, as soon as their messages are on disk: waking it once a group
 * costs less than waking a thread for each answer. Whoever does not take an answer in time is let go, for the others wait.
 */
final class Answerer implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long ROUND_NANOS = 250_000_000;

    /** An answer that is due. Given on the answerer's thread. */
    interface Due {
        void give();

        /** The sender does not take it: what {@code give} waits for is to be cut. */
        void letGo();
    }

    private static final Due LAST = new Due() {
        @Override
        public void give() {
            // nobody waits for this one
        }

        @Override
        public void letGo() {
            // it is never late
        }
    };

    private final LinkedBlockingQueue<Due> line = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Thread watch;
    private volatile boolean closed;
    private volatile long since;
    private volatile @Nullable Due giving;

    Answerer(String feed) {
        thread = Thread.ofPlatform().daemon().name("mllp-answers-" + feed).start(this::run);
        watch = Thread.ofVirtual().name("mllp-answers-watch-" + feed).start(this::watch);
    }

    /** Has an answer given soon; here and now once it is closed. */
    void add(Due due) {
        if (closed) {
            due.give();
        } else {
            line.add(due);
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            Due due = next();
            since = System.nanoTime();
            giving = due;
            due.give();
            giving = null;
            more = due != LAST;
        }
        for (Due left = line.poll(); left != null; left = line.poll()) {
            left.give();
        }
    }

    private Due next() {
        try {
            return line.take();
        } catch (InterruptedException told) {
            closed = true;
            return LAST;
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

    /** Gives what is due, then ends. */
    @Override
    public void close() {
        closed = true;
        line.add(LAST);
        LockSupport.unpark(watch);
        try {
            thread.join(PATIENCE_NANOS / 1_000_000);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
