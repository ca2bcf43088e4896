package org.relais.demo;

import static org.relais.demo.Segment.coded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the patient administration says (ADT, HL7 v2.5 chapter 3, IHE PAM France 2.11). */
final class Adt {
    private final Outbox outbox;
    private final Agenda agenda;
    private final Pid pid;
    private int movements;

    Adt(Outbox outbox, Agenda agenda) {
        this.outbox = outbox;
        this.agenda = agenda;
        this.pid = new Pid(outbox);
    }

    /** A01, A04, A05: someone comes or is announced. The movement's number and time are set here. */
    void arrives(Inpatient patient, String trigger, Instant since) {
        newMovement(patient, since);
        patient.admission = patient.movement;
        List<Segment> segments = start(patient, since);
        segments.add(Pid.nk1(patient.person));
        segments.add(pid.pv1(patient, Sender.GAM));
        segments.add(pid.zbe(patient, "INSERT", "", "HMS"));
        segments.addAll(allergies(patient, false));
        segments.add(problem(patient));
        send(trigger, trigger.equals("A05") ? "ADT_A05" : "ADT_A01", segments);
    }

    /** A02: to another ward or bed. {@code prior} is where the patient lay. */
    void moves(Inpatient patient, String prior, String nature) {
        newMovement(patient, agenda.now());
        List<Segment> segments = start(patient, agenda.now());
        segments.add(pid.pv1(patient, Sender.GAM).put(6, prior));
        segments.add(pid.zbe(patient, "INSERT", "", nature));
        send("A02", "ADT_A02", segments);
    }

    /** A03: leaves. */
    void leaves(Inpatient patient) {
        newMovement(patient, agenda.now());
        visit(patient, "A03", "INSERT", "");
    }

    /** A06: from emergency or outpatient to inpatient, where the patient already is. */
    void becomesInpatient(Inpatient patient) {
        newMovement(patient, agenda.now());
        visit(patient, "A06", "INSERT", "");
    }

    /** A21, A22: away for a while, back again. */
    void leave(Inpatient patient, boolean back) {
        newMovement(patient, agenda.now());
        visit(patient, back ? "A22" : "A21", "INSERT", "");
    }

    /** A11, A12, A13, A38: takes the patient's present movement back; {@code original} is its trigger. */
    void cancels(Inpatient patient, String trigger, String original) {
        visit(patient, trigger, "CANCEL", original);
    }

    /** Z99: corrects the present movement (IHE PAM France). */
    void corrects(Inpatient patient, String original) {
        visit(patient, "Z99", "UPDATE", original);
    }

    /** A08: what is known has changed. As IAM, allergies carry their action. */
    void updates(Inpatient patient, boolean iam) {
        List<Segment> segments = start(patient, agenda.now());
        segments.add(Pid.nk1(patient.person));
        segments.add(pid.pv1(patient, Sender.GAM));
        segments.addAll(allergies(patient, iam));
        segments.add(problem(patient));
        send("A08", "ADT_A01", segments);
    }

    /** A28, A31: an identity is created, corrected. */
    void identity(Inpatient patient, String trigger) {
        List<Segment> segments = start(patient, agenda.now());
        segments.add(Segment.numbered("PV1", 1).put(2, "N"));
        send(trigger, "ADT_A05", segments);
    }

    /** A40: {@code former} is absorbed. A47: {@code former} is renamed. */
    void number(Inpatient patient, String trigger, String former) {
        List<Segment> segments = start(patient, agenda.now());
        segments.add(Segment.of("MRG").put(1, Pid.ipp(former)));
        send(trigger, trigger.equals("A40") ? "ADT_A39" : "ADT_A30", segments);
    }

    private void visit(Inpatient patient, String trigger, String action, String original) {
        List<Segment> segments = start(patient, action.equals("INSERT") ? patient.movedAt : agenda.now());
        segments.add(pid.pv1(patient, Sender.GAM));
        segments.add(pid.zbe(patient, action, original, "HMS"));
        send(
                trigger,
                switch (trigger) {
                    case "A03" -> "ADT_A03";
                    case "A06" -> "ADT_A06";
                    case "A11" -> "ADT_A09";
                    case "A12" -> "ADT_A12";
                    case "A21", "A22" -> "ADT_A21";
                    case "A38" -> "ADT_A38";
                    default -> "ADT_A01";
                },
                segments);
    }

    private void newMovement(Inpatient patient, Instant since) {
        patient.movement = "M%07d".formatted(++movements);
        patient.movedAt = since;
    }

    private List<Segment> start(Inpatient patient, Instant occurred) {
        List<Segment> segments = new ArrayList<>();
        segments.add(Segment.of("EVN").put(2, outbox.now(Sender.GAM)).put(6, outbox.time(Sender.GAM, occurred)));
        segments.add(pid.pid(patient, Sender.GAM));
        return segments;
    }

    private static List<Segment> allergies(Inpatient patient, boolean iam) {
        List<Segment> segments = new ArrayList<>();
        for (Allergy allergy : patient.allergies) {
            Segment segment = Segment.numbered(iam ? "IAM" : "AL1", segments.size() + 1)
                    .put(2, coded(allergy.kind(), "", "HL70127"))
                    .put(3, coded(allergy.code(), allergy.text(), "SCT"))
                    .put(4, allergy.severity().isEmpty() ? "" : coded(allergy.severity(), "", "HL70128"))
                    .put(5, Segment.text(allergy.reaction()));
            if (iam) {
                segment.put(6, coded("A", "", "HL70206")).put(7, patient.ipp + "-" + allergy.code());
            }
            segments.add(segment);
        }
        return segments;
    }

    private Segment problem(Inpatient patient) {
        return Segment.numbered("DG1", 1)
                .put(3, coded(patient.illness.code(), patient.illness.text(), "CIM-10"))
                .put(5, outbox.time(Sender.GAM, patient.admittedAt))
                .put(6, "W");
    }

    private void send(String trigger, String structure, List<Segment> segments) {
        outbox.post(Sender.GAM, "ADT^" + trigger + "^" + structure, segments);
    }
}
