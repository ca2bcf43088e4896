package org.relais.web.care;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.care.births.watch.Watches;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Rhythm;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;
import org.relais.kernel.Who;
import org.relais.web.care.ChartPage.Drug;
import org.relais.web.care.ChartPage.Fact;
import org.relais.web.care.ChartPage.Trend;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/** Makes a {@link ChartPage} from a chart: words, dates and ages in the reader's language. */
final class ChartSheet {
    private final Frame f;
    private final WardNames wards;
    private final ChartMore more;
    private final String glass;

    /**
     * What stands over a chart, in words.
     *
     * @param glass       the bris de glace by which it is read, or empty
     * @param protections why she must be looked after with more discretion
     */
    record Over(String glass, List<String> protections) {}

    /** @param staff names who made a fact */
    ChartSheet(Frame f, WardNames wards, Function<Who, String> staff, Over over) {
        this.glass = over.glass();
        this.f = f;
        this.wards = wards;
        this.more = new ChartMore(f, wards, staff, over.protections());
    }

    WardNames wards() {
        return wards;
    }

    String glass() {
        return glass;
    }

    /** Alerts and weight for the patient banner. */
    List<String> banner(Chart chart) {
        return more.banner(chart);
    }

    /** Who could be taken for the patient, one line each. */
    List<String> alike(Chart chart) {
        return chart.homonyms().stream()
                .map(one -> Reasons.lookalike(f, one, wards))
                .toList();
    }

    ChartPage page(Chart chart) {
        return page(chart, List.of(), ChartPage.Departure.NONE);
    }

    /** @param kin her children, or her mother */
    ChartPage page(Chart chart, List<Kinship.Kin> kin, ChartPage.Departure departure) {
        List<Fact> allergies = chart.allergies().stream().map(this::allergy).toList();
        List<Trend> groups = trends(chart.bloodGroup());
        List<Trend> labs = trends(chart.labs());
        List<Trend> vitals = trends(chart.vitals());
        return new ChartPage(
                PatientHead.of(f, chart.patient(), wards, !chart.homonyms().isEmpty())
                        .withAlike(alike(chart)),
                allergySummary(chart.allergies()),
                glass,
                allergies,
                chart.problems().stream().map(this::problem).toList(),
                groups,
                chart.medications().stream()
                        .filter(Chart.Medication::active)
                        .map(this::drug)
                        .toList(),
                chart.medications().stream()
                        .filter(drug -> !drug.active())
                        .map(this::drug)
                        .toList(),
                labs,
                vitals,
                chart.exams().stream()
                        .filter(Chart.Exam::pending)
                        .map(this::exam)
                        .toList(),
                chart.contacts().stream().map(this::contact).toList(),
                more.of(chart),
                kin,
                departure,
                numbers(chart),
                recheck(allergies, groups, labs, vitals),
                chart.incomplete(),
                watches(chart.patient()),
                f.may(Right.PRINT_CHARTS),
                f.may(Right.SEE_QUARANTINE),
                f.may(Right.SEE_REPORTS));
    }

    /** Whether a trace or a haemorrhage may be written: of no man and of no child. */
    private boolean watches(Patient patient) {
        return f.may(Right.WRITE_CHARTS)
                && patient.sex() != Sex.MALE
                && !Watches.child(patient, f.show().today());
    }

    private List<Trend> trends(List<Chart.Series> series) {
        return series.stream().map(one -> TrendLine.of(f, one)).toList();
    }

    private static List<String> recheck(
            List<Fact> allergies, List<Trend> groups, List<Trend> labs, List<Trend> vitals) {
        Stream<String> facts = allergies.stream().filter(Fact::recheck).map(Fact::label);
        Stream<String> values = Stream.of(groups, labs, vitals)
                .flatMap(Collection::stream)
                .filter(Trend::recheck)
                .map(Trend::label);
        return Stream.concat(facts, values).distinct().toList();
    }

    /** One line for the patient banner. */
    String allergySummary(List<Chart.Allergy> allergies) {
        if (allergies.isEmpty()) {
            return f.t("state.unknown");
        }
        return allergies.stream().map(this::allergyName).distinct().collect(Collectors.joining(", "));
    }

    private String allergyName(Chart.Allergy allergy) {
        String said = allergy.substance().display();
        return allergy.none() || said.isBlank() ? f.t("allergy.none") : said;
    }

    private Fact allergy(Chart.Allergy allergy) {
        return new Fact(
                allergyName(allergy),
                joined(
                        coded("allergy.kind.", allergy.kind()),
                        coded("allergy.severity.", allergy.severity()),
                        allergy.reaction()),
                moment(allergy.since()),
                allergy.source().system(),
                allergy.freshness() == Freshness.RECHECK);
    }

    private Fact problem(Chart.Problem problem) {
        return new Fact(
                problem.problem().display(),
                joined(problem.problem().code(), coded("problem.kind.", problem.kind())),
                moment(problem.since()),
                problem.source().system(),
                false);
    }

    private Drug drug(Chart.Medication drug) {
        Chart.Administration given = drug.lastGiven();
        return new Drug(
                drug.medication().display(),
                joined(f.show().unit(drug.dose()), coded("route.", drug.route()), rhythm(drug.frequency())),
                moment(drug.start()),
                drug.prescriber(),
                given == null ? null : moment(given.givenAt()),
                given == null
                        ? ""
                        : joined(coded("given.", given.completion()), f.show().unit(given.amount()), given.givenBy()),
                drug.source().system());
    }

    /** In words where the code is known, and always the code as received. */
    private String rhythm(String code) {
        return Rhythm.of(code)
                .map(rhythm -> f.t("rhythm." + rhythm.key(), rhythm.count()) + " (" + code + ")")
                .orElse(code);
    }

    private Fact exam(Chart.Exam exam) {
        return new Fact(
                exam.exam().display(),
                joined(coded("priority.", exam.priority()), exam.prescriber(), exam.placer()),
                moment(exam.orderedAt()),
                exam.source().system(),
                false);
    }

    private Fact contact(Chart.Contact contact) {
        return new Fact(
                contact.name(),
                joined(
                        coded("relation.", contact.relationship()),
                        coded("contact.role.", contact.role()),
                        contact.phone()),
                null,
                contact.source().system(),
                false);
    }

    private List<String> numbers(Chart chart) {
        List<String> numbers = new ArrayList<>();
        chart.patient()
                .identifiers()
                .forEach(
                        identifier -> numbers.add(joined(PatientHead.labelled(f, identifier), identifier.authority())));
        chart.patient()
                .aliases()
                .forEach(identifier -> numbers.add(
                        joined(PatientHead.labelled(f, identifier), identifier.authority(), f.t("identifier.former"))));
        return numbers;
    }

    /** The words for a code, else the code as received. */
    private String coded(String prefix, String code) {
        String key = prefix + code;
        return !code.isBlank() && f.texts().has(key) ? f.t(key) : code;
    }

    private @Nullable Moment moment(@Nullable PartialTime time) {
        return time == null ? null : f.show().moment(time);
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
