package org.relais.care.births.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One watch over a trace, from when she was put under it.
 *
 * @param lines what was written of it, in the order in which it happened
 * @param dueAt when the next review is due; the last due time once it was stopped
 * @param open  false once it was stopped
 */
public record CtgWatch(Instant since, CtgFact.Placed now, List<Signed> lines, Instant dueAt, boolean open) {
    /**
     * The watches of one patient, the oldest first. A review counts from when it was made; a change of phase or interval brings the
     * next one nearer and never puts it off.
     */
    public static List<CtgWatch> of(Collection<Signed> written) {
        Folding folding = new Folding();
        written.stream().sorted(Signed.ORDER).forEach(folding::take);
        return folding.all();
    }

    /** The one that goes on, if any. */
    public static Optional<CtgWatch> open(Collection<Signed> written) {
        return of(written).stream().filter(CtgWatch::open).findFirst();
    }

    /** Whether a review is due at that moment. */
    public boolean overdue(Instant at) {
        return open && !at.isBefore(dueAt);
    }

    /** How long it has been due for, or until it is. */
    public Duration late(Instant at) {
        return Duration.between(dueAt, at);
    }

    /** Whom the review that is due at that moment is told to by then; empty while none is. */
    public Optional<Escalation> escalation(Instant at) {
        if (!overdue(at)) {
            return Optional.empty();
        }
        Escalation[] steps = Escalation.values();
        long passed = late(at).dividedBy(Duration.ofMinutes(now.minutes()));
        return Optional.of(steps[(int) Math.min(passed, steps.length - 1)]);
    }

    /** Who took the alert about the review that is due; empty when nobody did. */
    public Optional<Signed> taken() {
        Instant due = dueAt.truncatedTo(ChronoUnit.MINUTES);
        return lines.reversed().stream()
                .filter(line ->
                        line.said() instanceof CtgFact.Taken && !line.at().isBefore(due))
                .findFirst();
    }

    /** The step of the alert that nobody took yet; empty when none calls. */
    public Optional<Escalation> calling(Instant at) {
        return escalation(at)
                .filter(step -> taken().stream()
                        .noneMatch(line -> line.said() instanceof CtgFact.Taken one
                                && one.step().compareTo(step) >= 0));
    }

    /** The last review, if there was one. */
    public Optional<Signed> lastReview() {
        return lines.reversed().stream()
                .filter(line -> line.said() instanceof CtgFact.Reviewed)
                .findFirst();
    }

    private static final class Folding {
        private final List<CtgWatch> done = new ArrayList<>();
        private @Nullable CtgWatch going;

        void take(Signed line) {
            switch (line.said()) {
                case CtgFact.Placed placed -> placed(line, placed);
                case CtgFact.Reviewed _ -> reviewed(line);
                case CtgFact.Taken _ -> taken(line);
                case CtgFact.Stopped _ -> stopped(line);
                case BleedFact _ -> {
                    return;
                }
            }
        }

        private void placed(Signed line, CtgFact.Placed placed) {
            Instant due = line.at().plus(Duration.ofMinutes(placed.minutes()));
            CtgWatch before = going;
            if (before == null) {
                going = new CtgWatch(line.at(), placed, List.of(line), due, true);
            } else {
                Instant sooner = due.isBefore(before.dueAt) ? due : before.dueAt;
                going = new CtgWatch(before.since, placed, with(before, line), sooner, true);
            }
        }

        private void reviewed(Signed line) {
            CtgWatch before = going;
            if (before != null) {
                Instant due = line.at().plus(Duration.ofMinutes(before.now.minutes()));
                going = new CtgWatch(before.since, before.now, with(before, line), due, true);
            }
        }

        private void taken(Signed line) {
            CtgWatch before = going;
            if (before != null) {
                going = new CtgWatch(before.since, before.now, with(before, line), before.dueAt, true);
            }
        }

        private void stopped(Signed line) {
            CtgWatch before = going;
            if (before != null) {
                done.add(new CtgWatch(before.since, before.now, with(before, line), before.dueAt, false));
                going = null;
            }
        }

        private static List<Signed> with(CtgWatch before, Signed line) {
            List<Signed> lines = new ArrayList<>(before.lines);
            lines.add(line);
            return List.copyOf(lines);
        }

        List<CtgWatch> all() {
            CtgWatch last = going;
            if (last != null) {
                done.add(last);
            }
            return List.copyOf(done);
        }
    }
}
