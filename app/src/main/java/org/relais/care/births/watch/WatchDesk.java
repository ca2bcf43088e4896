package org.relais.care.births.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Draft;
import org.relais.journal.FactType;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/** Writes what people say of a watch, once it is whole and fits what was written before. */
public final class WatchDesk {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_NOTE = 500;
    /** The largest loss on one line, in millilitres: more is a slip of the hand. */
    public static final int MOST_LOST = 9999;

    private final Function<Draft, Receipt> writer;
    private final InstantSource clock;

    /** Who writes about whom, and what was written of her before, under every one of her records. */
    public record About(Who who, PatientId patient, Collection<Signed> before) {}

    public WatchDesk(Function<Draft, Receipt> writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Puts her under watch, or changes how she is watched. {@code site} are the intervals in force. */
    public Outcome<Receipt> place(About about, CtgFact.Placed placed, Intervals site) {
        int longest = site.minutes(placed.phase());
        if (placed.midwife().isBlank() || placed.midwife().length() > LONGEST_NAME) {
            return refused("refused.ctg.midwife", LONGEST_NAME);
        }
        if (placed.minutes() < 1 || placed.minutes() > longest) {
            return refused("refused.ctg.minutes", longest);
        }
        Optional<CtgWatch> open = CtgWatch.open(about.before());
        return told(placed.told(), open.map(CtgWatch::since).orElse(Instant.MIN), "refused.ctg.before")
                .then(_ -> written(about, CtgFact.PLACED, placed));
    }

    /** Signs a review of the trace. */
    public Outcome<Receipt> review(About about, CtgFact.Reviewed reviewed) {
        return noted(reviewed.note())
                .then(_ -> during(about, reviewed.told()))
                .then(_ -> written(about, CtgFact.REVIEWED, reviewed));
    }

    /** Signs that the alert about a review that is due was taken, and who was told. */
    public Outcome<Receipt> take(About about, CtgFact.Taken taken) {
        Optional<Escalation> come = CtgWatch.open(about.before()).flatMap(open -> open.escalation(clock.instant()));
        if (come.filter(step -> taken.step().compareTo(step) <= 0).isEmpty()) {
            return conflict("refused.ctg.not-due");
        }
        boolean mute = taken.step() != Escalation.MIDWIFE && taken.called().isBlank();
        if (mute || taken.called().length() > LONGEST_NAME) {
            return refused("refused.ctg.called", LONGEST_NAME);
        }
        return noted(taken.note())
                .then(_ -> during(about, taken.told()))
                .then(_ -> written(about, CtgFact.TAKEN, taken));
    }

    /** Signs that the alert about a midwife named for too many traces was taken. */
    public Outcome<Receipt> take(Who who, LoadTaken taken) {
        if (taken.called().isBlank() || taken.called().length() > LONGEST_NAME) {
            return refused("refused.ctg.called", LONGEST_NAME);
        }
        return noted(taken.note())
                .then(_ -> taken.told().checked(clock.instant()))
                .then(_ -> Outcome.done(writer.apply(LoadTaken.TYPE.draft(who, taken))));
    }

    /** Ends the watch. */
    public Outcome<Receipt> stop(About about, CtgFact.Stopped stopped) {
        if (stopped.reason() == StopReason.OTHER && stopped.note().isBlank()) {
            return refused("refused.ctg.stop-note", LONGEST_NOTE);
        }
        return noted(stopped.note())
                .then(_ -> during(about, stopped.told()))
                .then(_ -> written(about, CtgFact.STOPPED, stopped));
    }

    /** Validates the intervals of the hospital. */
    public Outcome<Receipt> validate(Who who, Intervals intervals) {
        if (!intervals.possible() || intervals.validatedBy().isBlank()) {
            return refused("refused.ctg.intervals", Intervals.LONGEST);
        }
        return Outcome.done(writer.apply(Intervals.TYPE.draft(who, intervals)));
    }

    /** Starts a sheet, unless one is open. */
    public Outcome<Receipt> start(About about, BleedFact.Started started) {
        if (Bleed.open(about.before()).isPresent()) {
            return conflict("refused.haemorrhage.open");
        }
        Instant last = Bleed.of(about.before()).stream()
                .flatMap(sheet -> Stream.ofNullable(sheet.end()))
                .map(Signed::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return told(started.told(), last, "refused.haemorrhage.ended")
                .then(_ -> written(about, BleedFact.STARTED, started));
    }

    /** Writes a line of the open sheet. */
    public Outcome<Receipt> note(About about, BleedFact.Noted noted) {
        boolean loss = noted.act() == BleedAct.BLOOD_LOSS;
        if (loss ? noted.millilitres() < 1 || noted.millilitres() > MOST_LOST : noted.millilitres() != 0) {
            return refused("refused.haemorrhage.millilitres", MOST_LOST);
        }
        if (noted.act() == BleedAct.OTHER && noted.note().isBlank()) {
            return refused("refused.watch.note-needed", LONGEST_NOTE);
        }
        return noted(noted.note()).then(_ -> onSheet(about, noted)).then(_ -> written(about, BleedFact.NOTED, noted));
    }

    /** Closes the open sheet. */
    public Outcome<Receipt> end(About about, BleedFact.Ended ended) {
        Optional<Bleed> open = Bleed.open(about.before());
        if (open.isEmpty()) {
            return conflict("refused.haemorrhage.none");
        }
        return noted(ended.note())
                .then(_ -> told(ended.told(), open.get().zero(), "refused.haemorrhage.before"))
                .then(_ -> written(about, BleedFact.ENDED, ended));
    }

    private Outcome<Told> onSheet(About about, BleedFact.Noted noted) {
        Optional<Bleed> open = Bleed.open(about.before());
        if (open.isEmpty()) {
            return conflict("refused.haemorrhage.none");
        }
        boolean known = noted.corrects().isEmpty()
                || open.get().lines().stream()
                        .anyMatch(
                                line -> !line.replaced() && line.signed().key().equals(noted.corrects()));
        return known
                ? told(noted.told(), open.get().zero(), "refused.haemorrhage.before")
                : conflict("refused.haemorrhage.corrects");
    }

    private Outcome<Told> during(About about, Told told) {
        return CtgWatch.open(about.before())
                .map(open -> told(told, open.since(), "refused.ctg.before"))
                .orElseGet(() -> conflict("refused.ctg.none"));
    }

    private Outcome<Told> told(Told told, Instant from, String key) {
        return told.checked(clock.instant())
                .then(fine -> fine.occurredAt().isBefore(minute(from)) ? refused(key, 0) : Outcome.done(fine));
    }

    /** Times are typed to the minute. */
    private static Instant minute(Instant from) {
        return from.equals(Instant.MIN) ? from : from.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Outcome<String> noted(String note) {
        return Objects.requireNonNull(note).length() > LONGEST_NOTE
                ? refused("refused.watch.note", LONGEST_NOTE)
                : Outcome.done(note);
    }

    private <T extends Record> Outcome<Receipt> written(About about, FactType<T> type, T fact) {
        return Outcome.done(
                writer.apply(type.draft(about.who(), fact).about(about.patient().hex())));
    }

    private static <T> Outcome<T> refused(String key, int most) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, Integer.toString(most)));
    }

    private static <T> Outcome<T> conflict(String key) {
        return Outcome.refused(Problem.of(Problem.Category.CONFLICT, key));
    }
}
