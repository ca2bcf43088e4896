package org.relais.wiring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Coming;
import org.relais.care.births.Scans;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.CtgWatch;
import org.relais.care.births.watch.Escalation;
import org.relais.care.births.watch.Phase;
import org.relais.care.births.watch.Reading;
import org.relais.care.births.watch.StopReason;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Told;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelKind;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.demo.DemoHospital;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.paper.Bearer;
import org.relais.paper.Stamp;
import org.relais.upkeep.printers.Printer;

/**
 * Plays the maternity: a woman whose reviews are signed in time, one whose are not, twins with their bands, of whom one went to
 * neonatology and one went and came back, a child born in secret; after the cut, women who come in labour and give birth.
 */
final class DemoMaternity {
    private static final WardCode MATERNITY = new WardCode("MAT");
    private static final String TOWN = "97209";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The last year in which somebody of the fictitious maternity who is no newborn was born. */
    private static final int GROWN = 2015;

    private final House house;
    private @Nullable PatientId steady;
    private @Nullable PatientId late;
    private @Nullable PatientId pushing;

    DemoMaternity(House house) {
        this.house = house;
    }

    /** Before the cut: three women of the delivery rooms. */
    void first() {
        List<Patient> women = women();
        if (!women.isEmpty()) {
            PatientId one = women.getFirst().id();
            place(one, new CtgFact.Placed(Phase.ACTIVE_LABOUR, "Nadège Bellerose", true, 15, ago(20)));
            review(one, ago(6));
            steady = one;
        }
        if (women.size() > 1) {
            PatientId other = women.get(1).id();
            place(other, new CtgFact.Placed(Phase.PUSHING, "Marie-Line Zozor", true, 5, ago(8)));
            late = other;
        }
        if (women.size() > 2) {
            twins(women.get(2));
        }
    }

    /** After it: the steady one is reviewed when it is due; of the late one the alert is taken, then the review is signed. */
    void next() {
        Instant now = house.clock().instant();
        PatientId mother = pushing;
        if (mother != null) {
            delivers(mother);
        }
        open(steady).filter(watch -> watch.overdue(now)).ifPresent(_ -> review(steady, ago(0)));
        open(late)
                .filter(watch -> watch.escalation(now).equals(Optional.of(Escalation.DMC)))
                .ifPresent(watch -> {
                    if (watch.taken().isPresent()) {
                        review(late, ago(0));
                    } else {
                        take(late);
                    }
                });
    }

    /** A woman who came in labour: she pushes under watch, and by the next round her child is born. */
    void inLabour(PatientId woman) {
        place(woman, new CtgFact.Placed(Phase.PUSHING, "Marie-Ange Lordinot", true, 5, ago(0)));
        pushing = woman;
    }

    private void delivers(PatientId mother) {
        pushing = null;
        house.folded().query(() -> house.wards().patients().get(mother)).ifPresent(her -> {
            String matching = Bearer.of(her).map(Bearer::number).orElse("");
            Sex sex = RANDOM.nextBoolean() ? Sex.FEMALE : Sex.MALE;
            Birth child = born(
                    new Coming.Mother(mother, matching),
                    new Child(her.birthName().family(), sex, 1, 1, ago(0)));
            wrote(house.watchDesk()
                    .stop(about(mother), new CtgFact.Stopped(StopReason.BORN, "", ago(0)))
                    .orThrow()
                    .position());
            banded(child, matching);
            print(mother, LabelKind.MOTHER_BAND, matching, null);
        });
    }

    /** A child of a woman who asked for secrecy: nothing links the two. */
    void secret(PatientId mother) {
        born(new Coming.Mother(mother, ""), new Child("", Sex.FEMALE, 1, 1, ago(35)));
    }

    private void twins(Patient mother) {
        String matching = Bearer.of(mother).map(Bearer::number).orElse("");
        String family = mother.birthName().family();
        Birth first = born(new Coming.Mother(mother.id(), matching), new Child(family, Sex.FEMALE, 1, 2, ago(55)));
        Birth second = born(new Coming.After(first), new Child(family, Sex.MALE, 2, 2, ago(46)));
        banded(first, matching);
        banded(second, matching);
        print(mother.id(), LabelKind.MOTHER_BAND, matching, null);
        away(first, matching, new BirthDesk.Leaving(Destination.IMAGING, "", "Mme Louise", ago(30)));
        house.birthDesk()
                .reunite(
                        midwife(),
                        first,
                        new Scans(Step.REUNION, first.number(), matching, matching),
                        new BirthDesk.Return("", "Mme Louise", ago(12)))
                .orThrow();
        away(second, matching, new BirthDesk.Leaving(Destination.NEONATOLOGY, "NEO", "M. Valmire", ago(25)));
    }

    private void away(Birth birth, String matching, BirthDesk.Leaving leaving) {
        house.birthDesk()
                .separate(midwife(), birth, new Scans(Step.SEPARATION, birth.number(), matching, matching), leaving)
                .orThrow();
    }

    private record Child(String family, Sex sex, int rank, int of, Told told) {}

    private Birth born(Coming.Whose whose, Child child) {
        Coming coming = new Coming(
                whose, child.family, "", child.sex, TOWN, child.rank, child.of, Issue.LIVE, MATERNITY.value(), null);
        PatientId id =
                house.birthDesk().born(midwife(), coming, child.told).orThrow().patient();
        return house.folded()
                .query(() -> house.models().births().of(Set.of(id)))
                .orElseThrow();
    }

    private void banded(Birth birth, String matching) {
        print(birth.child(), LabelKind.NEWBORN_BAND, birth.number(), new BirthMark(birth.rank(), birth.of(), matching));
    }

    private void print(PatientId patient, LabelKind kind, String number, @Nullable BirthMark mark) {
        int bands = kind == LabelKind.NEWBORN_BAND ? 2 : 1;
        LabelBook.Noted noted = house.models()
                .labels()
                .print(
                        midwife(),
                        List.of(patient),
                        new LabelBook.Order(
                                Map.of(kind, bands), number, null, Printer.USUAL.id(), Stamp.newJob(RANDOM), mark))
                .orThrow();
        house.folded().await(noted.receipt().position(), Duration.ofSeconds(2));
    }

    private void place(PatientId woman, CtgFact.Placed placed) {
        wrote(house.watchDesk()
                .place(about(woman), placed, house.watches().intervals())
                .orThrow()
                .position());
    }

    private void review(@Nullable PatientId woman, Told told) {
        if (woman != null) {
            wrote(house.watchDesk()
                    .review(about(woman), new CtgFact.Reviewed(Reading.NORMAL, "Rythme de base 140", told))
                    .orThrow()
                    .position());
        }
    }

    private void take(@Nullable PatientId woman) {
        if (woman != null) {
            wrote(house.watchDesk()
                    .take(about(woman), new CtgFact.Taken(Escalation.DMC, "Dr Palmiste", "en route", ago(0)))
                    .orThrow()
                    .position());
        }
    }

    private void wrote(long position) {
        house.folded().await(position, Duration.ofSeconds(2));
    }

    private Optional<CtgWatch> open(@Nullable PatientId woman) {
        return woman == null ? Optional.empty() : CtgWatch.open(house.watches().lines(woman));
    }

    private WatchDesk.About about(PatientId woman) {
        return new WatchDesk.About(midwife(), woman, house.watches().lines(woman));
    }

    private Who midwife() {
        return house.models().accounts().byLogin("sagefemme").map(Account::who).orElseGet(Who.Operator::new);
    }

    private Told ago(int minutes) {
        return Told.now(house.clock().instant().minus(Duration.ofMinutes(minutes)));
    }

    /** Those whose child lies here too: it is born already. */
    private Set<PatientId> mothers() {
        Set<PatientId> mothers = new HashSet<>();
        for (Ward ward : house.wards().wards()) {
            for (Patient patient : house.wards().census(ward.code()).byName()) {
                PatientId mother = patient.mother();
                if (mother != null) {
                    mothers.add(mother);
                }
            }
        }
        return mothers;
    }

    /** The women of the maternity who asked for no secrecy and whose child is not born, those in the delivery rooms first. */
    private List<Patient> women() {
        return house.folded().query(() -> {
            List<Patient> there = new ArrayList<>();
            List<Patient> elsewhere = new ArrayList<>();
            Census census = house.wards().census(MATERNITY);
            Set<PatientId> mothers = mothers();
            for (Census.Occupied place : census.places()) {
                Patient lying = place.patient();
                boolean heroine = place.room().equals(DemoHospital.HEROINE_ROOM);
                if (lying != null
                        && !heroine
                        && lying.sex() == Sex.FEMALE
                        && lying.mother() == null
                        && grown(lying)
                        && !mothers.contains(lying.id())
                        && !house.wards().patients().withheld(lying.id())) {
                    boolean room = census.ward().beds().contains(new Ward.Bed(place.room(), place.bed(), true));
                    (room ? there : elsewhere).add(lying);
                }
            }
            there.addAll(elsewhere);
            return there;
        });
    }

    private static boolean grown(Patient patient) {
        var birth = patient.birth();
        return birth != null && birth.local().getYear() <= GROWN;
    }
}
