package org.relais.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Gaps;
import org.relais.care.chart.Source;
import org.relais.care.found.Found;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundKind;
import org.relais.care.found.FoundThread;
import org.relais.care.wards.Structure.Elsewhere;
import org.relais.kernel.Language;
import org.relais.kernel.PartialTime;

/**
 * What a summary says beside the clinical lists: alerts first, then what was found by telephone, appointments, documents,
 * movements, and where the rest is found. An alert nobody told stands as not known, with room to write.
 */
final class SummaryMore {
    private static final List<AlertKind> ALWAYS =
            List.of(AlertKind.ISOLATION, AlertKind.LIMITS_OF_CARE, AlertKind.DEVICE);

    private final Chart chart;
    private final Flow flow;
    private final Kit kit;
    private final Data data;

    SummaryMore(Chart chart, Flow flow) {
        this.chart = chart;
        this.flow = flow;
        kit = flow.kit();
        data = new Data(kit);
    }

    void alerts() {
        flow.heading(kit.say("summary.alerts"));
        Table table = new Table(flow, List.of(), 40, 60, 78);
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        for (Chart.Alert alert : chart.alerts()) {
            kinds.add(alert.kind());
            table.row(List.of(Cell.text(kind(alert.kind())), alert(alert), alertSource(alert)));
        }
        for (AlertKind kind : ALWAYS) {
            if (!kinds.contains(kind)) {
                table.row(List.of(
                        Cell.text(kind(kind)),
                        Cell.bold(kit.unknown()),
                        Cell.of(Para.small(kit.say("bedside.write")))));
            }
        }
    }

    private String kind(AlertKind kind) {
        return kit.say("alert." + kind.name());
    }

    private Cell alert(Chart.Alert alert) {
        String code = alert.what().code();
        String what = kit.words().sayOr("alert.code." + code, alert.what().display());
        List<Para> paras = new ArrayList<>();
        paras.add(Para.bold(alert.value().isBlank() ? kit.known(what) : alert.value()));
        if (!alert.value().isBlank() && !what.equals(alert.value())) {
            paras.add(Para.small(what));
        }
        boolean recheck = alert.freshness() == Freshness.RECHECK;
        if (recheck) {
            paras.add(Para.of(Face.SMALL_BOLD, kit.say("alert.confirm")));
        }
        return new Cell(paras, recheck ? Cell.Mark.RECHECK : Cell.Mark.NONE, false);
    }

    private Cell alertSource(Chart.Alert alert) {
        Para where = Para.small(data.inline(alert.statedAt(), alert.source()));
        return alert.statedBy().isBlank() ? Cell.of(where) : Cell.of(Para.small(alert.statedBy()), where);
    }

    /** Never among the laboratory's: what a voice said, and who heard it. */
    void found() {
        if (chart.found().isEmpty()) {
            return;
        }
        flow.heading(kit.say("summary.found"));
        flow.write(Para.small(kit.say("summary.found.rule")));
        Table table = new Table(flow, List.of(), 34, 74, 70);
        for (FoundThread thread : chart.found()) {
            foundRow(table, thread.original(), !thread.corrections().isEmpty(), "");
            for (FoundEntry correction : thread.corrections()) {
                boolean last = correction.equals(thread.last());
                foundRow(table, correction, !last, kit.say("found.correction"));
            }
        }
    }

    private void foundRow(Table table, FoundEntry entry, boolean corrected, String mark) {
        Found said = entry.said();
        List<Para> what = new ArrayList<>();
        if (!mark.isEmpty()) {
            what.add(Para.of(Face.SMALL_BOLD, mark));
        }
        what.add(corrected ? Para.text(said.value()) : Para.bold(said.value()));
        if (corrected) {
            what.add(Para.of(Face.SMALL_BOLD, kit.say("found.corrected")));
        }
        String when = kit.moments().at(said.occurredAt());
        table.row(List.of(
                Cell.text(kit.say("found." + said.kind().name())),
                new Cell(what, Cell.Mark.NONE, false),
                Cell.of(
                        Para.small(Data.joined(kit.say("found.by-phone"), when)),
                        Para.small(
                                kit.words().say("found.who", Data.joined(said.saidBy(), said.place()), said.heardBy())),
                        Para.small(kit.say(said.readBack() ? "found.read-back" : "found.not-read-back")))));
    }

    void appointments() {
        List<Chart.Appointment> coming =
                chart.appointments().stream().filter(Chart.Appointment::toCome).toList();
        if (coming.isEmpty()) {
            flow.heading(kit.say("summary.appointments"), kit.unknown());
            return;
        }
        flow.heading(kit.say("summary.appointments"));
        Table table = new Table(flow, List.of(), 44, 72, 62);
        for (Chart.Appointment one : coming) {
            String when = one.start() == null
                    ? kit.say("time.unknown")
                    : kit.moments().at(one.start());
            table.row(List.of(
                    Cell.bold(when),
                    Cell.of(
                            Para.bold(kit.known(one.service().display())),
                            Para.small(Data.joined(one.people(), one.reason()))),
                    Cell.of(Para.text(one.place()), Para.small(received(one.source())))));
        }
    }

    private String received(Source source) {
        String at = kit.moments().at(source.recordedAt());
        return Data.joined(kit.words().say("received", at), source.system());
    }

    void documents() {
        if (chart.documents().isEmpty()) {
            flow.heading(kit.say("summary.documents"), kit.unknown());
            return;
        }
        flow.heading(kit.say("summary.documents"));
        flow.write(Para.small(kit.say("summary.documents.rule")));
        Table table = new Table(flow, List.of(), 84, 94);
        for (Chart.Document document : chart.documents()) {
            List<Para> name = new ArrayList<>();
            name.add(Para.bold(kit.known(document.title().display())));
            if (!document.stands()) {
                name.add(Para.of(
                        Face.SMALL_BOLD, kit.say("document." + document.state().name())));
            }
            if (!document.completes().isBlank()) {
                name.add(Para.small(kit.say("document.addendum")));
            }
            String status = kit.words().sayOr("document.status." + document.status(), document.status());
            table.row(List.of(
                    new Cell(name, Cell.Mark.NONE, false),
                    Cell.of(
                            Para.small(Data.joined(document.author(), status)),
                            Para.small(data.inline(document.writtenAt(), document.source())))));
        }
    }

    void movements() {
        if (chart.movements().isEmpty()) {
            return;
        }
        flow.heading(kit.say("summary.movements"));
        Table table = new Table(flow, List.of(), 58, 62, 58);
        for (Chart.Movement one : chart.movements()) {
            String what = kit.say("movement." + one.label());
            String place = new Persons(kit).bed(one.room(), one.bed());
            boolean nowhere = one.room().isBlank() && one.bed().isBlank();
            table.row(List.of(
                    Cell.of(Para.text(what), Para.small(one.historic() ? kit.say("movement.historic") : "")),
                    Cell.text(Data.joined(one.ward(), nowhere ? "" : place)),
                    Cell.of(
                            Para.small(fromTo(one.start(), one.end())),
                            Para.small(one.source().system()))));
        }
    }

    private String fromTo(@Nullable PartialTime start, @Nullable PartialTime end) {
        String from = start == null ? kit.say("time.unknown") : kit.moments().at(start);
        return end == null ? from : from + " → " + kit.moments().at(end);
    }

    /** For each kind of information that is missing or not fresh, where the site says it is found. */
    void elsewhere() {
        flow.heading(kit.say("summary.elsewhere"));
        flow.write(Para.small(kit.say("summary.elsewhere.note")));
        Table table = new Table(flow, List.of(), 52, 126);
        for (Gaps.Gap gap : Gaps.of(chart)) {
            String state = gap.missing() ? kit.unknown() : kit.say("recheck");
            table.row(List.of(
                    Cell.of(Para.bold(kit.say("found." + gap.kind().name())), Para.small(state)),
                    Cell.of(Para.small(places(gap.kind())))));
        }
    }

    private String places(FoundKind kind) {
        boolean french = kit.stamp().language() == Language.FR;
        String own = chart.elsewhere().stream()
                .filter(place -> place.kind() == kind || place.kind() == null)
                .map(place -> named(place, french))
                .collect(Collectors.joining(" · "));
        return Data.joined(own, kit.say("where." + kind.name()));
    }

    private static String named(Elsewhere place, boolean french) {
        String name = french ? place.nameFr() : place.nameEn();
        return place.phone().isBlank() ? name : name + "\u00A0: " + place.phone();
    }
}
