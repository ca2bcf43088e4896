package org.relais.care.identity.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.care.identity.desk.IdentityFact.Bound;
import org.relais.care.identity.desk.IdentityFact.Corrected;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Kind;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.desk.IdentityFact.Registered;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.identity.numbers.NumberDesk.Given;
import org.relais.care.identity.rniv.CodeName;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import org.relais.kernel.RecordKey;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** The commands on identities. Each returns once its facts are on disk. Whether one may is asked before. */
public final class IdentityDesk {
    private static final int LONGEST_REASON = 200;
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Journal journal;
    private final ReadModels models;
    private final Rooms rooms;
    private final InstantSource clock;
    private final Secrecy secrecy;
    private final DepartureDesk departures;
    private final SecureRandom random = new SecureRandom();

    /**
     * What the desk asks.
     *
     * @param zone the hospital's
     */
    public record Rooms(Patients patients, IdentityBook book, NumberDesk numbers, Supplier<ZoneId> zone) {}

    public IdentityDesk(Journal journal, ReadModels models, Rooms rooms, InstantSource clock) {
        this.journal = journal;
        this.models = models;
        this.rooms = rooms;
        this.clock = clock;
        this.secrecy = new Secrecy(journal, models, rooms);
        this.departures = new DepartureDesk(journal, models, rooms, clock);
    }

    /** The commands on departures. */
    public DepartureDesk departures() {
        return departures;
    }

    /** Registers somebody by the five traits; one number, one record. */
    public Outcome<Drawn> register(Who who, Newcomer typed, Told told) {
        return register(who, typed, told, _ -> Optional.empty());
    }

    /**
     * The same, and what else is to be written of the newcomer: both are on disk, or neither is.
     *
     * @param also given the number that was drawn
     */
    public synchronized Outcome<Drawn> register(
            Who who, Newcomer typed, Told told, Function<DowntimeNumber, Optional<Draft>> also) {
        Instant now = clock.instant();
        return told.checked(now)
                .then(_ -> Writing.person(typed, Writing.today(now, rooms.zone().get())))
                .then(person -> draw(who, typed, told)
                        .then(given -> written(who, Kind.NEWCOMER, new Coming(given, person, typed, told, also))));
    }

    /** Registers somebody nobody knows, under a code-name that nobody has. */
    public synchronized Outcome<Drawn> unknown(Who who, Newcomer typed, Told told) {
        CodeName name = freeName();
        return told.checked(clock.instant())
                .then(_ -> Writing.unknown(typed, name))
                .then(person -> draw(who, typed, told)
                        .then(given -> written(
                                who, Kind.UNKNOWN, new Coming(given, person, typed, told, _ -> Optional.empty()))));
    }

    /** A code-name that nobody has. */
    public CodeName freeName() {
        return models.query(() -> CodeName.free(rooms.book()::taken, random));
    }

    private record Coming(
            Given given, Person person, Newcomer typed, Told told, Function<DowntimeNumber, Optional<Draft>> also) {}

    private Outcome<Given> draw(Who who, Newcomer typed, Told told) {
        DowntimeNumber pochette = typed.where().pochette();
        return pochette == null
                ? rooms.numbers().next(who, typed.where().desk())
                : rooms.numbers().use(who, pochette, told.occurredAt());
    }

    private Outcome<Drawn> written(Who who, Kind kind, Coming coming) {
        DowntimeNumber number = coming.given.number();
        PatientId patient = idOf(number.key());
        Registered fact = new Registered(
                number.digits(), kind, coming.person, coming.typed.where().ward(), coming.told);
        List<Draft> drafts = new ArrayList<>(List.of(
                coming.given.fact(), IdentityFact.REGISTERED.draft(who, fact).about(patient.hex())));
        coming.also.apply(number).ifPresent(more -> drafts.add(more.about(patient.hex())));
        try {
            List<Receipt> receipts = journal.append(drafts).join();
            Receipt last = receipts.getLast();
            models.await(last.position(), FOLDED);
            return Outcome.done(new Drawn(patient, number, last));
        } catch (CompletionException failed) {
            rooms.numbers().back(coming.given);
            if (failed.getCause() instanceof ProblemException problem) {
                return Outcome.refused(problem.problem());
            }
            throw failed;
        }
    }

    /** The id of a record, known or not. */
    public PatientId idOf(RecordKey key) {
        return new PatientId(journal.pseudonyms().of("patient", key.authority() + "\u0000" + key.localId()));
    }

    /** Says the identity under a downtime number anew; somebody unknown gets her own traits. */
    public synchronized Outcome<Receipt> correct(Who who, DowntimeNumber number, Newcomer typed, Reasoned why) {
        Instant now = clock.instant();
        return why.checked(clock.instant())
                .then(_ -> standing(number))
                .then(said -> Writing.person(
                                typed, Writing.today(now, rooms.zone().get()))
                        .then(person -> Writing.kept(said, person)))
                .then(person -> write(
                        IdentityFact.CORRECTED.draft(
                                who, new Corrected(number.digits(), person, why.reason(), why.told())),
                        number.key()));
    }

    /** Why an act is done, and when and for whom. */
    public record Reasoned(String reason, Told told) {
        /** This, unless no reason is given, or nothing can have happened then. */
        Outcome<Reasoned> checked(Instant now) {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                return Writing.refused("refused.identity.reason", Integer.toString(LONGEST_REASON));
            }
            return told.checked(now).then(_ -> Outcome.done(this));
        }
    }

    /** What is done to the status of an identity, and the document that was checked for it, if any. */
    public record Change(IdentityState.Act act, Document checked) {
        public Change(IdentityState.Act act) {
            this(act, Document.NONE);
        }
    }

    /** As {@link IdentityState#after}; {@code refused.status.document} when nobody says which document validates. */
    public synchronized Outcome<Receipt> status(Who who, DowntimeNumber number, Change change, Reasoned why) {
        return why.checked(clock.instant())
                .then(_ -> standing(number))
                .then(person -> IdentityState.read(person.codes())
                        .after(change.act)
                        .then(state -> recoded(person, state, change))
                        .then(recoded -> write(
                                IdentityFact.CORRECTED.draft(
                                        who, new Corrected(number.digits(), recoded, why.reason(), why.told())),
                                number.key())));
    }

    private static Outcome<Person> recoded(Person said, IdentityState state, Change change) {
        return switch (change.act) {
            case VALIDATE ->
                change.checked == Document.NONE
                        ? Writing.refused("refused.status.document")
                        : Outcome.done(said.with(state, change.checked));
            case INVALIDATE -> Outcome.done(said.with(state, Document.NONE));
            default -> Outcome.done(said.with(state, said.document()));
        };
    }

    /** What was last written of a newcomer: {@code refused.number.unknown} when nothing was. */
    public Outcome<Person> standing(DowntimeNumber number) {
        PatientId id = idOf(number.key());
        long[] places = models.query(() -> rooms.book().positions(Set.of(id)));
        List<Person> said = new ArrayList<>();
        for (Entry entry : journal.entries(places)) {
            IdentityFact.REGISTERED.read(entry).map(Registered::person).ifPresent(said::add);
            IdentityFact.CORRECTED.read(entry).map(Corrected::person).ifPresent(said::add);
        }
        return said.isEmpty()
                ? Outcome.refused(Problem.of(Category.NOT_FOUND, "refused.number.unknown", number.text()))
                : Outcome.done(said.getLast());
    }

    /** Why a patient must be looked after with more discretion. */
    public Set<Protection> protections(PatientId patient) {
        return models.query(() -> rooms.book().protections(rooms.patients().ids(patient)));
    }

    /** Two records that are to be one patient, or no longer. */
    public record Pair(RecordKey record, RecordKey other) {}

    /** Links two records provisionally: by one person, shown as such. */
    public synchronized Outcome<Receipt> link(Who who, Pair pair, Reasoned why) {
        return apart(pair).then(_ -> bind(who, pair, new Step(Bond.PROVISIONAL, ""), why));
    }

    /** Merges two records: by two persons, the second of whom has proved who she is. */
    public synchronized Outcome<Receipt> merge(Who who, StaffId second, Pair pair, Reasoned why) {
        if (who instanceof Who.Staff(StaffId first) && first.equals(second)) {
            return Outcome.refused(Problem.of(Category.FORBIDDEN, "access.second-same"));
        }
        boolean provisional = models.query(() -> rooms.book()
                .held(pair.record(), pair.other())
                .filter(held -> held.bond() == Bond.PROVISIONAL)
                .isPresent());
        Outcome<Pair> free = provisional ? Outcome.done(pair) : apart(pair);
        return free.then(_ -> bind(who, pair, new Step(Bond.MERGED, second.hex()), why));
    }

    /** Ends a link or a merge, whoever said it: both records stand by themselves again. */
    public synchronized Outcome<Receipt> part(Who who, Pair pair, Reasoned why) {
        boolean one = models.query(() -> rooms.patients()
                .byRecord(pair.record())
                .filter(patient -> rooms.patients().records(patient.id()).contains(pair.other()))
                .isPresent());
        return one
                ? bind(who, pair, new Step(Bond.PARTED, ""), why)
                : Outcome.refused(Problem.of(Category.CONFLICT, "refused.link.apart"));
    }

    private record Step(Bond bond, String second) {}

    private Outcome<Receipt> bind(Who who, Pair pair, Step step, Reasoned why) {
        return why.checked(clock.instant())
                .then(_ -> write(
                        IdentityFact.BOUND.draft(
                                who,
                                new Bound(
                                        Named.of(pair.record()),
                                        Named.of(pair.other()),
                                        step.bond(),
                                        step.second(),
                                        why.reason(),
                                        why.told())),
                        pair.other()));
    }

    private Outcome<Pair> apart(Pair pair) {
        return models.query(() -> {
            Optional<PatientId> one = rooms.patients().byRecord(pair.record()).map(found -> found.id());
            Optional<PatientId> other = rooms.patients().byRecord(pair.other()).map(found -> found.id());
            if (one.isEmpty() || other.isEmpty()) {
                return Outcome.refused(Problem.of(Category.NOT_FOUND, "web.no-patient"));
            }
            return one.equals(other)
                    ? Outcome.refused(Problem.of(Category.CONFLICT, "refused.link.same"))
                    : Outcome.done(pair);
        });
    }

    /**
     * Sets a protection on a record, or lifts it. Secrecy for somebody whom desks alone named makes the journal forget what
     * they wrote of who she is: see {@link Secrecy}.
     */
    public synchronized Outcome<Receipt> guard(Who who, Guarded asked) {
        return new Reasoned(asked.reason(), asked.told())
                .checked(clock.instant())
                .then(_ -> secrecy.hides(asked)
                        .map(number -> Outcome.done(
                                secrecy.hide(who, asked, new Secrecy.Hiding(number, idOf(number.key()), freeName()))))
                        .orElseGet(() -> write(
                                IdentityFact.GUARDED.draft(who, asked),
                                asked.record().key())));
    }

    /**
     * A newborn bears a code-name from now on, because its mother asked for secrecy after it was registered: see
     * {@link Secrecy}. Empty when another system speaks of it too.
     */
    public synchronized Optional<Receipt> hideNewborn(Who who, Guarded asked, PatientId newborn, CodeName name) {
        return secrecy.hide(who, asked, newborn, name);
    }

    private Outcome<Receipt> write(Draft draft, RecordKey about) {
        Receipt receipt = journal.write(draft.about(idOf(about).hex()));
        models.await(receipt.position(), FOLDED);
        return Outcome.done(receipt);
    }
}
