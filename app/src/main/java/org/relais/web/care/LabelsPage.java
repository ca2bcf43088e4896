package org.relais.web.care;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelEntry;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsPrinted;
import org.relais.care.labels.LabelsSent;
import org.relais.care.labels.ReprintReason;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * What is printed for a patient, and what was.
 *
 * @param number   that the codes will hold, with what it is
 * @param alike    those who could be taken for her
 * @param kinds    how many of each
 * @param reasons  why again; empty while nothing was printed yet
 * @param newborn  whether it is asked whose and of which rank a newborn is
 * @param birth    what a newborn's bands say of its birth, when that was written here; else empty
 * @param mother   matching number of a newborn's mother, as typed
 * @param problem  why the form is shown again, or empty; {@code field} it is about
 */
public record LabelsPage(
        PatientHead head,
        String number,
        List<PatientHead> alike,
        List<Kind> kinds,
        List<Choice> printers,
        List<Choice> reasons,
        List<Print> prints,
        String used,
        boolean newborn,
        String birth,
        String rank,
        String of,
        String mother,
        String problem,
        String field) {

    /**
     * A kind to print.
     *
     * @param name  of its field
     * @param count as typed
     * @param most  at once
     * @param times how often it was printed before
     */
    public record Kind(String name, String label, String count, int most, int times) {}

    /** Something to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * A print made before.
     *
     * @param failed that the printer did not print it, or is not known to have, or empty
     */
    public record Print(
            long position, Moment at, String what, String reason, String printer, String by, String failed) {}

    /** Why a form is shown again; empty when it is shown for the first time. */
    record Wrong(String problem, String field) {
        static final Wrong NOTHING = new Wrong("", "");
    }

    /** The field of a kind. */
    static String field(LabelKind kind) {
        return switch (kind) {
            case BAND -> "band";
            case MOTHER_BAND -> "motherBand";
            case NEWBORN_BAND -> "newbornBand";
            case TUBE -> "tube";
            case DOCUMENT -> "document";
        };
    }

    static List<Choice> reasons(Frame f, LabelsForm form) {
        return Arrays.stream(ReprintReason.values())
                .map(one -> new Choice(
                        one.name(), f.t("labels.reason." + one), one.name().equals(form.reason())))
                .toList();
    }

    /** {@code Enfant 2 sur 3 · n° de concordance 12 345 678 89}. */
    static String birth(Frame f, BirthMark mark) {
        String rank = f.t("births.rank", mark.rank(), mark.of());
        return mark.mother() == null ? rank : rank + " · " + f.t("births.matching") + "\u00A0" + mark.mother();
    }

    /** On which printer, by whom, and how its sending went. */
    record Made(String printer, String by, Optional<LabelsSent.Result> sending) {}

    static Print print(Frame f, LabelEntry entry, Made made) {
        LabelsPrinted said = entry.said();
        ReprintReason reason = said.reason();
        return new Print(
                entry.position(),
                f.show().moment(said.occurredAt()),
                said.lines().stream().map(line -> line(f, line)).collect(Collectors.joining(" · ")),
                reason == null ? "" : f.t("labels.reason." + reason),
                made.printer,
                made.by,
                made.sending
                        .filter(one -> one != LabelsSent.Result.TAKEN)
                        .map(one -> f.t("labels.sending." + one))
                        .orElse(""));
    }

    /** {@code 12 étiquettes de dossier, n° 2}. */
    static String line(Frame f, LabelsPrinted.Line line) {
        return f.t("labels.line", f.n(line.count()), f.t("labels.kind." + line.kind()), f.n(line.print()));
    }

    public boolean wrong(String name) {
        return field.equals(name);
    }
}
