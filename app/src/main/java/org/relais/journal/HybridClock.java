package org.relais.journal;

import java.time.Instant;

/** The hybrid logical clock: wall milliseconds in the upper 48 bits, a count in the lower 16; only ever ascends. */
final class HybridClock {
    private long last;

    HybridClock(long last) {
        this.last = last;
    }

    long tick(Instant wall) {
        last = Math.max(last + 1, wall.toEpochMilli() << 16);
        return last;
    }

    long last() {
        return last;
    }
}
