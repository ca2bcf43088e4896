package org.relais.paper;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;

/** Who lies where: by bed, empty beds too, and by name. */
final class CensusPages {
    private final Flow flow;
    private final Kit kit;
    private final Persons persons;

    CensusPages(Flow flow) {
        this.flow = flow;
        kit = flow.kit();
        persons = new Persons(kit);
    }

    void byBed(Census census) {
        int patients = census.byName().size();
        long free = census.places().stream()
                .filter(place -> place.patient() == null)
                .count();
        String count = kit.words().count("census.count", patients);
        flow.write(
                Para.bold(free == 0 ? count : count + " · " + kit.words().count("census.free", (int) free)),
                Para.small(kit.say("census.check")));
        flow.gap(4);
        if (census.places().isEmpty()) {
            flow.boxed(Pen.RULE, Para.text(kit.say("census.empty") + " " + kit.say("census.no-beds")));
        }
        Table table = new Table(
                        flow,
                        List.of(
                                kit.say("col.bed"),
                                kit.say("col.patient"),
                                kit.say("col.birth"),
                                kit.say("col.numbers"),
                                kit.say("col.since"),
                                kit.say("col.seen")),
                        22,
                        50,
                        36,
                        30,
                        22,
                        18)
                .rowsAtLeast(Box.WRITING)
                .grid();
        table.head();
        census.places().forEach(place -> table.row(row(place)));
        if (census.places().isEmpty()) {
            table.blankToFoot();
        } else if (flow.left() > 2 * Box.WRITING) {
            table.blank(2);
        }
    }

    private List<Cell> row(Census.Occupied place) {
        Patient patient = place.patient();
        Cell bed = Cell.bold(persons.bedCode(place.room(), place.bed()));
        if (patient == null) {
            return List.of(
                    bed,
                    Cell.of(Para.small(kit.say("census.free"))),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty());
        }
        return List.of(
                place.shared()
                        ? Cell.of(bed.paras().getFirst(), Para.of(Face.SMALL_BOLD, kit.say("census.shared")))
                                .marked(Cell.Mark.CRITICAL)
                        : bed,
                who(patient),
                birth(patient),
                number(patient),
                Cell.of(Para.small(persons.since(patient.place()))),
                Cell.empty());
    }

    /** @param last what the last column says of a patient, under the head of that key */
    void byName(List<Patient> patients, String lastKey, Function<Patient, String> last) {
        flow.write(Para.bold(kit.words().count("census.count", patients.size())));
        flow.gap(4);
        if (patients.isEmpty()) {
            flow.boxed(Pen.RULE, Para.text(kit.say("census.empty")));
            return;
        }
        Table table = new Table(
                        flow,
                        List.of(
                                kit.say("col.patient"),
                                kit.say("col.birth"),
                                kit.say("col.numbers"),
                                kit.say("col.bed"),
                                kit.say(lastKey)),
                        60,
                        38,
                        32,
                        20,
                        28)
                .rowsAtLeast(Box.WRITING);
        table.head();
        for (Patient patient : patients) {
            String bed = patient.place() == null
                    ? kit.unknown()
                    : persons.bedCode(patient.place().room(), patient.place().bed());
            table.row(List.of(
                    who(patient), birth(patient), number(patient), Cell.bold(bed), Cell.text(last.apply(patient))));
        }
    }

    private Cell who(Patient patient) {
        Para name = Para.bold(persons.name(patient.birthName()));
        return patient.usedName()
                .map(used -> Cell.of(name, Para.small(kit.say("used-name") + persons.name(used))))
                .orElse(Cell.of(name));
    }

    private Cell birth(Patient patient) {
        String sex = persons.sex(patient.sex());
        if (patient.birth() == null) {
            return Cell.of(Para.text(kit.unknown()), Para.small(sex));
        }
        String age = kit.moments().ageOf(patient.birth(), patient.death());
        return Cell.of(Para.text(kit.moments().at(patient.birth())), Para.small(age + " · " + sex));
    }

    private Cell number(Patient patient) {
        return Cell.of(Para.text(persons.ipp(patient).map(persons::number).orElse(kit.unknown())));
    }

    /** By birth name as a dictionary would, accents last. */
    static List<Patient> sorted(List<Patient> patients, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return patients.stream()
                .sorted(Comparator.comparing(
                                (Patient patient) -> patient.birthName().family(), collator)
                        .thenComparing(patient -> patient.birthName().given(), collator))
                .toList();
    }
}
