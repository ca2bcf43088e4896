package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.AllergyStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.ExamOrdered;
import org.relais.care.ClinicalFact.MedicationGiven;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.Observed;
import org.relais.care.ClinicalFact.ProblemStated;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.kernel.RecordKey;
import org.relais.testkit.Person;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

final class ChartsTest {
    private static final Coded POTASSIUM = new Coded("2823-3", "Potassium", "LN");
    private static final Coded PENICILLIN = new Coded("PENI", "Pénicilline", "L");
    private static final Coded LATEX = new Coded("LATEX", "Latex", "L");

    private final Site site = new Site();
    private final Charts charts = new Charts(TestCharts.sources(site), site.said::entries, ChartsTest::unlocked);
    private final Person rose = Person.of("1", "ROSE", "Line", "1980-01-01");

    private static <T> T unlocked(Supplier<T> question) {
        return question.get();
    }

    @BeforeEach
    void admit() {
        site.adt(rose.identity(), rose.admitted("m1", "MAT/101/A", "2026-11-22T10:00"));
    }

    private Chart chart() {
        return chart(Instant.parse("2026-11-23T07:00:00Z"));
    }

    private Chart chart(Instant now) {
        return charts.chart(site.patient(rose).id(), now).orElseThrow();
    }

    @Test
    void al1IsASnapshotOfOneSystem() {
        site.adt(allergy(PENICILLIN, ""), allergy(LATEX, ""));
        site.message("ADT^A60", allergy(new Coded("IODE", "Iode", "L"), "A"));
        assertThat(substances()).containsExactly("Iode", "Latex", "Pénicilline");
        site.adt(allergy(LATEX, ""));
        assertThat(substances()).containsExactly("Iode", "Latex");
        site.adt(rose.identity());
        assertThat(substances()).containsExactly("Iode", "Latex");
        assertThat(chart().allergies()).allMatch(allergy -> allergy.freshness() == Freshness.CURRENT);
    }

    @Test
    void iamAddsAndRemovesByAction() {
        site.adt(allergy(PENICILLIN, "A"), allergy(LATEX, "A"));
        site.adt(allergy(PENICILLIN, "D"));
        assertThat(substances()).containsExactly("Latex");
    }

    @Test
    void noKnownAllergyIsAlwaysAskedAgainAndGivesWayToOne() {
        site.adt(new AllergyStated(rose.record, new Coded("", "", ""), "", "", "", true, "A", null));
        assertThat(chart().allergies()).singleElement().satisfies(allergy -> {
            assertThat(allergy.none()).isTrue();
            assertThat(allergy.freshness()).isEqualTo(Freshness.RECHECK);
        });
        site.adt(allergy(PENICILLIN, "A"));
        assertThat(substances()).containsExactly("Pénicilline");
    }

    @Test
    void notRecordedIsNotNone() {
        assertThat(chart().allergies()).isEmpty();
    }

    @Test
    void prescriptionsFollowTheirControlCodes() {
        site.message("RDE^O11", order("P1", "NW", "IP", "500 mg"), order("P2", "NW", "", "1 g"));
        site.message("RDE^O11", order("P3", "NW", "", "5 mg"), order("P4", "NW", "", "2 mg"));
        site.message("RDE^O11", order("P1", "XO", "", "750 mg"), order("P2", "DC", "", ""));
        site.message("RDE^O11", order("P3", "HD", "", ""), order("P4", "CA", "", ""));
        assertThat(lines()).containsExactly("P1 750 mg true", "P2 1 g false", "P3 5 mg false", "P4 2 mg false");
        site.message("RDE^O11", order("P3", "RL", "", ""), order("P2", "NW", "", "1 g"));
        assertThat(lines()).containsExactly("P1 750 mg true", "P3 5 mg true", "P2 1 g false", "P4 2 mg false");
    }

    @Test
    void aPrescriptionPastItsStopIsNotActive() {
        MedicationOrdered order = new MedicationOrdered(
                rose.record,
                "P1",
                "NW",
                "",
                PENICILLIN,
                "1 g",
                "",
                "",
                "",
                Said.day("2026-11-20"),
                Said.day("2026-11-22"));
        site.message("RDE^O11", order);
        assertThat(chart(Instant.parse("2026-11-22T20:00:00Z")).medications()).allMatch(Chart.Medication::active);
        assertThat(chart().medications()).noneMatch(Chart.Medication::active);
    }

    @Test
    void theLastAdministrationIsOneThatWasGiven() {
        site.message("RDE^O11", order("P1", "NW", "", "500 mg"));
        assertThat(chart().medications().getFirst().lastGiven()).isNull();
        site.message("RAS^O17", given("P1", "2026-11-22T20:00", "CP"));
        site.message("RAS^O17", given("P1", "2026-11-22T14:00", "CP"));
        site.message("RAS^O17", given("P1", "2026-11-23T02:00", "RE"));
        assertThat(chart().medications())
                .singleElement()
                .satisfies(line -> assertThat(line.lastGiven())
                        .isNotNull()
                        .extracting(Chart.Administration::givenAt)
                        .isEqualTo(Said.at("2026-11-22T20:00")));
    }

    @Test
    void anAdministrationWithoutPrescriptionIsShownButNotActive() {
        site.message("RAS^O17", given("P9", "2026-11-22T20:00", "CP"));
        assertThat(chart().medications()).singleElement().satisfies(line -> {
            assertThat(line.active()).isFalse();
            assertThat(line.lastGiven()).isNotNull();
        });
    }

    @Test
    void seriesGoNewestFirstWithCorrectionsApplied() {
        site.message("ORU^R01", result("F1", POTASSIUM, "3.1", "F", "2026-11-22T06:00"));
        site.message("ORU^R01", result("F2", POTASSIUM, "4.0", "F", "2026-11-23T06:00"));
        site.message("ORU^R01", result("F0", POTASSIUM, "3.9", "F", "2026-11-21T06:00"));
        assertThat(values(chart().labs())).containsExactly("Potassium: 4.0 3.1 3.9");
        site.message("ORU^R01", result("F1", POTASSIUM, "5.1", "C", "2026-11-22T06:00"));
        site.message("ORU^R01", result("F0", POTASSIUM, "", "X", "2026-11-21T06:00"));
        assertThat(values(chart().labs())).containsExactly("Potassium: 4.0 5.1");
        List<Chart.Value> potassium = chart().labs().getFirst().values();
        assertThat(potassium).extracting(Chart.Value::corrected).containsExactly(false, true);
        assertThat(potassium).extracting(Chart.Value::freshness).containsExactly(Freshness.CURRENT, Freshness.RECHECK);
        site.message("ORU^R01", result("F2", POTASSIUM, "", "W", "2026-11-23T06:00"));
        assertThat(values(chart().labs())).containsExactly("Potassium: 5.1");
    }

    @Test
    void twoUnitsMakeTwoSeriesAndTwoGermsOfOneSampleBothStay() {
        Coded germ = new Coded("600-7", "Germe", "LN");
        site.message(
                "ORU^R01",
                result("F1", germ, "E. coli", "F", "2026-11-22T06:00"),
                result("F1", germ, "S. aureus", "F", "2026-11-22T06:00"));
        assertThat(chart().labs().getFirst().values()).hasSize(2);
        Observed other = result("F3", germ, "1", "F", "2026-11-22T07:00");
        site.message("ORU^R01", withUnit(other, "g/L"));
        assertThat(chart().labs()).hasSize(2);
    }

    @Test
    void bloodGroupStandsApartAndIsAlwaysToBeChecked() {
        site.message(
                "ORU^R01",
                result("F1", new Coded("882-1", "ABO+Rh", "LN"), "O RH:-1", "F", "2026-11-23T06:59"),
                vital(new Coded("8867-4", "FC", "LN"), "72"));
        assertThat(values(chart().bloodGroup())).containsExactly("ABO+Rh: O RH:-1");
        assertThat(chart().bloodGroup().getFirst().last().freshness()).isEqualTo(Freshness.RECHECK);
        assertThat(values(chart().vitals())).containsExactly("FC: 72");
        assertThat(chart().labs()).isEmpty();
    }

    @Test
    void anExamIsPendingUntilAFinalResultBearsItsNumber() {
        site.message("OML^O21", exam("A1", "", "NW", ""), exam("A2", "", "NW", ""), exam("A3", "", "NW", ""));
        site.message("OML^O21", exam("A2", "", "CA", ""));
        site.message("ORU^R01", exam("A1", "F1", "RE", ""), result("F1", POTASSIUM, "4", "P", "2026-11-23T06:00"));
        assertThat(pending()).containsExactlyInAnyOrder("A1", "A3");
        site.message("ORU^R01", result("F1", POTASSIUM, "4", "F", "2026-11-23T06:00"));
        assertThat(pending()).containsExactly("A3");
        assertThat(chart().exams()).hasSize(3);
    }

    @Test
    void listsReplaceWhatIsSaidAgain() {
        Coded asthma = new Coded("J45", "Asthme", "CIM10");
        site.adt(new ProblemStated(rose.record, asthma, "F", "", null));
        site.adt(new ProblemStated(rose.record, asthma, "F", "", null));
        site.adt(new ContactStated(rose.record, "ROSE Paul", "mari", "0596000001", ""));
        site.adt(new ContactStated(rose.record, "ROSE Paul", "mari", "0596000002", ""));
        Chart chart = chart();
        assertThat(chart.problems()).hasSize(1);
        assertThat(chart.contacts()).extracting(Chart.Contact::phone).containsExactly("0596000002");
        site.adt(new ProblemStated(rose.record, asthma, "F", "D", null));
        assertThat(chart().problems()).isEmpty();
    }

    @Test
    void movementsShowTheNewestFirstWithTheirSource() {
        site.adt(rose.moved("m2", Trigger.TRANSFER, Action.INSERT, "CHI/2/B", "2026-11-22T18:00"));
        assertThat(chart().movements())
                .extracting(move ->
                        move.label() + " " + move.ward() + " " + move.source().position())
                .containsExactly("TRANSFER CHI 2", "ADMIT MAT 1");
    }

    @Test
    void aMergedChartIsTheUnionAndNothingOfAnybodyElse() {
        Person other = Person.of("2", "ROSE", "Line", "1980-01-01");
        Person neighbour = Person.of("3", "VOISIN", "Luc", "1970-01-01");
        site.adt(other.identity());
        site.message(
                "ORU^R01",
                about(other.record, result("F1", POTASSIUM, "3.1", "F", "2026-11-22T06:00")),
                about(neighbour.record, result("F2", POTASSIUM, "9.9", "F", "2026-11-22T07:00")));
        site.adt(new Merged(rose.record, other.record));
        assertThat(values(chart().labs())).containsExactly("Potassium: 3.1");
    }

    @Test
    void namesTheMessagesNotUnderstoodWhole() {
        site.patients.apply(site.said.quarantined(rose.identity()));
        assertThat(chart().incomplete()).containsExactly(2L);
        assertThat(chart().lastEntry()).isEqualTo(2);
    }

    @Test
    void anUnknownPatientHasNoChart() {
        Person nobody = Person.of("404", "X", "Y", "1980-01-01");
        Site elsewhere = new Site();
        elsewhere.adt(nobody.identity());
        assertThat(charts.chart(elsewhere.patient(nobody).id(), Instant.EPOCH.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    private AllergyStated allergy(Coded substance, String action) {
        return new AllergyStated(rose.record, substance, "DA", "SV", "", false, action, null);
    }

    private MedicationOrdered order(String placer, String control, String status, String dose) {
        Coded drug = new Coded("PARA" + placer, "Paracétamol", "UCD");
        return new MedicationOrdered(
                rose.record, placer, control, status, drug, dose, "PO", "4/j", "Dr LAMBERT", null, null);
    }

    private MedicationGiven given(String placer, String at, String completion) {
        Coded drug = new Coded("PARA" + placer, "Paracétamol", "UCD");
        return new MedicationGiven(rose.record, placer, drug, "500 mg", "PO", "IDE MARIN", completion, Said.at(at));
    }

    private Observed result(String filler, Coded analyte, String value, String status, String at) {
        return new Observed(
                rose.record,
                "OBX-1",
                analyte,
                value,
                "mmol/L",
                "",
                "",
                status,
                new Coded("IONO", "Ionogramme", "L"),
                filler,
                false,
                "",
                Said.at(at));
    }

    private static Observed withUnit(Observed one, String unit) {
        return new Observed(
                one.record(),
                one.path(),
                one.analyte(),
                one.value(),
                unit,
                "",
                "",
                one.status(),
                one.panel(),
                one.filler(),
                one.vital(),
                "",
                one.takenAt());
    }

    private static Observed about(RecordKey record, Observed one) {
        return new Observed(
                record,
                one.path(),
                one.analyte(),
                one.value(),
                one.unit(),
                "",
                "",
                one.status(),
                one.panel(),
                one.filler(),
                one.vital(),
                "",
                one.takenAt());
    }

    private Observed vital(Coded analyte, String value) {
        return new Observed(
                rose.record,
                "OBX-2",
                analyte,
                value,
                "/min",
                "",
                "",
                "F",
                new Coded("VS", "Constantes", "L"),
                "",
                true,
                "",
                Said.at("2026-11-23T06:00"));
    }

    private ExamOrdered exam(String placer, String filler, String control, String status) {
        return new ExamOrdered(
                rose.record,
                placer,
                filler,
                control,
                status,
                new Coded("IONO", "Ionogramme", "L"),
                "R",
                "Dr LAMBERT",
                Said.at("2026-11-23T05:00"),
                "LAB");
    }

    private List<String> substances() {
        return chart().allergies().stream()
                .map(allergy -> allergy.substance().text())
                .toList();
    }

    private List<String> lines() {
        return chart().medications().stream()
                .map(line -> line.placer() + " " + line.dose() + " " + line.active())
                .toList();
    }

    private List<String> pending() {
        return chart().exams().stream()
                .filter(Chart.Exam::pending)
                .map(Chart.Exam::placer)
                .toList();
    }

    private static List<String> values(List<Chart.Series> series) {
        return series.stream()
                .map(one -> one.analyte().text() + ": "
                        + String.join(
                                " ",
                                one.values().stream().map(Chart.Value::value).toList()))
                .toList();
    }
}
