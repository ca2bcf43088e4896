package org.relais.paper;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts the pages of a print for whoever watches it. */
final class Tally {
    private final Watch watch;
    private final int expected;
    private final LongSupplier nanos;
    private final long start;
    private int done;

    Tally(Watch watch, int expected) {
        this(watch, expected, System::nanoTime);
    }

    Tally(Watch watch, int expected, LongSupplier nanos) {
        this.watch = watch;
        this.expected = expected;
        this.nanos = nanos;
        start = nanos.getAsLong();
    }

    static Tally silent() {
        return new Tally(Watch.NONE, 1);
    }

    boolean cancelled() {
        return watch.cancelled();
    }

    void page() {
        done++;
        int all = Math.max(expected, done);
        long elapsed = nanos.getAsLong() - start;
        watch.progress(done, all, Duration.ofNanos(elapsed / done * (all - done)));
    }
}
