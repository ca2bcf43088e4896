package org.relais.care.identity.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact.Left;
import org.relais.care.identity.desk.IdentityFact.Stayed;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Who;

/**
 * The commands on departures: of those whom only Relais registered, since of everybody else the hospital's systems say
 * where they lie. Each returns once its facts are on disk. Whether one may is asked before.
 */
public final class DepartureDesk {
    private static final int LONGEST_PLACE = 120;
    private static final int NAME_BYTES = 16;
    private static final Duration FOLDED = Duration.ofSeconds(2);
    /** Times are typed to the minute. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Journal journal;
    private final ReadModels models;
    private final IdentityDesk.Rooms rooms;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    DepartureDesk(Journal journal, ReadModels models, IdentityDesk.Rooms rooms, InstantSource clock) {
        this.journal = journal;
        this.models = models;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Where somebody goes.
     *
     * @param ward  code of another ward of this hospital, or empty
     * @param place which hospital or where, or empty
     */
    public record Leaving(Whither where, String ward, String place, Told told) {}

    /** Whether only Relais speaks of a patient, so that nobody else will say that she left. */
    public boolean onlyHere(PatientId patient) {
        Set<RecordKey> records = models.query(() -> rooms.patients().records(patient));
        return !records.isEmpty()
                && records.stream().allMatch(key -> key.authority().equals(DowntimeNumber.AUTHORITY));
    }

    /** The last departure of a patient that was written here and stands. */
    public Optional<Left> last(PatientId patient) {
        long[] places =
                models.query(() -> rooms.book().positions(rooms.patients().ids(patient)));
        Map<String, Left> standing = new LinkedHashMap<>();
        for (Entry entry : journal.entries(places)) {
            IdentityFact.LEFT.read(entry).ifPresent(fact -> standing.put(fact.departure(), fact));
            IdentityFact.STAYED.read(entry).ifPresent(fact -> standing.remove(fact.departure()));
        }
        return standing.values().stream().reduce((_, later) -> later);
    }

    /**
     * Somebody leaves, and those named with her: all of them, or nobody.
     *
     * @return {@code refused.departure.elsewhere} when a system of the hospital speaks of one of them,
     *     {@code refused.departure.absent}, {@code refused.departure.before}, {@code refused.departure.same},
     *     {@code refused.departure.ward}, {@code refused.departure.place} (longest)
     */
    public synchronized Outcome<Receipt> leave(Who who, List<PatientId> leaving, Leaving how) {
        Outcome<Leaving> possible =
                checked(how).then(_ -> how.told().checked(clock.instant())).then(_ -> Outcome.done(how));
        Outcome<List<Draft>> drafts = possible.then(_ -> Outcome.done(new ArrayList<>()));
        for (PatientId patient : leaving) {
            drafts = drafts.then(before -> draft(who, patient, how).then(draft -> {
                List<Draft> more = new ArrayList<>(before);
                more.add(draft);
                return Outcome.done(more);
            }));
        }
        return drafts.then(this::written);
    }

    private Outcome<Draft> draft(Who who, PatientId patient, Leaving how) {
        return number(patient)
                .then(number -> present(patient, how)
                        .then(_ -> Outcome.done(IdentityFact.LEFT
                                .draft(who, new Left(name(), number, how.where(), how.ward(), how.place(), how.told()))
                                .about(idOf(number).hex()))));
    }

    /** The last departure was a mistake: {@code refused.departure.none} when it is not the one that is meant. */
    public synchronized Outcome<Receipt> annul(Who who, PatientId patient, String departure, Reasoned why) {
        return why.checked(clock.instant())
                .then(_ -> last(patient)
                        .filter(left -> left.departure().equals(departure))
                        .map(left -> written(List.of(IdentityFact.STAYED
                                .draft(who, new Stayed(departure, left.number(), why.reason(), why.told()))
                                .about(idOf(left.number()).hex()))))
                        .orElseGet(() -> refused(Category.CONFLICT, "refused.departure.none")));
    }

    private static Outcome<Leaving> checked(Leaving how) {
        if ((how.where() == Whither.WARD) == how.ward().isBlank()) {
            return refused(Category.INCORRECT, "refused.departure.ward");
        }
        boolean named = how.where() == Whither.HOSPITAL || how.where() == Whither.ELSEWHERE;
        if ((named && how.place().isBlank()) || how.place().length() > LONGEST_PLACE) {
            return refused(Category.INCORRECT, "refused.departure.place", Integer.toString(LONGEST_PLACE));
        }
        return Outcome.done(how);
    }

    /** The lowest downtime number of somebody of whom nothing but downtime numbers is known. */
    private Outcome<String> number(PatientId patient) {
        return onlyHere(patient)
                ? Outcome.done(models.query(() -> rooms.patients().records(patient)).stream()
                        .map(RecordKey::localId)
                        .min(String::compareTo)
                        .orElseThrow())
                : refused(Category.CONFLICT, "refused.departure.elsewhere");
    }

    private Outcome<Place> present(PatientId patient, Leaving how) {
        Place place = models.query(() -> rooms.patients().get(patient))
                .map(Patient::place)
                .orElse(null);
        if (place == null) {
            return refused(Category.CONFLICT, "refused.departure.absent");
        }
        if (place.ward().value().equals(how.ward())) {
            return refused(Category.INCORRECT, "refused.departure.same");
        }
        PartialTime since = place.since();
        ZoneId zone = rooms.zone().get();
        Instant end = how.told().occurredAt().plus(MINUTE);
        return since != null && !since.instant(zone).isBefore(end)
                ? refused(Category.INCORRECT, "refused.departure.before")
                : Outcome.done(place);
    }

    private Outcome<Receipt> written(List<Draft> drafts) {
        try {
            Receipt last = journal.append(drafts).join().getLast();
            models.await(last.position(), FOLDED);
            return Outcome.done(last);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                return Outcome.refused(problem.problem());
            }
            throw failed;
        }
    }

    private PatientId idOf(String number) {
        return new PatientId(journal.pseudonyms().of("patient", DowntimeNumber.AUTHORITY + "\u0000" + number));
    }

    private String name() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static <T> Outcome<T> refused(Category category, String key, String... args) {
        return Outcome.refused(Problem.of(category, key, args));
    }
}
