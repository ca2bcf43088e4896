package org.relais.care.labels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.journal.FactType;

/**
 * Bands and labels printed for a patient: the fact {@code care.labels}, whose subject is the patient.
 *
 * @param number  that their codes hold
 * @param reason  why they were printed again, or null when each kind is printed for the first time
 * @param printer id of the printer's profile
 * @param job     name of the print, as {@code Stamp.newJob} makes it
 * @param birth   what a newborn's band says beside, or null
 */
public record LabelsPrinted(
        Instant occurredAt,
        List<Line> lines,
        String number,
        @Nullable ReprintReason reason,
        String printer,
        String job,
        @Nullable BirthMark birth) {
    static final FactType<LabelsPrinted> TYPE = FactType.of("care.labels", 1, LabelsPrinted.class);

    /**
     * Labels of one kind.
     *
     * @param print 1 for the first print of this kind for this patient, then 2, 3…
     */
    public record Line(LabelKind kind, int count, int print) {}
}
