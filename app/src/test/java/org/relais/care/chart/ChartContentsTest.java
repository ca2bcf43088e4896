package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.care.ClinicalFact.AppointmentStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.DocumentAct;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.ClinicalFact.DocumentStated;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.testkit.Person;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

/** Documents, appointments, alerts, movements and homonyms as the chart shows them. */
final class ChartContentsTest {
    private static final Coded LETTER = new Coded("L", "Lettre", "L");

    private final Site site = new Site();
    private final Charts charts = new Charts(TestCharts.sources(site), site.said::entries, ChartContentsTest::unlocked);
    private final Person rose = Person.of("1", "ROSE", "Line", "1980-01-01");

    private static <T> T unlocked(Supplier<T> question) {
        return question.get();
    }

    @BeforeEach
    void admit() {
        site.adt(rose.identity(), rose.admitted("m1", "MAT/101/A", "2026-11-22T10:00"));
    }

    private Chart chart() {
        return charts.chart(site.patient(rose).id(), Instant.parse("2026-11-23T07:00:00Z"))
                .orElseThrow();
    }

    @Test
    void aReplacementTakesTheParentsPlaceAndAnAddendumDoesNot() {
        site.message("MDM^T02", document("D1", DocumentAct.ORIGINAL, "", "OBX@4"));
        site.message("MDM^T06", document("D2", DocumentAct.ADDENDUM, "D1", "OBX@4"));
        assertThat(shown()).containsExactly("D2 STANDING D1", "D1 STANDING ");
        site.message("MDM^T10", document("D3", DocumentAct.REPLACEMENT, "D1", "OBX@4"));
        assertThat(shown()).containsExactly("D3 STANDING ", "D2 STANDING D1", "D1 REPLACED ");
    }

    @Test
    void anEditKeepsWhatStoodBeforeToBeSeen() {
        site.message("MDM^T02", document("D1", DocumentAct.ORIGINAL, "", "OBX@4"));
        site.message("MDM^T08", document("D1", DocumentAct.EDIT, "", "OBX@4"));
        assertThat(shown()).containsExactly("D1 STANDING ", "D1 REPLACED ");
        assertThat(chart().documents())
                .extracting(one -> one.source().position())
                .containsExactly(3L, 2L);
    }

    @Test
    void aChangeOfStatusLeavesTheContent() {
        site.message("MDM^T02", document("D1", DocumentAct.ORIGINAL, "", "OBX@4", "OBX@5"));
        site.message("MDM^T03", document("D1", DocumentAct.STATUS, ""));
        assertThat(chart().documents()).singleElement().satisfies(one -> {
            assertThat(one.parts()).hasSize(2);
            assertThat(one.source().position()).isEqualTo(2);
        });
    }

    @Test
    void whatIsCancelledStaysSoEvenWhenItsOriginalComesLate() {
        site.message("MDM^T11", document("D1", DocumentAct.CANCEL, ""));
        site.message("MDM^T02", document("D1", DocumentAct.ORIGINAL, "", "OBX@4"));
        assertThat(shown()).containsExactly("D1 CANCELLED ");
    }

    @Test
    void appointmentsFollowTheirEvents() {
        site.message(
                "SIU^S12", appointment("F1", "S12", "2026-11-25T09:30"), appointment("F2", "S12", "2026-11-24T08:00"));
        site.message("SIU^S12", appointment("F3", "S12", "2026-11-20T08:00"));
        assertThat(booked()).containsExactly("F2 BOOKED true", "F1 BOOKED true", "F3 BOOKED false");
        site.message("SIU^S13", appointment("F1", "S13", "2026-11-23T15:00"));
        site.message("SIU^S15", appointment("F2", "S15", ""));
        site.message("SIU^S26", appointment("F3", "S26", ""));
        assertThat(booked()).containsExactly("F1 BOOKED true", "F2 CANCELLED false", "F3 NO_SHOW false");
        assertThat(chart().appointments().getFirst().start()).isEqualTo(Said.at("2026-11-23T15:00"));
    }

    @Test
    void theLastStatedAlertStandsAndOneWithdrawnIsGone() {
        site.message("ORU^R01", alert(AlertKind.ISOLATION, "contact", "F", "2026-11-22T12:00"));
        site.message("ORU^R01", alert(AlertKind.LIMITS_OF_CARE, "pas de réanimation", "F", "2026-11-21T12:00"));
        site.message("ORU^R01", alert(AlertKind.ISOLATION, "aucun", "F", "2026-11-20T12:00"));
        assertThat(chart().alerts())
                .extracting(one -> one.kind() + " " + one.value())
                .containsExactly("ISOLATION contact", "LIMITS_OF_CARE pas de réanimation");
        site.message("ORU^R01", alert(AlertKind.ISOLATION, "", "X", "2026-11-22T12:00"));
        assertThat(chart().alerts()).extracting(Chart.Alert::kind).containsExactly(AlertKind.LIMITS_OF_CARE);
    }

    @Test
    void eachMovementGoesFromOneToTheNextAndHistoricOnesAreMarked() {
        site.adt(rose.moved("m2", Trigger.TRANSFER, Action.INSERT, "CHI/2/B", "2026-11-22T18:00"));
        site.adt(rose.moved("m3", Trigger.TRANSFER, Action.INSERT, true, "URG/1/A", "2026-11-22T09:00"));
        assertThat(chart().movements())
                .extracting(one ->
                        one.ward() + " " + (one.end() == null ? "-" : one.end().local()) + " " + one.historic())
                .containsExactly("CHI - false", "MAT 2026-11-22T18:00 false", "URG - true");
    }

    @Test
    void warnsOfWhoeverCouldBeTakenForHer() {
        assertThat(chart().homonyms()).isEmpty();
        site.adt(Person.of("2", "ROSE", "Lise", "1990-02-02").identity());
        site.adt(Person.of("3", "ROSES", "Line", "1991-02-02").identity());
        site.adt(Person.of("4", "ROSIER", "Line", "1992-02-02").identity());
        site.adt(Person.of("5", "ROSÉ", "Line Marie", "1993-02-02").identity());
        assertThat(chart().homonyms())
                .extracting(one -> one.patient().birthName().family() + " "
                        + one.patient().birthName().given())
                .containsExactlyInAnyOrder("ROSE Lise", "ROSES Line", "ROSÉ Line Marie");
        Chart later = charts.chart(site.patient(rose).id(), Instant.parse("2027-11-23T07:00:00Z"))
                .orElseThrow();
        assertThat(later.homonyms()).isEmpty();
    }

    private DocumentStated document(String id, DocumentAct act, String parent, String... paths) {
        List<DocumentPart> parts = java.util.Arrays.stream(paths)
                .map(path -> new DocumentPart(path, "application/pdf", LETTER, true))
                .toList();
        return new DocumentStated(
                rose.record, "TXA@3", id, act, parent, LETTER, "AU", "Dr LAMBERT", Said.at("2026-11-22T05:00"), parts);
    }

    private AppointmentStated appointment(String filler, String trigger, String start) {
        return new AppointmentStated(
                rose.record,
                "",
                filler,
                trigger,
                "",
                start.isEmpty() ? new Coded("", "", "") : new Coded("C", filler, "L"),
                "",
                "",
                "",
                start.isEmpty() ? null : Said.at(start),
                null);
    }

    private AlertStated alert(AlertKind kind, String value, String status, String at) {
        return new AlertStated(
                rose.record, "OBX@4", kind, new Coded(kind.name(), "", "L"), value, status, "Dr LAMBERT", Said.at(at));
    }

    private List<String> shown() {
        return chart().documents().stream()
                .map(one -> one.documentId() + " " + one.state() + " " + one.completes())
                .toList();
    }

    private List<String> booked() {
        return chart().appointments().stream()
                .map(one -> one.service().text() + " " + one.state() + " " + one.toCome())
                .toList();
    }
}
