package org.relais.care.labels;

import org.relais.journal.FactType;

/**
 * How the sending of a print to a label printer went: the fact {@code care.labels-sent}, whose subject is the patient.
 *
 * @param job     name of the print
 * @param printer id of the printer's profile
 */
public record LabelsSent(String job, String printer, Result result) {
    static final FactType<LabelsSent> TYPE = FactType.of("care.labels-sent", 1, LabelsSent.class);

    /** What came of it. */
    public enum Result {
        TAKEN,
        /** Nothing answered: nothing was printed. */
        SILENT,
        /** It broke off or took no more: nothing was printed, or not all. */
        BROKEN,
        /** It took all and did not say that it was done. */
        UNSURE;

        /** Whether what was to be printed can not be counted on. */
        public boolean failed() {
            return this == SILENT || this == BROKEN;
        }
    }
}
