package org.relais.demo;

import static org.relais.demo.Segment.coded;
import static org.relais.demo.Segment.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Imaging and letters: requests (ORM^O01), reports (ORU^R01) and documents (MDM^T02, HL7 v2.5 chapter 9). */
final class Imaging {
    private record Exam(String code, String text, String report) {}

    private static final List<Exam> EXAMS = List.of(
            new Exam(
                    "36643-5",
                    "Radiographie du thorax de face",
                    "Pas de foyer parenchymateux. Silhouette cardiaque normale."),
            new Exam("24725-4", "Scanner cérébral sans injection", "Pas de saignement. Pas d'effet de masse."),
            new Exam("30746-2", "Échographie abdominale", "Vésicule alithiasique. Voies biliaires fines."),
            new Exam("24627-2", "Scanner thoracique injecté", "Pas d'embolie pulmonaire visible."));
    private static final Exam OBSTETRIC = new Exam(
            "11525-3",
            "Échographie obstétricale",
            "Fœtus unique en présentation céphalique. Placenta fundique. Liquide en quantité normale.");

    private final Random random;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private int numbers;

    Imaging(Random random, Agenda agenda, Outbox outbox) {
        this.random = random;
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
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

    /** A letter: a small PDF, or plain text. */
    void letter(Inpatient patient) {
        String number = "DOC%08d".formatted(++numbers);
        boolean pdf = random.nextBoolean();
        String title = "Observation médicale d'entrée";
        String words = title + " - " + patient.illness.text() + ". Document fictif.";
        List<Segment> segments = new ArrayList<>();
        segments.add(Segment.of("EVN").put(2, outbox.now(Sender.RAD)));
        segments.addAll(head(patient));
        segments.add(Segment.numbered("TXA", 1)
                .put(2, coded("34117-2", title, "LN"))
                .put(3, pdf ? "AP" : "TX")
                .put(4, outbox.now(Sender.RAD))
                .put(9, patient.doctor)
                .put(12, number)
                .put(17, "LA")
                .put(19, "AV"));
        String base64 = Base64.getEncoder().encodeToString(SmallPdf.of(words));
        segments.add(Segment.numbered("OBX", 1)
                .put(2, pdf ? "ED" : "TX")
                .put(3, coded("34117-2", title, "LN"))
                .put(5, pdf ? "^application^pdf^Base64^" + base64 : text(words))
                .put(11, "F"));
        outbox.post(Sender.RAD, "MDM^T02^MDM_T02", segments);
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

    /** A PDF 1.4 of one page with one line. */
    private static final class SmallPdf {
        static byte[] of(String words) {
            String line = words.replace("\\", "").replace("(", "").replace(")", "");
            String stream = "BT /F1 12 Tf 50 780 Td (" + line + ") Tj ET";
            List<String> objects = List.of(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                    "<</Length " + stream.length() + ">>stream\n" + stream + "\nendstream",
                    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
            StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
            StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
            for (int i = 0; i < objects.size(); i++) {
                table.append("%010d 00000 n \n".formatted(pdf.length()));
                pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
            }
            int start = pdf.length();
            pdf.append(table)
                    .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                    .append(start)
                    .append("\n%%EOF\n");
            return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
