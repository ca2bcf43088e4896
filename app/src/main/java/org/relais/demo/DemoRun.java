package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The hospital living on: a discrete-event simulation that gives its messages one by one, first those of the history,
 * then, as long as one asks, what happens next. Not for several threads at once.
 */
public final class DemoRun {
    private final Instant end;
    private final Agenda agenda;
    private final Pace pace;
    private final Outbox outbox;
    private final Flow flow;

    DemoRun(long seed, int patients, int days, Instant end) {
        this.end = end;
        Instant start = end.minus(Duration.ofDays(days));
        Random random = new Random(seed);
        agenda = new Agenda(start);
        pace = new Pace(end);
        outbox = new Outbox(agenda, pace, new Random(seed + 1));
        flow = new Flow(random, agenda, outbox, new People(random, start));
        flow.open(patients, Duration.between(start, end));
    }

    /** Where the history ends and live begins. */
    public Instant end() {
        return end;
    }

    /** Every message up to the end of the history, lazily. */
    public Stream<DemoMessage> history() {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(java.util.function.Consumer<? super DemoMessage> action) {
                        Optional<DemoMessage> message = next(end);
                        message.ifPresent(action);
                        return message.isPresent();
                    }
                },
                false);
    }

    /** The next message whose simulated time is not after {@code until}; empty when there is none by then. */
    Optional<DemoMessage> next(Instant until) {
        DemoMessage message = outbox.poll();
        while (message == null && !agenda.next().isAfter(until)) {
            agenda.runNext();
            message = outbox.poll();
        }
        return Optional.ofNullable(message);
    }

    Pace pace() {
        return pace;
    }

    /** Where everybody is by now. */
    public DemoTruth truth() {
        return new DemoTruth(flow.present().stream()
                .map(patient -> new DemoTruth.Lying(patient.ipp, patient.ward.name(), patient.room(), patient.bed()))
                .sorted(java.util.Comparator.comparing(DemoTruth.Lying::ward)
                        .thenComparing(DemoTruth.Lying::room)
                        .thenComparing(DemoTruth.Lying::bed)
                        .thenComparing(DemoTruth.Lying::ipp))
                .toList());
    }

    /** The number of the woman of the story. */
    public String heroine() {
        return Objects.requireNonNull(flow.heroine(), "nobody has come yet").ipp;
    }

    static List<String> systems() {
        return java.util.Arrays.stream(Sender.values()).map(Sender::name).toList();
    }
}
