package org.relais.hl7;

import java.time.Duration;

/**
 * How slow a sender may be within one frame: no longer silence than {@code silence}, and the whole no later than
 * {@code grace} plus a second for each {@code bytesPerSecond} received. Between frames it may be silent for ever.
 */
public record Pace(Duration silence, Duration grace, int bytesPerSecond) {
    /** Slow lines keep it, a connection that only holds a place does not. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(60), 64 * 1024);

    /** Milliseconds that the next byte of a frame may be waited for; 0 or less: it is too late. */
    long patience(long nanosSinceBegun, long received) {
        long whole = grace.toMillis() + 1000 * received / bytesPerSecond;
        return Math.min(silence.toMillis(), whole - nanosSinceBegun / 1_000_000);
    }
}
