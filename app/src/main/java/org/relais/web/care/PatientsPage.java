package org.relais.web.care;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.kernel.PatientId;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * The search among patients and its answers.
 *
 * @param question as typed, shown back in its field only
 * @param asked    false before the first question
 * @param tooShort fewer than three characters were typed
 * @param more     more answers exist than are shown
 * @param arrivals who came in last, shown before any question
 */
public record PatientsPage(
        String question, boolean asked, boolean tooShort, List<Row> rows, boolean more, List<Arrival> arrivals) {
    /** Before any question. */
    public static final PatientsPage EMPTY = waiting(List.of());

    /** Before any question, with who came in last. */
    public static PatientsPage waiting(List<Arrival> arrivals) {
        return new PatientsPage("", false, false, List.of(), false, arrivals);
    }

    /**
     * Somebody who came to where she lies in the last day.
     *
     * @param id    names the line: it moves with the person
     * @param since when she came
     */
    public record Arrival(String id, PatientHead head, Moment since) {}

    /** How many answers a page shows. */
    public static final int SHOWN = 50;
    /** How much must be typed before a search is made. */
    public static final int SHORTEST = 3;

    /** The answers to a question; {@code hits} may hold one more than are shown. */
    public static PatientsPage of(Frame f, String question, List<Hit> hits, WardNames wards) {
        List<Row> rows =
                hits.stream().limit(SHOWN).map(hit -> row(f, hit, wards)).toList();
        return new PatientsPage(question, true, false, rows, hits.size() > SHOWN, List.of());
    }

    private static Row row(Frame f, Hit hit, WardNames wards) {
        Patient patient = hit.patient();
        PatientHead head = PatientHead.of(f, patient, wards, hit.homonym());
        return new Row(
                head.id(),
                head.name(),
                patient.usedName().map(Name::family).orElse(""),
                head.birth(),
                head.sex(),
                head.number(),
                head.place(),
                hit.resembles().stream().map(why -> f.t("resemblance." + why)).toList(),
                hit.exact(),
                Reasons.of(f, hit.clues()));
    }

    /** The same, each row with what protects the patient before why others could be taken for her. */
    PatientsPage guarded(Function<PatientId, List<String>> protections) {
        List<Row> all = rows.stream()
                .map(row -> row.flagged(protections.apply(new PatientId(row.id))))
                .toList();
        return new PatientsPage(question, asked, tooShort, all, more, arrivals);
    }

    /** Whether a row is the first that does not fit whole. */
    public boolean beginsNear(Row row) {
        return rows.stream()
                .filter(one -> !one.exact())
                .findFirst()
                .filter(row::equals)
                .isPresent();
    }

    /**
     * One answer.
     *
     * @param flags what protects her, and why others could be taken for her
     * @param exact every part of the question was found whole
     * @param why   why she is an answer, one line a part of the question
     */
    public record Row(
            String id,
            String name,
            String used,
            String birth,
            String sex,
            String number,
            String place,
            List<String> flags,
            boolean exact,
            List<String> why) {
        private Row flagged(List<String> first) {
            List<String> all = Stream.concat(first.stream(), flags.stream()).toList();
            return new Row(id, name, used, birth, sex, number, place, all, exact, why);
        }
    }
}
