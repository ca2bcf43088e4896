package org.relais.care.births.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.journal.ReadModels;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;

/** The questions about watches: what was written joined with who she is and where she lies. Asks for the read lock itself. */
public final class Watches {
    /** The youngest who may be a mother, in years. */
    private static final int MOTHER_FROM = 10;

    private final ReadModels models;
    private final Wards wards;
    private final WatchBook book;

    /**
     * A woman whose trace is watched.
     *
     * @param ward where she lies, or null when she is in none
     */
    public record Watched(Patient patient, @Nullable WardCode ward, CtgWatch watch) {}

    /** A woman whose haemorrhage sheet is open. */
    public record Bleeding(Patient patient, @Nullable WardCode ward, Bleed bleed) {}

    public Watches(ReadModels models, Wards wards, WatchBook book) {
        this.models = models;
        this.wards = wards;
        this.book = book;
    }

    /** The intervals in force. */
    public Intervals intervals() {
        return models.query(book::intervals);
    }

    /** Every time they were validated, the newest first. */
    public List<Intervals> validated() {
        return models.query(book::validated);
    }

    /** Who took the alert about this load, as long as that holds. */
    public Optional<LoadTaken.Line> taken(MidwifeLoad load, Instant at) {
        return models.query(book::loads).stream()
                .filter(line -> line.said().answers(load, at))
                .findFirst();
    }

    /** Whether somebody is too young to be a mother; of unknown age, whether a mother of theirs is known. */
    public static boolean child(Patient patient, LocalDate today) {
        PartialTime birth = patient.birth();
        return birth == null
                ? patient.mother() != null
                : birth.local().toLocalDate().isAfter(today.minusYears(MOTHER_FROM));
    }

    /** What was written of a patient, under every one of her records. */
    public List<Signed> lines(PatientId patient) {
        return models.query(() -> book.lines(ids(patient)));
    }

    /** The women who are watched now, the one whose review is due first on top. */
    public List<Watched> open() {
        return models.query(() -> charts().stream()
                .flatMap(
                        patient -> CtgWatch.open(book.lines(ids(patient.id())))
                                .map(watch -> new Watched(patient, ward(patient), watch))
                                .stream())
                .sorted(Comparator.comparing((Watched one) -> one.watch().dueAt()))
                .toList());
    }

    /** Of these, the ones in one of these wards. */
    public static List<Watched> in(Collection<WardCode> wards, List<Watched> all) {
        return all.stream()
                .filter(one -> one.ward() != null && wards.contains(one.ward()))
                .toList();
    }

    /** The open haemorrhage sheets, the oldest first. */
    public List<Bleeding> bleeding() {
        return models.query(() -> charts().stream()
                .flatMap(
                        patient -> Bleed.open(book.lines(ids(patient.id())))
                                .map(bleed -> new Bleeding(patient, ward(patient), bleed))
                                .stream())
                .sorted(Comparator.comparing((Bleeding one) -> one.bleed().zero()))
                .toList());
    }

    /** How many of these have a review due at that moment. */
    public static int overdue(Collection<Watched> some, Instant at) {
        return (int) some.stream().filter(one -> one.watch().overdue(at)).count();
    }

    /** How many alerts about these have come to that step and were taken by nobody. */
    public static int calling(Collection<Watched> some, Escalation step, Instant at) {
        return (int) some.stream()
                .filter(one -> one.watch().calling(at).equals(Optional.of(step)))
                .count();
    }

    /** The midwives among these who are named for too many traces. */
    public static List<MidwifeLoad> tooMuch(Collection<Watched> some) {
        return MidwifeLoad.tooMuch(some.stream().map(Watched::watch).toList());
    }

    private Collection<Patient> charts() {
        Map<PatientId, Patient> charts = new LinkedHashMap<>();
        Stream<PatientId> watched = book.watched().stream().sorted(Comparator.comparing(PatientId::hex));
        watched.flatMap(id -> wards.patients().get(id).stream())
                .forEach(patient -> charts.putIfAbsent(patient.id(), patient));
        return charts.values();
    }

    private Set<PatientId> ids(PatientId patient) {
        return wards.patients().ids(patient);
    }

    private @Nullable WardCode ward(Patient patient) {
        Place place = patient.place();
        return Optional.ofNullable(place)
                .map(lies -> wards.ward(lies.ward()).map(Ward::code).orElse(lies.ward()))
                .orElse(null);
    }
}
