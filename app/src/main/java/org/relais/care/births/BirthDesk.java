package org.relais.care.births;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.AnnulAsked;
import org.relais.care.births.BirthFact.AnnulDropped;
import org.relais.care.births.BirthFact.Annulled;
import org.relais.care.births.BirthFact.Banded;
import org.relais.care.births.BirthFact.Born;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.BirthFact.Reunited;
import org.relais.care.births.BirthFact.Separated;
import org.relais.care.births.Coming.After;
import org.relais.care.births.Coming.Mother;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.CodeName;
import org.relais.care.identity.rniv.TraitText;
import org.relais.care.labels.LabelBook;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.RecordKey;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** The commands on births. Each returns once its facts are on disk. Whether one may is asked before. */
public final class BirthDesk {
    /** Two children of one mother written within this time are of one delivery. */
    public static final Duration ONE_DELIVERY = Duration.ofDays(150);

    public static final int MOST = 9;
    private static final int LONGEST = 120;
    private static final int LONGEST_REASON = 200;
    static final Duration FOLDED = Duration.ofSeconds(2);
    /** Stands for a given name that is not chosen: heard apart, each with another first letter up to five. */
    private static final List<String> RANKS =
            List.of("UN", "DEUX", "TROIS", "QUATRE", "CINQ", "SIX", "SEPT", "HUIT", "NEUF");

    private final Journal journal;
    private final ReadModels models;
    private final Rooms rooms;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * What the desk asks.
     *
     * @param zone the hospital's
     */
    public record Rooms(
            Patients patients, BirthBook book, IdentityDesk identities, LabelBook labels, Supplier<ZoneId> zone) {}

    public BirthDesk(Journal journal, ReadModels models, Rooms rooms, InstantSource clock) {
        this.journal = journal;
        this.models = models;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** A child's delivery, once it was found. */
    private record Delivery(String name, @Nullable Named mother, String matching, List<Birth> before) {}

    /**
     * Registers a newborn and writes its birth, in one breath.
     *
     * @return {@code refused.birth.rank}, {@code refused.birth.rank-taken}, {@code refused.birth.delivery-open},
     *     {@code refused.birth.name-taken}, and what {@link IdentityDesk#register} refuses
     */
    public synchronized Outcome<Drawn> born(Who who, Coming typed, Told told) {
        if (typed.rank() < 1 || typed.of() < typed.rank() || typed.of() > MOST) {
            return refused("refused.birth.rank", Integer.toString(MOST));
        }
        return told.checked(clock.instant())
                .then(_ -> delivery(typed, told))
                .then(delivery -> ranked(typed, delivery))
                .then(delivery -> named(typed, delivery)
                        .then(newcomer -> rooms.identities()
                                .register(
                                        who,
                                        newcomer.at(told, rooms.zone().get()),
                                        told,
                                        number -> Optional.of(
                                                BirthFact.BORN.draft(who, fact(typed, delivery, number, told))))));
    }

    private static Born fact(Coming typed, Delivery delivery, DowntimeNumber number, Told told) {
        int of = delivery.before.stream().mapToInt(Birth::of).reduce(typed.of(), Math::max);
        return new Born(
                delivery.name,
                number.digits(),
                delivery.mother,
                delivery.matching,
                typed.rank(),
                of,
                typed.sex().name(),
                typed.issue(),
                told);
    }

    private Outcome<Delivery> delivery(Coming typed, Told told) {
        return switch (typed.whose()) {
            case After(Birth sibling) -> Outcome.done(of(sibling));
            case Mother(PatientId id, String matching) -> first(id, matching, told);
        };
    }

    private Delivery of(Birth sibling) {
        return models.query(() -> {
            List<Birth> before = rooms.book().delivery(sibling.delivery());
            RecordKey mother = sibling.mother();
            return mother == null || hidden(mother)
                    ? new Delivery(sibling.delivery(), null, "", before)
                    : new Delivery(sibling.delivery(), Named.of(mother), sibling.matching(), before);
        });
    }

    private boolean hidden(RecordKey mother) {
        return rooms.patients().byRecord(mother).stream()
                .anyMatch(one -> rooms.patients().withheld(one.id()));
    }

    /** Sets a protection on somebody, or lifts it: see {@link BirthSecrecy}. */
    public synchronized Outcome<Receipt> guard(Who who, Guarded asked) {
        return new BirthSecrecy(journal, models, rooms).guard(who, asked);
    }

    /** A new delivery; of a mother who asked for secrecy nothing is written that names her. */
    private Outcome<Delivery> first(PatientId id, String matching, Told told) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String delivery = HexFormat.of().formatHex(name);
        return models.query(() -> {
            if (rooms.patients().withheld(id)) {
                return Outcome.done(new Delivery(delivery, null, "", List.of()));
            }
            Set<RecordKey> records = rooms.patients().records(id);
            boolean open = rooms.book().childrenOf(records).stream()
                    .anyMatch(birth -> Duration.between(birth.at(), told.occurredAt())
                                    .abs()
                                    .compareTo(ONE_DELIVERY)
                            < 0);
            return open
                    ? Outcome.refused(Problem.of(Category.CONFLICT, "refused.birth.delivery-open"))
                    : records.stream()
                            .filter(key -> !key.authority().equals(DowntimeNumber.AUTHORITY))
                            .findFirst()
                            .or(() -> records.stream().findFirst())
                            .map(key -> Outcome.done(new Delivery(delivery, Named.of(key), matching, List.of())))
                            .orElseGet(() -> Outcome.refused(Problem.of(Category.NOT_FOUND, "web.no-patient")));
        });
    }

    private static Outcome<Delivery> ranked(Coming typed, Delivery delivery) {
        boolean taken = delivery.before.stream().anyMatch(birth -> birth.rank() == typed.rank());
        return taken ? refused("refused.birth.rank-taken", Integer.toString(typed.rank())) : Outcome.done(delivery);
    }

    /** Whom the newborn is registered as. */
    private record Names(Coming typed, String family, String given) {
        Newcomer at(Told told, ZoneId zone) {
            return new Newcomer(
                    family,
                    given,
                    LocalDate.ofInstant(told.occurredAt(), zone),
                    typed.sex(),
                    typed.birthplace(),
                    "",
                    Document.NONE,
                    "",
                    "",
                    "",
                    "",
                    new Newcomer.Where(
                            typed.issue() == Issue.STILL ? "" : typed.ward(), typed.ward(), typed.pochette()));
        }
    }

    /** A name that no other child of the delivery has. */
    private Outcome<Names> named(Coming typed, Delivery delivery) {
        boolean nameless = typed.family().isBlank() && delivery.mother == null;
        CodeName code = nameless ? rooms.identities().freeName() : new CodeName(typed.family(), "");
        String given = typed.given().isBlank() ? "RANG " + RANKS.get(typed.rank() - 1) : typed.given();
        Outcome<String> written = TraitText.transcribed(given);
        return written.then(name -> models.query(() -> delivery.before.stream()
                        .flatMap(birth -> rooms.patients().get(birth.child()).stream())
                        .anyMatch(sibling -> sibling.birthName().given().equalsIgnoreCase(name)))
                ? refused("refused.birth.name-taken", name)
                : Outcome.done(new Names(typed, code.family(), given)));
    }

    /** Notes that bands written by hand are worn: their numbers, as read from them, must be right. */
    public Outcome<Receipt> writtenByHand(Who who, Birth birth, Scans scans, Told told) {
        return told.checked(clock.instant())
                .then(_ -> new BandCheck(models, rooms.patients())
                        .wrong(birth, scans)
                        .<Outcome<Receipt>>map(wrong -> refused("refused.birth.hand." + wrong.name()))
                        .orElseGet(() -> write(
                                birth,
                                BirthFact.BANDED.draft(who, new Banded(birth.number(), birth.matching(), told)))));
    }

    /** Whether bands were printed for both, or written by hand. */
    public boolean banded(Birth birth) {
        return models.query(() -> new Bands(rooms.patients(), rooms.labels()).worn(birth));
    }

    /**
     * Where a newborn goes.
     *
     * @param ward code of the ward it is transferred to, or empty
     * @param with who takes it; never blank
     */
    public record Leaving(Destination where, String ward, String with, Told told) {}

    /**
     * The newborn leaves its mother.
     *
     * @return {@code refused.birth.not-banded}, {@code refused.birth.apart}, {@code refused.birth.left}, {@code
     *     refused.birth.with}, and what
     *     {@link #matching} refuses
     */
    public synchronized Outcome<Receipt> separate(Who who, Birth birth, Scans scans, Leaving leaving) {
        if (!banded(birth)) {
            return Outcome.refused(Problem.of(Category.CONFLICT, "refused.birth.not-banded"));
        }
        return apart(birth, false)
                .then(_ -> told(leaving.with(), leaving.told()))
                .then(_ -> matching(who, birth, scans, leaving.told()))
                .then(_ -> write(
                        birth,
                        BirthFact.SEPARATED.draft(
                                who,
                                new Separated(
                                        birth.number(),
                                        leaving.where(),
                                        leaving.ward(),
                                        leaving.with(),
                                        leaving.told()))));
    }

    /**
     * Who brings a newborn back.
     *
     * @param ward code of the ward it is transferred to, or empty
     */
    public record Return(String ward, String with, Told told) {}

    /** The newborn is with its mother again: {@code refused.birth.together}, and as {@link #separate}. */
    public synchronized Outcome<Receipt> reunite(Who who, Birth birth, Scans scans, Return coming) {
        return apart(birth, true)
                .then(_ -> told(coming.with(), coming.told()))
                .then(_ -> matching(who, birth, scans, coming.told()))
                .then(_ -> write(
                        birth,
                        BirthFact.REUNITED.draft(
                                who, new Reunited(birth.number(), coming.ward(), coming.with(), coming.told()))));
    }

    private Outcome<Birth> apart(Birth birth, boolean wanted) {
        Birth now = models.query(() -> rooms.book().of(Set.of(birth.child()))).orElse(birth);
        return (now.apart() != null) == wanted
                ? here(now)
                : Outcome.refused(
                        Problem.of(Category.CONFLICT, wanted ? "refused.birth.together" : "refused.birth.apart"));
    }

    /** Nobody who left is taken from a ward or brought to one. */
    private Outcome<Birth> here(Birth birth) {
        boolean lies = models.query(() -> rooms.patients()
                .get(birth.child())
                .filter(child -> child.place() != null)
                .isPresent());
        return lies || rooms.identities().departures().last(birth.child()).isEmpty()
                ? Outcome.done(birth)
                : Outcome.refused(Problem.of(Category.CONFLICT, "refused.birth.left"));
    }

    private Outcome<Told> told(String with, Told told) {
        if (with.isBlank() || with.length() > LONGEST) {
            return refused("refused.birth.with", Integer.toString(LONGEST));
        }
        return told.checked(clock.instant());
    }

    /**
     * Whether the two bands are of this child and of its mother; when they are not, that is written before it is said.
     *
     * @return {@code refused.birth.scan} when a band was not read, {@code refused.birth.mismatch.CHILD}, {@code .MOTHER}
     *     or {@code .PAIR}, with the number that was read
     */
    private Outcome<Scans> matching(Who who, Birth birth, Scans scans, Told told) {
        if (scans.child().isEmpty() || (!birth.secret() && scans.mother().isEmpty())) {
            return refused("refused.birth.scan");
        }
        return new BandCheck(models, rooms.patients())
                .wrong(birth, scans)
                .<Outcome<Scans>>map(wrong -> {
                    write(
                            birth,
                            BirthFact.MISMATCHED.draft(
                                    who,
                                    new BirthFact.Mismatched(
                                            birth.number(),
                                            scans.step(),
                                            wrong,
                                            scans.child(),
                                            scans.matching(),
                                            scans.mother(),
                                            told)));
                    return Outcome.refused(
                            Problem.of(Category.CONFLICT, BandCheck.MISMATCH + wrong.name(), scans.read(wrong)));
                })
                .orElseGet(() -> Outcome.done(scans));
    }

    /** One person says that a birth was written by mistake: provisional, nothing is undone. */
    public synchronized Outcome<Receipt> askAnnul(Who who, Birth birth, String reason, Told told) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return refused("refused.birth.reason", Integer.toString(LONGEST_REASON));
        }
        return doubted(birth, false)
                .then(_ -> told.checked(clock.instant()))
                .then(_ ->
                        write(birth, BirthFact.ANNUL_ASKED.draft(who, new AnnulAsked(birth.number(), reason, told))));
    }

    /** What one person said was wrong: the birth stands. */
    public synchronized Outcome<Receipt> dropAnnul(Who who, Birth birth, Told told) {
        return doubted(birth, true)
                .then(_ -> told.checked(clock.instant()))
                .then(_ -> write(birth, BirthFact.ANNUL_DROPPED.draft(who, new AnnulDropped(birth.number(), told))));
    }

    /** A second person confirms what one said: the birth is struck. Who she is was proved before. */
    public synchronized Outcome<Receipt> annul(Who who, StaffId second, Birth birth, Told told) {
        return doubted(birth, true)
                .then(now -> told.checked(clock.instant()).then(_ -> {
                    String reason = now.doubt() == null ? "" : now.doubt().reason();
                    return write(
                            birth,
                            BirthFact.ANNULLED.draft(who, new Annulled(birth.number(), reason, second.hex(), told)));
                }));
    }

    private Outcome<Birth> doubted(Birth birth, boolean wanted) {
        Birth now = models.query(() -> rooms.book().of(Set.of(birth.child()))).orElse(birth);
        return (now.doubt() != null) == wanted
                ? Outcome.done(now)
                : Outcome.refused(
                        Problem.of(Category.CONFLICT, wanted ? "refused.birth.not-asked" : "refused.birth.asked"));
    }

    private Outcome<Receipt> write(Birth birth, Draft draft) {
        Receipt receipt = journal.write(draft.about(birth.child().hex()));
        models.await(receipt.position(), FOLDED);
        return Outcome.done(receipt);
    }

    private static <T> Outcome<T> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Category.INCORRECT, key, args));
    }
}
