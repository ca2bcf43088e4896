package org.relais.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.PatientsForgotten;
import org.relais.command.CrisisState;
import org.relais.journal.Entry;
import org.relais.journal.Journal.Forgetting;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/**
 * Forgets those who left: the payloads of the entries about them, what read models know, snapshots, standby packs. Every
 * night at three, hospital's time; never in a crisis, nor in the seven days after one.
 */
public final class Retention {
    private static final LocalTime AT = LocalTime.of(3, 0);
    private static final Duration AFTER_CRISIS = Duration.ofDays(7);
    private static final int PATIENTS_A_FACT = 500;
    private static final Who MACHINE = new Who.Machine();

    private final Desk desk;
    private final RetentionLog log;
    private final Known known;
    private final Instant since;
    private final ReentrantLock running = new ReentrantLock();

    /**
     * What there is to forget.
     *
     * @param unnamed places of messages in quarantine that were received before a moment
     * @param said    places of what people wrote of a patient, by every id she was known by
     * @param words   places of searches between two moments: the words typed go, who searched and when stays
     * @param zone    the hospital's
     * @param caches  lets go of what is remembered for speed
     */
    public record Known(
            Patients patients,
            Function<Instant, List<Long>> unnamed,
            Function<PatientId, long[]> said,
            BiFunction<Instant, Instant, List<Long>> words,
            Supplier<CrisisState> crisis,
            Supplier<ZoneId> zone,
            Runnable caches) {}

    /**
     * How forgetting stands.
     *
     * @param due       patients who would be forgotten now
     * @param next      when the next run is, or null when there is none
     * @param suspended a crisis, or its last days, hold it up
     */
    public record Standing(
            RetentionSettings settings,
            int due,
            @Nullable Instant next,
            boolean suspended,
            @Nullable RetentionRun last) {}

    public Retention(Desk desk, RetentionLog log, Known known) {
        this.desk = desk;
        this.log = log;
        this.known = known;
        this.since = desk.now();
    }

    public Outcome<Receipt> settle(Act act, RetentionSettings wanted) {
        return wanted.checked()
                .then(settings ->
                        Outcome.done(desk.write(act.draft(RetentionSettings.TYPE.draft(act.who(), settings)))));
    }

    public Standing standing() {
        RetentionSettings settings = log.settings();
        return new Standing(
                settings,
                due(settings).size(),
                settings.on() ? next() : null,
                suspended(),
                log.last().orElse(null));
    }

    private List<PatientId> due(RetentionSettings settings) {
        Instant limit = desk.now().minus(settings.length());
        return desk.models().query(() -> known.patients().left(limit));
    }

    private boolean suspended() {
        CrisisState crisis = known.crisis().get();
        Instant change = crisis.lastChange();
        return crisis.declared() || (change != null && desk.now().isBefore(change.plus(AFTER_CRISIS)));
    }

    private Instant next() {
        Instant from = log.last().map(RetentionRun::occurredAt).orElse(since);
        ZonedDateTime local = from.atZone(known.zone().get());
        ZonedDateTime today = local.with(AT);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }

    /** Forgets who is due, when it is time. To be called every minute or so. */
    public void tick() {
        if (log.settings().on() && !suspended() && !desk.now().isBefore(next())) {
            run(MACHINE);
        }
    }

    /** Forgets who is due, now. Refused during a crisis. */
    public Outcome<RetentionRun> run(Who who) {
        if (suspended()) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "upkeep.forget.crisis"));
        }
        running.lock();
        try {
            RetentionSettings settings = log.settings();
            Instant limit = desk.now().minus(settings.length());
            Forgetting why = new Forgetting(who, "retention " + settings.days() + " d");
            List<Long> others = new ArrayList<>(known.unnamed().apply(limit));
            others.addAll(known.words().apply(log.wordsBefore(), limit));
            return Outcome.done(forget(due(settings), others, limit, why));
        } finally {
            running.unlock();
        }
    }

    /** Forgets one patient who left, on demand. Refused during a crisis, and while she lies in the hospital. */
    public Outcome<RetentionRun> forget(Who who, PatientId id, String reason) {
        if (suspended()) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "upkeep.forget.crisis"));
        }
        Optional<Patient> patient = desk.models().query(() -> known.patients().get(id));
        if (patient.isEmpty()) {
            return Outcome.refused(Problem.of(Problem.Category.NOT_FOUND, "upkeep.forget.unknown"));
        }
        if (patient.get().place() != null) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "upkeep.forget.present"));
        }
        if (reason.isBlank()) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "upkeep.forget.reason"));
        }
        running.lock();
        try {
            Forgetting why = new Forgetting(who, reason.strip());
            return Outcome.done(forget(List.of(patient.get().id()), List.of(), desk.now(), why));
        } finally {
            running.unlock();
        }
    }

    private RetentionRun forget(List<PatientId> going, List<Long> others, Instant packsBefore, Forgetting why) {
        Instant wordsBefore = others.isEmpty() ? log.wordsBefore() : packsBefore;
        Set<Long> positions = new TreeSet<>();
        for (PatientId id : going) {
            Arrays.stream(desk.models().query(() -> known.patients().positions(id)))
                    .forEach(positions::add);
            Arrays.stream(desk.models().query(() -> known.said().apply(id))).forEach(positions::add);
        }
        Set<PatientId> all = new HashSet<>(going);
        List<Long> dropping = new ArrayList<>();
        int waiting = 0;
        for (long position : positions) {
            if (all.containsAll(named(position))) {
                dropping.add(position);
            } else {
                waiting++;
            }
        }
        others.stream().filter(position -> named(position).isEmpty()).forEach(dropping::add);
        RetentionRun run =
                new RetentionRun(desk.now(), going.size(), dropping.size(), waiting, packsBefore, wordsBefore);
        if (going.isEmpty() && dropping.isEmpty()) {
            told(going, run, why.who());
        } else {
            desk.journal().forgetAll(dropping, why, () -> told(going, run, why.who()));
        }
        return run;
    }

    private Set<PatientId> named(long position) {
        Entry entry = desk.journal().entry(position);
        return entry.forgotten()
                ? Set.of()
                : desk.models().query(() -> known.patients().named(entry));
    }

    private void told(List<PatientId> gone, RetentionRun run, Who who) {
        for (int from = 0; from < gone.size(); from += PATIENTS_A_FACT) {
            List<String> ids = gone.subList(from, Math.min(gone.size(), from + PATIENTS_A_FACT)).stream()
                    .map(PatientId::hex)
                    .toList();
            desk.write(PatientsForgotten.TYPE.draft(who, new PatientsForgotten(ids)));
        }
        desk.write(RetentionRun.TYPE.draft(who, run));
        known.caches().run();
    }
}
