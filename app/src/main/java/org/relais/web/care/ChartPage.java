package org.relais.web.care;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * The chart of a patient as the page shows it: every line with its value, time, source and age. An empty list is
 * shown as <em>not known</em>.
 *
 * @param allergySummary one line for the patient banner
 * @param glass          the bris de glace by which the chart is read: why, until when; or empty
 * @param kin            her children, or her mother
 * @param mayWatch       whether a trace or a haemorrhage may be written of her
 * @param incomplete     positions of messages about this patient that were not understood whole
 */
public record ChartPage(
        PatientHead head,
        String allergySummary,
        String glass,
        List<Fact> allergies,
        List<Fact> problems,
        List<Trend> bloodGroup,
        List<Drug> drugs,
        List<Drug> stoppedDrugs,
        List<Trend> labs,
        List<Trend> vitals,
        List<Fact> exams,
        List<Fact> contacts,
        More more,
        List<Kinship.Kin> kin,
        Departure departure,
        List<String> numbers,
        List<String> recheck,
        List<Long> incomplete,
        boolean mayWatch,
        boolean mayPrint,
        boolean mayQuarantine,
        boolean mayReport) {

    /**
     * Her departure as it was written here.
     *
     * @param said    where to and when, or empty
     * @param offered whether it is written here, and may be by who reads
     */
    public record Departure(String said, boolean offered) {
        static final Departure NONE = new Departure("", false);
    }

    /**
     * What stands beside the clinical lists.
     *
     * @param banner   alerts and weight, one line each, for the patient banner
     * @param former   documents that no longer stand
     * @param gaps     what is missing or not fresh, and where it is found
     * @param mayWrite whether what was heard by telephone may be noted
     */
    public record More(
            List<String> banner,
            List<Alert> alerts,
            List<Fact> coming,
            List<Fact> past,
            List<Doc> documents,
            List<Doc> former,
            List<Stretch> movements,
            List<Heard> heard,
            List<Gap> gaps,
            boolean mayWrite) {}

    /**
     * Something to know before coming near.
     *
     * @param value in words; null when nobody has told
     */
    public record Alert(
            String kind,
            @Nullable String value,
            String detail,
            @Nullable Moment when,
            String source,
            boolean recheck) {}

    /**
     * A document's header.
     *
     * @param state in words, empty while it stands
     * @param parts to open; empty when only the header was received
     */
    public record Doc(
            String title,
            String detail,
            String state,
            @Nullable Moment when,
            String source,
            List<DocPart> parts) {}

    /** A part to open: its name, and its address. */
    public record DocPart(String label, String href) {}

    /** A stretch of the stay: what happened, where, from when to when. */
    public record Stretch(String label, String place, String from, String to, String source, boolean historic) {}

    /**
     * What was found by telephone, or a correction of it.
     *
     * @param correct address of the form that corrects it, or empty
     */
    public record Heard(
            String kind,
            String value,
            String who,
            Moment when,
            String written,
            boolean readBack,
            boolean corrected,
            boolean correction,
            String correct) {}

    /** A kind of information that is missing, or to be checked again: where it is found. */
    public record Gap(String code, String kind, boolean missing, List<String> places) {}

    /**
     * A datum: what, more about it, since when, who says so.
     *
     * @param detail may be empty
     * @param when   null when its time was not said
     */
    public record Fact(
            String label, String detail, @Nullable Moment when, String source, boolean recheck) {}

    /** A prescription line with its last known administration; {@code given} is null when it is unknown. */
    public record Drug(
            String label,
            String dose,
            @Nullable Moment start,
            String prescriber,
            @Nullable Moment given,
            String givenDetail,
            String source) {}

    /**
     * The last value of an analyte or vital sign, the one before, and where it goes.
     *
     * @param flag     in words, or empty
     * @param trend    in words, or empty when there is nothing to compare
     */
    public record Trend(
            String label,
            String value,
            String unit,
            String range,
            String flag,
            String note,
            @Nullable Moment when,
            String source,
            String previous,
            @Nullable Moment previousWhen,
            String trend,
            String trendIcon,
            Spark spark,
            boolean recheck) {}

    /** A curve of 96 by 24: {@code points} for the line, and its last point. Empty when fewer than two numbers. */
    public record Spark(String points, String lastX, String lastY) {
        static final Spark NONE = new Spark("", "", "");

        public boolean drawn() {
            return !points.isEmpty();
        }
    }
}
