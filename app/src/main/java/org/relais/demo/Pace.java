package org.relais.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How simulated time becomes stated time: the same up to the end of history; from there on stated time follows the
 * wall clock, and the hospital lives {@code speed} times as fast.
 */
final class Pace {
    private Instant simulated;
    private Instant wall;
    private double speed = 1;

    Pace(Instant end) {
        this.simulated = end;
        this.wall = end;
    }

    /** From {@code simulatedNow}, which is {@code wallNow}, on: at another speed. */
    void turn(Instant simulatedNow, Instant wallNow, double newSpeed) {
        simulated = simulatedNow;
        wall = wallNow;
        speed = newSpeed;
    }

    Instant stated(Instant time) {
        if (time.isBefore(simulated)) {
            return time.isAfter(wall) ? wall : time;
        }
        return wall.plusMillis(Math.round(Duration.between(simulated, time).toMillis() / speed));
    }

    Instant simulatedAt(Instant wallNow) {
        return simulated.plusMillis(Math.round(Duration.between(wall, wallNow).toMillis() * speed));
    }
}
