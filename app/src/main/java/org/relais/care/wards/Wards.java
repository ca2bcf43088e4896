package org.relais.care.wards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Place;
import org.relais.care.wards.Census.Occupied;
import org.relais.care.wards.Ward.Bed;
import org.relais.kernel.WardCode;

/**
 * The questions about wards: the structure joined with where patients lie. Asked under the read lock, answers copies. A
 * ward that no structure names appears by its code as soon as somebody lies in it.
 */
public final class Wards {
    private final Structures structures;
    private final Patients patients;

    public Wards(Structures structures, Patients patients) {
        this.structures = structures;
        this.patients = patients;
    }

    public Hospital hospital() {
        return structures.get().hospital();
    }

    /** Where the site says that information is found. */
    public List<Structure.Elsewhere> elsewhere() {
        return structures.get().elsewhere();
    }

    /** The patients these wards are for. */
    public Patients patients() {
        return patients;
    }

    /** The wards of the structure in its order, then those that only messages know, by code. */
    public List<Ward> wards() {
        List<Ward> named = structures.get().wards();
        Stream<Ward> unnamed = patients.wardsInUse().stream()
                .filter(code -> named(code).isEmpty())
                .map(Wards::unnamed);
        return Stream.concat(named.stream(), unnamed).toList();
    }

    /** The ward of a code or of a UF code; nothing when neither the structure nor a patient knows it. */
    public Optional<Ward> ward(WardCode code) {
        return named(code).or(() -> patients.inWard(code).isEmpty() ? Optional.empty() : Optional.of(unnamed(code)));
    }

    /** What the ward of a code does; unknown when no structure names it. */
    public WardKind kind(WardCode code) {
        return named(code).map(Ward::kind).orElse(WardKind.UNKNOWN);
    }

    /** Who lies in a ward, by its code or one of its UF codes. */
    public Census census(WardCode code) {
        Ward ward = named(code).orElseGet(() -> unnamed(code));
        List<Patient> lying = Stream.concat(Stream.of(ward.code().value()), ward.units().stream())
                .distinct()
                .flatMap(unit -> patients.inWard(new WardCode(unit)).stream())
                .toList();
        return new Census(ward, places(ward, lying));
    }

    private Optional<Ward> named(WardCode code) {
        List<Ward> wards = structures.get().wards();
        return wards.stream()
                .filter(ward -> ward.code().equals(code))
                .findFirst()
                .or(() -> wards.stream()
                        .filter(ward -> ward.units().contains(code.value()))
                        .findFirst());
    }

    private static Ward unnamed(WardCode code) {
        return new Ward(code, code.value(), code.value(), WardKind.UNKNOWN, List.of(), List.of(), false);
    }

    private static List<Occupied> places(Ward ward, List<Patient> lying) {
        Map<Bed, List<Patient>> byBed = new LinkedHashMap<>();
        ward.beds().forEach(bed -> byBed.put(bed, new ArrayList<>()));
        List<Patient> elsewhere = new ArrayList<>();
        for (Patient patient : lying) {
            bedOf(ward, patient)
                    .ifPresentOrElse(
                            bed -> byBed.getOrDefault(bed, elsewhere).add(patient), () -> elsewhere.add(patient));
        }
        List<Occupied> places = new ArrayList<>();
        byBed.forEach((bed, inIt) -> places.addAll(occupied(bed, inIt)));
        places.addAll(outside(elsewhere));
        return List.copyOf(places);
    }

    private static List<Occupied> occupied(Bed bed, List<Patient> inIt) {
        if (inIt.isEmpty()) {
            return List.of(new Occupied(bed.room(), bed.bed(), null, false));
        }
        return inIt.stream()
                .map(patient -> new Occupied(bed.room(), bed.bed(), patient, inIt.size() > 1))
                .toList();
    }

    /** Patients whose bed no structure knows, by room and bed; the bedless last. */
    private static List<Occupied> outside(List<Patient> elsewhere) {
        Map<Bed, Integer> count = new LinkedHashMap<>();
        elsewhere.forEach(patient -> count.merge(said(patient), 1, Integer::sum));
        return elsewhere.stream()
                .sorted(Comparator.comparing(
                                (Patient patient) -> said(patient).bed().isEmpty())
                        .thenComparing(patient -> said(patient).room())
                        .thenComparing(patient -> said(patient).bed()))
                .map(patient -> {
                    Bed bed = said(patient);
                    boolean shared = !bed.bed().isEmpty() && count.getOrDefault(bed, 0) > 1;
                    return new Occupied(bed.room(), bed.bed(), patient, shared);
                })
                .toList();
    }

    /** The bed of the structure that a patient's place means: room and bed, else the bed alone when it is the only one. */
    private static Optional<Bed> bedOf(Ward ward, Patient patient) {
        Bed said = said(patient);
        if (said.bed().isEmpty()) {
            return Optional.empty();
        }
        List<Bed> alike = ward.beds().stream()
                .filter(bed -> bed.bed().equalsIgnoreCase(said.bed()))
                .filter(bed -> said.room().isEmpty()
                        || bed.room().isEmpty()
                        || bed.room().equalsIgnoreCase(said.room()))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static Bed said(Patient patient) {
        Place place = patient.place();
        return place == null
                ? new Bed("", "")
                : new Bed(place.room().strip(), place.bed().strip());
    }
}
