package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.demo.DemoWard.Spot;

/** Who comes, and by which door: the beds filled at the beginning, then emergencies, planned stays, mothers, visits. */
final class Flow {
    /** Nobody who came that late has given birth, or hardly anybody. */
    private static final Duration STILL_IN_LABOUR = Duration.ofHours(8);

    private final Random random;
    private final Agenda agenda;
    private final People people;
    private final Adt adt;
    private final Beds beds = new Beds();
    private final Set<Inpatient> present = new LinkedHashSet<>();
    private final Stays stays;
    private final Bedside bedside;
    private int numbers;
    private int visits;
    private @Nullable Inpatient heroine;
    /** From when women in labour come to the delivery rooms: those who came before were moved on once delivered. */
    private Instant delivering = Instant.MAX;

    Flow(Random random, Agenda agenda, Outbox outbox, People people) {
        this.random = random;
        this.agenda = agenda;
        this.people = people;
        this.adt = new Adt(outbox, agenda);
        this.bedside = new Bedside(random, agenda, outbox);
        this.stays = new Stays(this, random, agenda, adt);
    }

    void open(int patients, Duration span) {
        int beds = 0;
        for (DemoWard ward : DemoWard.values()) {
            beds += ward.target();
        }
        int first = Math.max(1, Math.min(beds - DemoWard.MAT.beds().size() / 2, patients * 7 / 10));
        agenda.at(agenda.now(), () -> admitHeroine(span));
        List<DemoWard> order = new ArrayList<>();
        for (DemoWard ward : DemoWard.values()) {
            int women = ward == DemoWard.MAT ? 28 : ward.target();
            for (int i = 0; i < women; i++) {
                order.add(ward);
            }
        }
        java.util.Collections.shuffle(order, random);
        order.stream()
                .limit(first - 1L)
                .forEach(ward -> agenda.in(Duration.ofSeconds(30 + random.nextInt(7200)), () -> alreadyHere(ward)));
        int rest = Math.max(0, patients - Math.min(first, order.size() + 1));
        Duration between = span.minusHours(3).dividedBy(Math.max(1, rest));
        for (int i = 0; i < rest; i++) {
            agenda.at(agenda.now().plus(Duration.ofHours(2)).plus(between.multipliedBy(i)), this::arrival);
        }
        Instant live = agenda.now().plus(span).plusSeconds(60);
        delivering = live.minus(STILL_IN_LABOUR);
        agenda.at(live, () -> keepComing(Duration.ofMinutes(Math.clamp(between.toMinutes(), 5, 60))));
    }

    private void keepComing(Duration between) {
        arrival();
        agenda.in(between.plusSeconds(random.nextInt(240)), () -> keepComing(between));
    }

    private void admitHeroine(Duration span) {
        Inpatient patient = newcomer(People.heroine(), DemoWard.MAT, Illness.PREGNANCY, null);
        patient.pinned = true;
        patient.status = "VALI";
        patient.allergies.clear();
        patient.allergies.add(Allergy.AMOXICILLIN);
        patient.spot = beds.take(
                        DemoWard.MAT, spot -> spot.room().equals(DemoHospital.HEROINE_ROOM) && !cradle(spot), random)
                .orElseThrow();
        heroine = patient;
        admit(patient, "A01", agenda.now().minusSeconds(3 * 3600));
        bedside.story(patient, agenda.now().plus(span));
    }

    /** Someone who was admitted before the history begins. */
    private void alreadyHere(DemoWard ward) {
        Optional<Spot> spot = beds.take(ward, Flow::ordinary, random);
        if (spot.isEmpty()) {
            return;
        }
        Instant since = agenda.now().minus(Duration.ofMinutes(90 + random.nextInt(stays.usual(ward) * 60)));
        Illness illness = ward == DemoWard.MAT && random.nextInt(6) > 0 ? Illness.DELIVERED : Illness.of(ward, random);
        Inpatient patient = ward == DemoWard.NEO
                ? newborn(Illness.PREMATURE, since, lone())
                : newcomer(personFor(ward), ward, illness, null);
        patient.spot = spot.get();
        patient.patientClass = ward == DemoWard.URG ? "E" : "I";
        admit(patient, ward == DemoWard.URG ? "A04" : "A01", since);
        if (illness.equals(Illness.DELIVERED)) {
            born(patient, since.plusSeconds(3600));
        }
    }

    /** A mother who is not, or no longer, in the hospital: only named as such. */
    private Inpatient lone() {
        Inpatient mother = newcomer(people.woman(18, 42), DemoWard.MAT, Illness.DELIVERED, null);
        adt.identity(mother, "A28");
        return mother;
    }

    void arrival() {
        int kind = random.nextInt(100);
        if (kind < 50) {
            emergency();
        } else if (kind < 66) {
            planned();
        } else if (kind < 76) {
            inBed(inLabour(), DemoWard.MAT, Illness.LABOUR);
        } else if (kind < 84) {
            inBed(free(DemoWard.PED), DemoWard.PED, Illness.of(DemoWard.PED, random));
        } else {
            outpatient();
        }
    }

    private void emergency() {
        boolean child = random.nextInt(5) == 0;
        Person person = child ? people.adult(1, 15) : people.adult(17, 94);
        Inpatient patient = newcomer(person, DemoWard.URG, Illness.of(DemoWard.URG, random), null);
        patient.patientClass = "E";
        patient.spot = beds.take(DemoWard.URG, spot -> true, random).orElse(null);
        if (random.nextInt(25) == 0) {
            stays.knownTwice(patient);
        }
        admit(patient, "A04", agenda.now());
    }

    private void planned() {
        Inpatient patient = newcomer(people.adult(18, 85), DemoWard.CHIR, Illness.of(DemoWard.CHIR, random), null);
        patient.patientClass = "P";
        patient.visit = nextVisit();
        patient.admittedAt = agenda.now().plus(Duration.ofHours(10));
        adt.arrives(patient, "A05", patient.admittedAt);
        if (random.nextInt(12) == 0) {
            agenda.in(Duration.ofHours(2), () -> adt.cancels(patient, "A38", "A05"));
            return;
        }
        agenda.in(Duration.ofHours(10), () -> {
            Optional<Spot> spot = free(DemoWard.CHIR);
            if (spot.isEmpty()) {
                adt.cancels(patient, "A38", "A05");
                return;
            }
            patient.spot = spot.get();
            patient.patientClass = "I";
            admit(patient, "A01", agenda.now());
        });
    }

    /** A delivery room for whoever is still in labour when the history ends, else a bed of the maternity. */
    private Optional<Spot> inLabour() {
        Optional<Spot> room =
                agenda.now().isBefore(delivering) ? Optional.empty() : beds.take(DemoWard.MAT, Spot::delivery, random);
        return room.isPresent() ? room : free(DemoWard.MAT);
    }

    private void inBed(Optional<Spot> spot, DemoWard ward, Illness illness) {
        if (spot.isEmpty()) {
            outpatient();
            return;
        }
        Inpatient patient = newcomer(personFor(ward), ward, illness, null);
        patient.spot = spot.get();
        admit(patient, "A01", agenda.now());
    }

    private void outpatient() {
        DemoWard ward = random.nextBoolean() ? DemoWard.MEDB : DemoWard.CHIR;
        Inpatient patient = newcomer(people.adult(18, 88), ward, Illness.of(ward, random), null);
        patient.patientClass = "O";
        admit(patient, "A04", agenda.now());
    }

    /** A birth in the hospital: the child lies in its mother's room when the cradle is free. */
    void born(Inpatient mother, Instant at) {
        Optional<Spot> cradle =
                beds.take(DemoWard.MAT, spot -> cradle(spot) && spot.room().equals(mother.room()), random);
        if (cradle.isEmpty()) {
            return;
        }
        mother.twins = random.nextInt(14) == 0;
        Inpatient child = newborn(Illness.NEWBORN, at, mother);
        mother.born++;
        child.spot = cradle.get();
        child.ward = DemoWard.MAT;
        mother.newborns.add(child);
        admit(child, "A01", at);
        if (mother.twins) {
            free(DemoWard.NEO).ifPresent(cot -> secondTwin(mother, cot, at.plusSeconds(540)));
        }
    }

    /** The second of twins is watched in neonatology. */
    private void secondTwin(Inpatient mother, Spot cot, Instant at) {
        Inpatient child = newborn(Illness.PREMATURE, at, mother);
        child.spot = cot;
        mother.born++;
        admit(child, "A01", at);
    }

    private static int rank(@Nullable Inpatient mother) {
        return mother == null || !mother.twins ? 0 : mother.born + 1;
    }

    private Inpatient newborn(Illness illness, Instant at, Inpatient mother) {
        boolean early = illness.equals(Illness.PREMATURE);
        double weight = Math.round((early ? 1.9 : 3.2) * (1 + random.nextGaussian() * 0.1) * 1000) / 1000.0;
        DemoWard ward = early ? DemoWard.NEO : DemoWard.MAT;
        return newcomer(people.newborn(mother.person, at, weight), ward, illness, mother);
    }

    private Inpatient newcomer(Person person, DemoWard ward, Illness illness, @Nullable Inpatient mother) {
        Inpatient patient = new Inpatient(
                person, nextIpp(), new Inpatient.Origin(ward, illness, mother, rank(mother), Doctors.of(ward, random)));
        if (mother == null && random.nextInt(8) > 0) {
            patient.status = "VALI";
        }
        int luck = random.nextInt(10);
        if (mother == null && luck < 4) {
            patient.allergies.add(Allergy.NONE_KNOWN);
        } else if (mother == null && luck < 7) {
            patient.allergies.add(Names.pick(Allergy.USUAL, random));
        }
        return patient;
    }

    private void admit(Inpatient patient, String trigger, Instant since) {
        if (patient.visit.isEmpty()) {
            patient.visit = nextVisit();
        }
        patient.admittedAt = since;
        patient.present = true;
        present.add(patient);
        adt.arrives(patient, trigger, since);
        bedside.begin(patient);
        stays.begin(patient);
    }

    private Person personFor(DemoWard ward) {
        return switch (ward) {
            case MAT -> people.woman(17, 43);
            case PED -> people.adult(1, 15);
            case GER -> people.adult(76, 99);
            case URG -> people.adult(17, 94);
            default -> people.adult(28, 90);
        };
    }

    /** A bed, unless the ward is as full as it should be. */
    Optional<Spot> free(DemoWard ward) {
        return beds.occupied(ward) > ward.target() ? Optional.empty() : beds.take(ward, Flow::ordinary, random);
    }

    Beds beds() {
        return beds;
    }

    Collection<Inpatient> present() {
        return present;
    }

    void gone(Inpatient patient) {
        patient.present = false;
        patient.episode++;
        present.remove(patient);
    }

    void back(Inpatient patient) {
        patient.present = true;
        present.add(patient);
        bedside.begin(patient);
        stays.begin(patient);
    }

    String nextIpp() {
        return "8%08d".formatted(10_007 + 37 * numbers++);
    }

    @Nullable
    Inpatient heroine() {
        return heroine;
    }

    private String nextVisit() {
        return "26%07d".formatted(++visits);
    }

    /** A bed where anybody of the ward may lie. */
    private static boolean ordinary(Spot spot) {
        return !cradle(spot) && !spot.delivery();
    }

    private static boolean cradle(Spot spot) {
        return spot.bed().equals(DemoWard.CRADLE);
    }
}
