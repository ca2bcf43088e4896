package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;

/** What will happen, in order of time, then of asking: the heart of a discrete-event simulation. */
final class Agenda {
    private record Event(Instant at, long rank, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::rank));
    private Instant now;
    private long rank;

    Agenda(Instant start) {
        this.now = start;
    }

    Instant now() {
        return now;
    }

    /** The action runs at its time, or at once where that is past. */
    void at(Instant time, Runnable action) {
        events.add(new Event(time.isBefore(now) ? now : time, rank++, action));
    }

    void in(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    /** When the next event happens; {@link Instant#MAX} when there is none. */
    Instant next() {
        Event event = events.peek();
        return event == null ? Instant.MAX : event.at();
    }

    void runNext() {
        Event event = Objects.requireNonNull(events.poll(), "nothing to do");
        now = event.at();
        event.action().run();
    }
}
