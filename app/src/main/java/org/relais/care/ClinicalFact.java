package org.relais.care;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/**
 * One thing that a received message or a person says about one patient's record. Facts are interpreted from entries,
 * never stored a second time. Nullable and empty mean <em>not said</em>; {@link #DELETED} means the sender said
 * "no longer" (HL7 {@code ""}).
 */
public sealed interface ClinicalFact {
    /** What a text field holds when the sender deletes a value (HL7 v2 {@code ""}). */
    String DELETED = "\u0000";

    /** Whose record it is about. */
    RecordKey record();

    /**
     * Who a record says it is (PID). A field that is null was not said and leaves what was known.
     *
     * @param identifiers every identifier and alias of PID-3 and PID-2/4/18/19
     * @param names       PID-5 repetitions in order
     * @param status      PID-32 codes as received (VALI, PROV, FICT, DOUT, HOMA…)
     * @param mother      PID-21, the mother's identifier
     */
    record IdentityStated(
            RecordKey record,
            List<Identifier> identifiers,
            List<Name> names,
            @Nullable PartialTime birth,
            @Nullable Sex sex,
            @Nullable String birthplace,
            @Nullable String address,
            @Nullable String phone,
            List<String> status,
            @Nullable Identifier mother,
            @Nullable Boolean multipleBirth,
            @Nullable Integer birthOrder,
            @Nullable PartialTime death)
            implements ClinicalFact {}

    /**
     * A name (XPN).
     *
     * @param family surname as received
     * @param given  given names as received, space-separated
     * @param use    XPN.7: {@code L} birth name, {@code D} used name, as received; may be empty
     */
    record Name(String family, String given, String use) {}

    /**
     * A movement or a change of stay (ADT with PV1, and ZBE where the sender is IHE PAM France).
     *
     * @param movementId ZBE-1, or empty: then (record, visit, trigger) order alone counts
     * @param trigger    what happened
     * @param action     whether the movement is new, corrects an earlier one, or takes it back
     * @param historic   ZBE-5 = Y: never moves the current location
     * @param visit      PV1-19, or null
     * @param account    PID-18, or null
     * @param ward       where, or null when not said
     * @param wardLabel  the ward's name as the message says it, or null
     * @param room       PV1-3.2, or empty
     * @param bed        PV1-3.3, or empty
     * @param patientClass PV1-2 as received: I, O, E, P, R, B…
     * @param attending  PV1-7, display name, or null
     * @param start      ZBE-2, else EVN-6, else PV1-44 or PV1-45, else EVN-2
     * @param end        ZBE-3, or null
     */
    record Moved(
            RecordKey record,
            String movementId,
            Trigger trigger,
            Action action,
            boolean historic,
            @Nullable Identifier visit,
            @Nullable Identifier account,
            @Nullable WardCode ward,
            @Nullable String wardLabel,
            String room,
            String bed,
            String patientClass,
            @Nullable String attending,
            @Nullable PartialTime start,
            @Nullable PartialTime end)
            implements ClinicalFact {}

    /** What happened to the stay. */
    enum Trigger {
        ADMIT,
        OUTPATIENT,
        PREADMIT,
        TRANSFER,
        DISCHARGE,
        CLASS_CHANGE,
        LEAVE,
        RETURN,
        UPDATE,
        DOCTOR_CHANGE
    }

    /** Whether a movement is new, corrects, or takes back. */
    enum Action {
        INSERT,
        UPDATE,
        CANCEL
    }

    /** A40 and its kin: {@code absorbed} is from now on an alias of {@code record}, for ever. */
    record Merged(RecordKey record, RecordKey absorbed) implements ClinicalFact {}

    /** A47: {@code former} was renamed {@code record}; the old number keeps finding the patient. */
    record IdentifierChanged(RecordKey record, RecordKey former) implements ClinicalFact {}

    /**
     * A24 or A37: two records linked, or no longer.
     *
     * @param provisional one person of the hospital said so, and a second one is waited for
     */
    record Linked(RecordKey record, RecordKey other, boolean linked, boolean provisional) implements ClinicalFact {
        public Linked(RecordKey record, RecordKey other, boolean linked) {
            this(record, other, linked, false);
        }
    }

    /** No ordinary search finds her from now on, or does again. Only people say so. */
    record Withheld(RecordKey record, boolean withheld) implements ClinicalFact {}

    /** A44, A45: an account or a visit belongs to {@code record} from now on. */
    record VisitMoved(RecordKey record, RecordKey from, Identifier visit) implements ClinicalFact {}

    /**
     * An allergy or intolerance (AL1, IAM).
     *
     * @param none     true for a coded "no known allergy"
     * @param action   IAM-6: A, D, U, or empty for AL1
     */
    record AllergyStated(
            RecordKey record,
            Coded substance,
            String kind,
            String severity,
            String reaction,
            boolean none,
            String action,
            @Nullable PartialTime since)
            implements ClinicalFact {}

    /** A problem or diagnosis (DG1, PRB). */
    record ProblemStated(
            RecordKey record,
            Coded problem,
            String kind,
            String action,
            @Nullable PartialTime since) implements ClinicalFact {}

    /** Next of kin, contact or role (NK1, ROL). */
    record ContactStated(RecordKey record, String name, String relationship, String phone, String role)
            implements ClinicalFact {}

    /**
     * A request for an exam (ORM, OML, OMG: ORC + OBR).
     *
     * @param placer ORC-2 / OBR-2, filler ORC-3 / OBR-3
     * @param control ORC-1, status ORC-5 as received
     * @param section OBR-24, the service that does it (table 0074); empty when not said
     */
    record ExamOrdered(
            RecordKey record,
            String placer,
            String filler,
            String control,
            String status,
            Coded exam,
            String priority,
            String prescriber,
            @Nullable PartialTime orderedAt,
            String section)
            implements ClinicalFact {}

    /**
     * A prescription line (RDE, ORM with RXO, RXE).
     *
     * @param dose   as received, with unit; frequency TQ1-3 or RXE-1.2 as received
     * @param control ORC-1: NW, CA, DC, HD…
     */
    record MedicationOrdered(
            RecordKey record,
            String placer,
            String control,
            String status,
            Coded medication,
            String dose,
            String route,
            String frequency,
            String prescriber,
            @Nullable PartialTime start,
            @Nullable PartialTime stop)
            implements ClinicalFact {}

    /** An administration (RAS: RXA). {@code completion} is RXA-20: CP, RE (refused), NA, PA or empty. */
    record MedicationGiven(
            RecordKey record,
            String placer,
            Coded medication,
            String amount,
            String route,
            String givenBy,
            String completion,
            @Nullable PartialTime givenAt)
            implements ClinicalFact {}

    /**
     * One observation (OBX under OBR).
     *
     * @param path   segment path within the message, so that entry key + path names the observation
     * @param value  as received, repetitions joined by a line break
     * @param flag   OBX-8 as received (H, L, HH, LL, A…), status OBX-11 (F, P, C, X…)
     * @param panel  OBR-4
     * @param vital  true when it is a vital sign or a measure at the bedside rather than a laboratory's
     * @param note   NTE under it, or empty
     */
    record Observed(
            RecordKey record,
            String path,
            Coded analyte,
            String value,
            String unit,
            String range,
            String flag,
            String status,
            Coded panel,
            String filler,
            boolean vital,
            String note,
            @Nullable PartialTime takenAt)
            implements ClinicalFact {}

    /**
     * A document (MDM, or OBX of type ED in another message): its header and where its parts lie; their bytes stay in
     * the entry.
     *
     * @param documentId the number that names it (TXA-12), or empty
     * @param act        what the message does with it
     * @param parent     TXA-13: what it completes or replaces, or empty
     * @param status     TXA-17 or OBX-11 as received
     * @param parts      in the order of the message; empty when only the header was sent
     */
    record DocumentStated(
            RecordKey record,
            String path,
            String documentId,
            DocumentAct act,
            String parent,
            Coded title,
            String status,
            String author,
            @Nullable PartialTime writtenAt,
            List<DocumentPart> parts)
            implements ClinicalFact {}

    /** What a message does with a document (MDM events T01 to T11). */
    enum DocumentAct {
        /** T01, T02, and a document in another message. */
        ORIGINAL,
        /** T03, T04: its header alone is said again. */
        STATUS,
        /** T05, T06: completes its parent, which stands. */
        ADDENDUM,
        /** T07, T08, and a corrected one in another message: the same document, changed. */
        EDIT,
        /** T09, T10: its parent no longer stands. */
        REPLACEMENT,
        /** T11, or said to be deleted or obsolete: it no longer stands. */
        CANCEL
    }

    /**
     * A part of a document.
     *
     * @param path      names it within the message
     * @param mediaType as the message says, as an Internet media type; never relied on
     * @param held      false when the message only points to where it is kept
     */
    record DocumentPart(String path, String mediaType, Coded title, boolean held) {}

    /**
     * An appointment (SIU: SCH, AIS, AIP, AIL).
     *
     * @param placer  SCH-1, filler SCH-2
     * @param trigger S12, S13…
     * @param status  SCH-25 as received
     * @param service AIS-3, else SCH-8 or SCH-7
     * @param people  AIP-3, for the eye
     * @param place   AIL-3, for the eye
     */
    record AppointmentStated(
            RecordKey record,
            String placer,
            String filler,
            String trigger,
            String status,
            Coded service,
            String reason,
            String people,
            String place,
            @Nullable PartialTime start,
            @Nullable PartialTime end)
            implements ClinicalFact {}

    /**
     * Something whoever comes near the patient must know first (OBX of known codes, PV2-41, PV2-45, PD1-15).
     *
     * @param value    as received
     * @param status   OBX-11 as received
     * @param statedBy OBX-16, else empty
     */
    record AlertStated(
            RecordKey record,
            String path,
            AlertKind kind,
            Coded what,
            String value,
            String status,
            String statedBy,
            @Nullable PartialTime statedAt)
            implements ClinicalFact {}

    /** Kinds of alerts, in the order they are shown. */
    enum AlertKind {
        ISOLATION,
        LIMITS_OF_CARE,
        DEVICE,
        PRECAUTION
    }

    /**
     * A coded element (CE, CWE) as received.
     *
     * @param code   CWE.1, system CWE.3 (LN for LOINC), text CWE.2 or CWE.9
     */
    record Coded(String code, String text, String system) {
        /** What to show: the text, else the code. */
        public String display() {
            return text.isBlank() ? code : text;
        }
    }
}
