package org.relais.care.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.found.FoundThread;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Structure;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Texts;

/**
 * The last-known chart of a patient: what the hospital's systems had said by {@link #asOf}. Every item has its value,
 * its time, its source and its freshness. Empty lists mean <em>not known</em>, never <em>none</em>.
 *
 * @param asOf       the moment freshness was judged at
 * @param lastEntry  position of the last entry folded in
 * @param documents  those that stand first, then those replaced or cancelled
 * @param found      what was found by telephone
 * @param homonyms   others present or recent who could be taken for her
 * @param elsewhere  where the site says that information is found
 * @param incomplete messages about this patient that could not be understood whole: positions, for the quarantine page
 */
public record Chart(
        Patient patient,
        Instant asOf,
        long lastEntry,
        List<Allergy> allergies,
        List<Problem> problems,
        List<Medication> medications,
        List<Series> labs,
        List<Series> vitals,
        List<Series> bloodGroup,
        List<Exam> exams,
        List<Contact> contacts,
        List<Movement> movements,
        List<Document> documents,
        List<Appointment> appointments,
        List<Alert> alerts,
        List<FoundThread> found,
        List<Lookalike> homonyms,
        List<Structure.Elsewhere> elsewhere,
        List<Long> incomplete) {

    /** The chart of somebody of whom nothing but her identity is known. */
    public static Chart bare(Patient patient, Instant asOf) {
        return new Chart(
                patient, asOf, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** @param none a coded "no known allergy": always to be asked again */
    public record Allergy(
            Coded substance,
            String kind,
            String severity,
            String reaction,
            boolean none,
            @Nullable PartialTime since,
            Source source,
            Freshness freshness) {}

    public record Problem(
            Coded problem, String kind, @Nullable PartialTime since, Source source) {}

    /**
     * A prescription line: information, never an order.
     *
     * @param active         false once discontinued, cancelled or past its stop
     * @param lastGiven      the last administration known, or null: shown as <em>inconnue</em>
     */
    public record Medication(
            String placer,
            Coded medication,
            String dose,
            String route,
            String frequency,
            String prescriber,
            @Nullable PartialTime start,
            @Nullable PartialTime stop,
            boolean active,
            @Nullable Administration lastGiven,
            Source source) {}

    /** @param completion RXA-20: CP, RE, NA, PA or empty */
    public record Administration(
            @Nullable PartialTime givenAt, String amount, String givenBy, String completion, Source source) {}

    /**
     * One analyte or vital sign over time.
     *
     * @param values newest first, never empty; corrected values replaced, withdrawn ones absent
     */
    public record Series(Coded analyte, List<Value> values) {
        private static final Set<String> WEIGHTS = Set.of("29463-7", "3141-9", "8339-4");

        public Value last() {
            return values.getFirst();
        }

        /** Whether this is the body weight, by LOINC or by name. */
        public boolean isWeight() {
            String name = analyte.display().toLowerCase(Locale.ROOT);
            return WEIGHTS.contains(analyte.code()) || name.startsWith("poids") || name.contains("body weight");
        }
    }

    /**
     * @param value  as received
     * @param flag   OBX-8 as received
     * @param status OBX-11 as received
     * @param corrected true when it replaces an earlier result of the same observation
     */
    public record Value(
            String value,
            String unit,
            String range,
            String flag,
            String status,
            boolean corrected,
            String note,
            @Nullable PartialTime takenAt,
            Source source,
            Freshness freshness) {
        private static final Set<String> PRELIMINARY = Set.of("P", "R", "S");

        /**
         * What the laboratory says of it: its flag (HL7 table 0078) and any status that is not final (table 0085), in words
         * parted by middle dots. A flag without words stays as received; a normal one needs none.
         */
        public String said(Texts texts) {
            List<String> said = new ArrayList<>();
            if (!flag.isBlank() && !flag.equals("N")) {
                String key = "value.flag." + flag;
                said.add(texts.has(key) ? texts.get(key) : flag);
            }
            if (PRELIMINARY.contains(status)) {
                said.add(texts.get("value.preliminary"));
            }
            if (corrected || status.equals("C")) {
                said.add(texts.get("value.corrected"));
            }
            return String.join(" · ", said);
        }
    }

    /**
     * @param pending asked and not resulted nor cancelled
     * @param section the service that does it, OBR-24 as received; may be empty
     */
    public record Exam(
            String placer,
            String filler,
            Coded exam,
            String priority,
            String prescriber,
            String status,
            boolean pending,
            @Nullable PartialTime orderedAt,
            Source source,
            String section) {}

    public record Contact(String name, String relationship, String phone, String role, Source source) {}

    /**
     * A movement of the stay.
     *
     * @param label    trigger as a message key suffix: {@code ADMIT}, {@code TRANSFER}…
     * @param end      when the next one that moves her began, or as said; null while it lasts or when not known
     * @param historic told afterwards: it never moved her present place
     */
    public record Movement(
            String label,
            String ward,
            String room,
            String bed,
            @Nullable PartialTime start,
            @Nullable PartialTime end,
            boolean historic,
            Source source) {}

    /** Whether a document counts. */
    public enum DocumentState {
        STANDING,
        REPLACED,
        CANCELLED
    }

    /**
     * A document's header.
     *
     * @param parts     empty when only the header was received
     * @param status    as received
     * @param completes number of the document it completes, or empty
     * @param source    of its content; the parts lie in that entry
     */
    public record Document(
            String documentId,
            Coded title,
            List<DocumentPart> parts,
            String status,
            DocumentState state,
            String author,
            @Nullable PartialTime writtenAt,
            String completes,
            Source source) {
        public boolean stands() {
            return state == DocumentState.STANDING;
        }
    }

    /** Where an appointment stands. */
    public enum AppointmentState {
        BOOKED,
        CANCELLED,
        NO_SHOW,
        DONE
    }

    /** @param toCome booked and not past, or of an unknown time */
    public record Appointment(
            Coded service,
            String reason,
            String people,
            String place,
            @Nullable PartialTime start,
            @Nullable PartialTime end,
            AppointmentState state,
            boolean toCome,
            Source source) {}

    /**
     * What must be known before coming near: isolation, limits of care, devices, precautions.
     *
     * @param value    as received; may be empty where the code says it all
     * @param statedBy may be empty
     */
    public record Alert(
            AlertKind kind,
            Coded what,
            String value,
            String statedBy,
            @Nullable PartialTime statedAt,
            Source source,
            Freshness freshness) {}
}
