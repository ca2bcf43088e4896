package org.relais.demo;

import static org.relais.demo.Segment.coded;
import static org.relais.demo.Segment.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Imaging and letters: requests (ORM^O01), reports (ORU^R01) and documents (MDM^T02, HL7 v2.5 chapter 9). */
final class Imaging {
    private record Exam(String code, String text, String report) {}

    private static final List<Exam> EXAMS = List.of(
            new Exam(
                    "36554-4",
                    "Radiographie du thorax de face",
                    "Pas de foyer parenchymateux. Silhouette cardiaque normale."),
            new Exam("30799-1", "Scanner cérébral sans injection", "Pas de saignement. Pas d'effet de masse."),
            new Exam("24558-9", "Échographie abdominale", "Vésicule alithiasique. Voies biliaires fines."),
            new Exam("24628-0", "Scanner thoracique injecté", "Pas d'embolie pulmonaire visible."));
    private static final Exam OBSTETRIC = new Exam(
            "11525-3",
            "Échographie obstétricale",
            "Fœtus unique en présentation céphalique. Placenta fundique. Liquide en quantité normale.");

    private final Random random;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private final Letters letters;
    private int numbers;

    Imaging(Random random, Agenda agenda, Outbox outbox) {
        this.random = random;
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
        this.letters = new Letters(outbox);
    }

    void ask(Inpatient patient) {
        Exam exam = Body.pregnant(patient.illness.code()) ? OBSTETRIC : Names.pick(EXAMS, random);
        String placer = "R%08d".formatted(++numbers);
        List<Segment> segments = head(patient);
        segments.add(Segment.of("ORC")
                .put(1, "NW")
                .put(2, placer)
                .put(9, outbox.now(Sender.RAD))
                .put(12, patient.doctor));
        segments.add(obr(placer, exam).put(3, ""));
        outbox.post(Sender.RAD, "ORM^O01^ORM_O01", segments);
        if (random.nextInt(9) > 0) {
            agenda.in(Duration.ofMinutes(50 + random.nextInt(200)), () -> report(patient, placer, exam));
        }
    }

    private void report(Inpatient patient, String placer, Exam exam) {
        List<Segment> segments = head(patient);
        segments.add(obr(placer, exam).put(22, outbox.now(Sender.RAD)).put(25, "F"));
        segments.add(Segment.numbered("OBX", 1)
                .put(2, "TX")
                .put(3, coded("18782-3", "Compte rendu d'imagerie", "LN"))
                .put(5, text(exam.report()))
                .put(11, "F")
                .put(14, outbox.now(Sender.RAD)));
        outbox.post(Sender.RAD, "ORU^R01^ORU_R01", segments);
    }

    /** A letter: a small PDF, a CDA document, or plain text; now and then replaced by a better one. */
    void letter(Inpatient patient) {
        String number = "DOC%08d".formatted(++numbers);
        boolean pdf = random.nextBoolean();
        Letters.Form form = pdf ? Letters.Form.PDF : numbers % 2 == 0 ? Letters.Form.CDA : Letters.Form.TEXT;
        letters.send(patient, Letters.first(number, form));
        if (numbers % 5 == 0) {
            Letters.Letter better = Letters.first(number + "B", form).replacing(number);
            agenda.in(Duration.ofMinutes(95), () -> letters.send(patient, better));
        }
    }

    private Segment obr(String placer, Exam exam) {
        return Segment.numbered("OBR", 1)
                .put(2, placer)
                .put(3, placer.replace('R', 'A'))
                .put(4, coded(exam.code(), exam.text(), "LN"))
                .put(7, outbox.now(Sender.RAD))
                .put(24, "RAD");
    }

    private List<Segment> head(Inpatient patient) {
        List<Segment> segments = new ArrayList<>();
        segments.add(pid.pid(patient, Sender.RAD));
        segments.add(pid.pv1(patient, Sender.RAD));
        return segments;
    }
}
