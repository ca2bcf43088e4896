package org.relais.web.care;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Gaps;
import org.relais.care.found.Found;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundKind;
import org.relais.care.found.FoundThread;
import org.relais.care.wards.Structure.Elsewhere;
import org.relais.kernel.Language;
import org.relais.kernel.PartialTime;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.web.care.ChartPage.Alert;
import org.relais.web.care.ChartPage.Doc;
import org.relais.web.care.ChartPage.DocPart;
import org.relais.web.care.ChartPage.Fact;
import org.relais.web.care.ChartPage.Gap;
import org.relais.web.care.ChartPage.Heard;
import org.relais.web.care.ChartPage.More;
import org.relais.web.care.ChartPage.Stretch;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/** Makes what stands beside the clinical lists of a chart: alerts, documents, appointments, movements, where to find. */
final class ChartMore {
    private static final List<AlertKind> ALWAYS =
            List.of(AlertKind.ISOLATION, AlertKind.LIMITS_OF_CARE, AlertKind.DEVICE);

    private final Frame f;
    private final WardNames wards;
    private final Function<Who, String> staff;
    private final List<String> protections;

    ChartMore(Frame f, WardNames wards, Function<Who, String> staff, List<String> protections) {
        this.protections = protections;
        this.f = f;
        this.wards = wards;
        this.staff = staff;
    }

    More of(Chart chart) {
        return new More(
                banner(chart),
                alerts(chart),
                chart.appointments().stream()
                        .filter(Chart.Appointment::toCome)
                        .map(this::appointment)
                        .toList(),
                chart.appointments().stream()
                        .filter(one -> !one.toCome())
                        .map(this::appointment)
                        .toList(),
                documents(chart, true),
                documents(chart, false),
                chart.movements().stream().map(this::stretch).toList(),
                heard(chart),
                Gaps.of(chart).stream().map(gap -> gap(gap, chart)).toList(),
                f.may(Right.WRITE_CHARTS));
    }

    /** What protects her, alerts that are known, then the weight: what the banner says beside allergies. */
    List<String> banner(Chart chart) {
        List<String> lines = new ArrayList<>(protections);
        chart.alerts()
                .forEach(alert -> lines.add(f.t("alert." + alert.kind()) + "\u00A0: " + said(alert)
                        + (alert.freshness() == Freshness.RECHECK ? " (" + f.t("alert.confirm") + ")" : "")));
        chart.vitals().stream()
                .filter(Chart.Series::isWeight)
                .findFirst()
                .ifPresent(weight -> lines.add(weight(weight.last())));
        return List.copyOf(lines);
    }

    private String weight(Chart.Value value) {
        String said = (f.show().value(value.value()) + "\u00A0" + f.show().unit(value.unit())).strip();
        PartialTime at = value.takenAt();
        String age = at == null ? f.t("time.unknown") : f.show().moment(at).age();
        return f.t("patient.weight", said, age);
    }

    private String said(Chart.Alert alert) {
        return alert.value().isBlank() ? what(alert) : alert.value().replace('\n', ' ');
    }

    private String what(Chart.Alert alert) {
        String key = "alert.code." + alert.what().code();
        return f.texts().has(key) ? f.t(key) : alert.what().display();
    }

    private List<Alert> alerts(Chart chart) {
        List<Alert> lines = new ArrayList<>();
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        for (Chart.Alert alert : chart.alerts()) {
            kinds.add(alert.kind());
            String detail = alert.value().isBlank() ? "" : what(alert);
            lines.add(new Alert(
                    f.t("alert." + alert.kind()),
                    said(alert),
                    ChartSheet.joined(detail, alert.statedBy()),
                    moment(alert.statedAt()),
                    alert.source().system(),
                    alert.freshness() == Freshness.RECHECK));
        }
        ALWAYS.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> lines.add(new Alert(f.t("alert." + kind), null, "", null, "", false)));
        return List.copyOf(lines);
    }

    private Fact appointment(Chart.Appointment one) {
        PartialTime end = one.end();
        String state = one.state() == Chart.AppointmentState.BOOKED ? "" : f.t("appointment." + one.state());
        return new Fact(
                one.service().display(),
                ChartSheet.joined(
                        state,
                        one.people(),
                        one.place(),
                        one.reason(),
                        end == null ? "" : f.t("appointment.end", f.show().partial(end))),
                moment(one.start()),
                one.source().system(),
                false);
    }

    private List<Doc> documents(Chart chart, boolean standing) {
        return chart.documents().stream()
                .filter(one -> one.stands() == standing)
                .map(one -> document(one, chart.patient().id().hex()))
                .toList();
    }

    private Doc document(Chart.Document one, String patient) {
        List<DocPart> parts = new ArrayList<>();
        for (DocumentPart part : one.parts()) {
            String name = one.parts().size() == 1 ? "" : part.title().display();
            parts.add(new DocPart(
                    ChartSheet.joined(f.t("document.open"), name),
                    "/patients/" + patient + "/documents/" + one.source().position() + "/" + part.path()));
        }
        return new Doc(
                one.title().display(),
                ChartSheet.joined(one.author(), status(one.status()), addendum(one)),
                one.stands() ? "" : f.t("document." + one.state()),
                moment(one.writtenAt()),
                one.source().system(),
                List.copyOf(parts));
    }

    String status(String code) {
        String key = "document.status." + code;
        return f.texts().has(key) ? f.t(key) : code;
    }

    private String addendum(Chart.Document one) {
        return one.completes().isBlank() ? "" : f.t("document.addendum");
    }

    private Stretch stretch(Chart.Movement one) {
        String key = "movement." + one.label();
        String where = one.ward().isBlank() ? "" : wards.of(new WardCode(one.ward()));
        PartialTime start = one.start();
        PartialTime end = one.end();
        return new Stretch(
                f.texts().has(key) ? f.t(key) : one.label(),
                ChartSheet.joined(
                        where,
                        one.room().isBlank() ? "" : f.t("place.room", one.room()),
                        one.bed().isBlank() ? "" : f.t("place.bed", one.bed())),
                start == null ? f.t("time.unknown") : f.show().partial(start),
                end == null ? "" : f.show().partial(end),
                one.source().system(),
                one.historic());
    }

    private List<Heard> heard(Chart chart) {
        List<Heard> lines = new ArrayList<>();
        for (FoundThread thread : chart.found()) {
            lines.add(heard(chart, thread, thread.original()));
            thread.corrections().forEach(one -> lines.add(heard(chart, thread, one)));
        }
        return List.copyOf(lines);
    }

    private Heard heard(Chart chart, FoundThread thread, FoundEntry entry) {
        Found said = entry.said();
        boolean last = entry.equals(thread.last());
        String who = f.t("found.who", ChartSheet.joined(said.saidBy(), said.place()), said.heardBy());
        String form = "/patients/" + chart.patient().id().hex() + "/found?corrects=" + entry.position();
        return new Heard(
                f.t("found." + said.kind()),
                said.value(),
                who,
                f.show().moment(said.occurredAt()),
                f.t("found.written", f.show().dateTime(entry.recordedAt()), staff.apply(entry.by())),
                said.readBack(),
                !last,
                !entry.equals(thread.original()),
                last && f.may(Right.WRITE_CHARTS) ? form : "");
    }

    private Gap gap(Gaps.Gap gap, Chart chart) {
        List<String> places = new ArrayList<>();
        for (Elsewhere place : chart.elsewhere()) {
            if (place.kind() == null || place.kind() == gap.kind()) {
                String name = f.language() == Language.FR ? place.nameFr() : place.nameEn();
                places.add(place.phone().isBlank() ? name : name + "\u00A0: " + place.phone());
            }
        }
        places.add(f.t("where." + gap.kind()));
        return new Gap(gap.kind().name(), kind(gap.kind()), gap.missing(), List.copyOf(places));
    }

    private String kind(FoundKind kind) {
        return f.t("found." + kind);
    }

    private @Nullable Moment moment(@Nullable PartialTime time) {
        return time == null ? null : f.show().moment(time);
    }
}
