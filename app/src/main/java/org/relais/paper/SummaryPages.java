package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Source;
import org.relais.care.identity.Patient;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;

/**
 * One patient's summary: what the hospital's systems had said of her, allergies first. Each datum with its age and
 * source; what is not known says so.
 */
final class SummaryPages {
    private final Chart chart;
    private final Flow flow;
    private final Kit kit;
    private final Data data;
    private final SummaryMore more;

    SummaryPages(Chart chart, Flow flow) {
        this.chart = chart;
        this.flow = flow;
        kit = flow.kit();
        data = new Data(kit);
        more = new SummaryMore(chart, flow);
    }

    void write() {
        incomplete();
        more.alerts();
        allergies();
        problems();
        weightAndGroup();
        medications();
        results("summary.labs", "col.analyte", chart.labs());
        results(
                "summary.vitals",
                "col.vital",
                chart.vitals().stream().filter(series -> !Data.isWeight(series)).toList());
        more.found();
        pending();
        more.appointments();
        more.documents();
        contacts();
        identity();
        more.movements();
        more.elsewhere();
    }

    private void incomplete() {
        if (!chart.incomplete().isEmpty()) {
            flow.boxed(
                    Pen.HEAVY,
                    Para.bold(kit.words()
                            .count("summary.incomplete", chart.incomplete().size())));
        }
    }

    private void allergies() {
        flow.heading(kit.say("summary.allergies"));
        if (chart.allergies().isEmpty()) {
            flow.boxed(Pen.DASHED, Para.led(Face.BODY, kit.unknown(), kit.say("summary.allergies.ask")));
            return;
        }
        Table table = new Table(flow, List.of(), 44, 48, 86);
        for (Chart.Allergy allergy : chart.allergies()) {
            boolean recheck = allergy.none() || allergy.freshness() == Freshness.RECHECK;
            List<Para> name = new ArrayList<>();
            name.add(Para.bold(
                    allergy.none()
                            ? kit.say("allergy.none")
                            : kit.known(allergy.substance().display())));
            if (recheck) {
                name.add(Para.of(Face.SMALL_BOLD, kit.say("recheck")));
            }
            Cell cell = new Cell(name, recheck ? Cell.Mark.RECHECK : Cell.Mark.NONE, false);
            String what = Data.joined(
                    kit.words().sayOr("allergy.kind." + allergy.kind(), allergy.kind()),
                    kit.words().sayOr("allergy.severity." + allergy.severity(), allergy.severity()),
                    allergy.reaction());
            table.row(List.of(
                    cell,
                    Cell.text(allergy.none() ? kit.say("allergy.ask-again") : kit.known(what)),
                    where(allergy.since(), allergy.source())));
        }
    }

    /** Time, age and source on one small line. */
    private Cell where(@Nullable PartialTime time, Source source) {
        return Cell.of(Para.small(data.inline(time, source)));
    }

    private void problems() {
        if (chart.problems().isEmpty()) {
            flow.heading(kit.say("summary.problems"), kit.unknown());
            return;
        }
        flow.heading(kit.say("summary.problems"));
        Table table = new Table(flow, List.of(), 96, 82);
        for (Chart.Problem problem : chart.problems()) {
            String code = problem.problem().code();
            String text = problem.problem().display();
            table.row(List.of(
                    Cell.of(Para.led(
                            Face.BODY, kit.known(text), code.isBlank() || code.equals(text) ? "" : "  " + code)),
                    where(problem.since(), problem.source())));
        }
    }

    private void weightAndGroup() {
        flow.heading(kit.say("summary.weight-group"));
        Table table = new Table(flow, List.of(), 36, 60, 82);
        List<Chart.Series> weights =
                chart.vitals().stream().filter(Data::isWeight).toList();
        if (weights.isEmpty()) {
            table.row(List.of(Cell.text(kit.say("weight")), Cell.bold(kit.unknown()), Cell.empty()));
        }
        weights.forEach(series -> table.row(List.of(
                Cell.text(kit.known(series.analyte().display())),
                data.value(series.last()),
                where(series.last().takenAt(), series.last().source()))));
        if (chart.bloodGroup().isEmpty()) {
            table.row(List.of(
                    Cell.text(kit.say("group")), Cell.bold(kit.unknown()), Cell.of(Para.small(kit.say("group.rule")))));
        }
        chart.bloodGroup()
                .forEach(series -> table.row(List.of(group(series), groupValue(series), groupSource(series))));
    }

    private Cell group(Chart.Series series) {
        return Cell.of(Para.text(kit.say("group")), Para.small(series.analyte().display()));
    }

    private Cell groupValue(Chart.Series series) {
        return Cell.of(
                        Para.bold(data.amount(series.last())),
                        Para.of(Face.SMALL_BOLD, kit.say("recheck")),
                        Para.small(kit.say("group.information")))
                .marked(Cell.Mark.RECHECK);
    }

    private Cell groupSource(Chart.Series series) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.small(data.inline(series.last().takenAt(), series.last().source())));
        paras.add(Para.small(kit.say("group.rule")));
        return new Cell(paras, Cell.Mark.NONE, false);
    }

    private void medications() {
        List<Chart.Medication> active =
                chart.medications().stream().filter(Chart.Medication::active).toList();
        if (active.isEmpty()) {
            flow.heading(kit.say("summary.medications"), kit.unknown());
            stopped();
            return;
        }
        flow.heading(kit.say("summary.medications"));
        flow.write(Para.small(kit.say("summary.medications.rule")));
        Table table = new Table(
                flow,
                List.of(kit.say("col.medication"), kit.say("col.last-given"), kit.say("col.ordered")),
                68,
                58,
                52);
        table.head();
        Medicines medicines = new Medicines(kit);
        for (Chart.Medication line : active) {
            table.row(List.of(medicines.name(line), medicines.lastGiven(line), medicines.ordered(line)));
        }
        stopped();
    }

    /** Lines that are no longer active, apart: what was taken until lately still matters. */
    private void stopped() {
        Medicines medicines = new Medicines(kit);
        List<String> lines = chart.medications().stream()
                .filter(line -> !line.active())
                .map(line -> Data.joined(
                        line.medication().display(), medicines.posology(line), medicines.lastGivenLine(line)))
                .toList();
        if (!lines.isEmpty()) {
            flow.gap(3);
            flow.write(Para.of(Face.SMALL_BOLD, kit.say("summary.medications.stopped")));
            lines.forEach(line -> flow.write(Para.small(line)));
        }
    }

    private void results(String heading, String first, List<Chart.Series> all) {
        if (all.isEmpty()) {
            flow.heading(kit.say(heading), kit.unknown());
            return;
        }
        flow.heading(kit.say(heading));
        Table table = new Table(
                flow,
                List.of(
                        kit.say(first),
                        kit.say("col.result"),
                        kit.say("col.range"),
                        kit.say("col.taken"),
                        kit.say("col.previous")),
                37,
                38,
                19,
                52,
                32);
        table.head();
        for (Chart.Series series : all) {
            Chart.Value last = series.last();
            table.row(List.of(
                    named(series, last),
                    data.value(last),
                    Cell.of(Para.small(last.range().isBlank() ? "–" : kit.range(last.range()))),
                    new Cell(data.provenance(last.takenAt(), last.source()), Cell.Mark.NONE, false),
                    previous(series)));
        }
    }

    private Cell named(Chart.Series series, Chart.Value last) {
        Para name = Para.text(kit.known(series.analyte().display()));
        return last.note().isBlank() ? Cell.of(name) : Cell.of(name, Para.small(last.note()));
    }

    private Cell previous(Chart.Series series) {
        if (series.values().size() < 2) {
            return Cell.of(Para.small(kit.say("previous.none")));
        }
        Chart.Value before = series.values().get(1);
        String when = before.takenAt() == null
                ? kit.say("time.unknown")
                : kit.moments().at(before.takenAt());
        return Cell.of(Para.text(Data.joined(data.amount(before), data.flag(before))), Para.small(when));
    }

    private void pending() {
        flow.heading(kit.say("summary.pending"));
        List<Chart.Exam> pending =
                chart.exams().stream().filter(Chart.Exam::pending).toList();
        if (pending.isEmpty()) {
            flow.write(Para.text(kit.say("summary.pending.none")));
            return;
        }
        Table table = new Table(
                flow, List.of(kit.say("col.exam"), kit.say("col.number"), kit.say("col.ordered-at")), 78, 38, 62);
        table.head();
        for (Chart.Exam exam : pending) {
            String asked =
                    Data.joined(kit.words().sayOr("priority." + exam.priority(), exam.priority()), exam.prescriber());
            table.row(List.of(
                    Cell.of(Para.bold(exam.exam().display()), Para.small(asked)),
                    Cell.text(kit.known(exam.placer().isBlank() ? exam.filler() : exam.placer())),
                    new Cell(data.provenance(exam.orderedAt(), exam.source()), Cell.Mark.NONE, false)));
        }
    }

    private void identity() {
        flow.heading(kit.say("summary.identity"));
        Patient patient = chart.patient();
        Persons persons = new Persons(kit);
        Table table = new Table(flow, List.of(), 52, 126);
        if (patient.names().size() > 1 + patient.usedName().stream().count()) {
            row(table, "identity.names", names(patient, persons));
        }
        row(table, "identity.birthplace", patient.birthplace());
        row(table, "identity.ins", ins(patient, persons));
        row(table, "identity.numbers", numbers(withoutIns(patient, persons), persons));
        if (!patient.aliases().isEmpty()) {
            row(table, "identity.aliases", numbers(patient.aliases(), persons));
        }
        if (!patient.conflicts().isEmpty()) {
            row(table, "identity.conflicts", String.join("\n", patient.conflicts()));
        }
        row(table, "identity.address", Data.joined(patient.address(), patient.phone()));
        row(table, "identity.stay", stay(patient, persons));
        row(table, "identity.heard", kit.moments().at(patient.lastHeardAt()));
    }

    private void row(Table table, String key, String text) {
        table.row(List.of(Cell.text(kit.say(key)), Cell.text(kit.known(text))));
    }

    private static String names(Patient patient, Persons persons) {
        return String.join(
                "\n", patient.names().stream().map(persons::name).distinct().toList());
    }

    private String ins(Patient patient, Persons persons) {
        String number = persons.ins(patient).map(Identifier::value).orElse(kit.unknown());
        return kit.words()
                .say(
                        "identity.ins.value",
                        number,
                        persons.status(patient),
                        kit.moments().at(chart.asOf()));
    }

    private static List<Identifier> withoutIns(Patient patient, Persons persons) {
        return patient.identifiers().stream()
                .filter(id -> !persons.ins(patient).filter(id::equals).isPresent())
                .toList();
    }

    private static String numbers(List<Identifier> ids, Persons persons) {
        return String.join(
                "\n",
                ids.stream()
                        .map(id -> persons.number(id) + (id.authority().isBlank() ? "" : " (" + id.authority() + ")"))
                        .toList());
    }

    private String stay(Patient patient, Persons persons) {
        if (patient.stay() == null) {
            return "";
        }
        String admitted = patient.stay().admittedAt() == null
                ? kit.unknown()
                : kit.moments().at(patient.stay().admittedAt());
        String text = kit.words()
                .say("stay", admitted, kit.known(patient.stay().attending()), persons.since(patient.place()));
        return patient.stay().onLeave() ? text + " · " + kit.say("stay.on-leave") : text;
    }

    private void contacts() {
        if (chart.contacts().isEmpty()) {
            flow.heading(kit.say("summary.contacts"), kit.unknown());
            return;
        }
        flow.heading(kit.say("summary.contacts"));
        Table table = new Table(flow, List.of(), 62, 54, 62);
        for (Chart.Contact contact : chart.contacts()) {
            table.row(List.of(
                    Cell.bold(kit.known(contact.name())),
                    Cell.text(kit.known(Data.joined(contact.relationship(), contact.role()))),
                    Cell.bold(kit.known(contact.phone()))));
        }
    }
}
