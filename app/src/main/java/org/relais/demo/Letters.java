package org.relais.demo;

import static org.relais.demo.Segment.coded;
import static org.relais.demo.Segment.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Letters and reports as documents (MDM, HL7 v2.5 chapter 9): PDF, CDA or lines of text, some with an annex. */
final class Letters {
    private static final String TITLE = "Observation médicale d'entrée";
    private final Outbox outbox;
    private final Pid pid;

    Letters(Outbox outbox) {
        this.outbox = outbox;
        this.pid = new Pid(outbox);
    }

    /** How a letter is written. */
    enum Form {
        PDF,
        CDA,
        TEXT
    }

    /**
     * A letter to be sent.
     *
     * @param trigger  T02, or T10 when it replaces {@code parent}
     * @param annex    whether a second part goes with it
     */
    record Letter(String number, String title, Form form, String trigger, String parent, boolean annex) {
        Letter replacing(String other) {
            return new Letter(number, title + " (corrigée)", form, "T10", other, annex);
        }
    }

    static Letter first(String number, Form form) {
        return new Letter(number, TITLE, form, "T02", "", false);
    }

    void send(Inpatient patient, Letter letter) {
        List<Segment> segments = new ArrayList<>();
        segments.add(Segment.of("EVN").put(2, outbox.now(Sender.RAD)));
        segments.add(pid.pid(patient, Sender.RAD));
        segments.add(pid.pv1(patient, Sender.RAD));
        segments.add(Segment.numbered("TXA", 1)
                .put(2, coded("34117-2", letter.title(), "LN"))
                .put(3, letter.form() == Form.TEXT ? "TX" : "AP")
                .put(4, outbox.now(Sender.RAD))
                .put(9, patient.doctor)
                .put(12, letter.number())
                .put(13, letter.parent())
                .put(17, "LA")
                .put(19, "AV"));
        segments.add(part(1, letter.title(), letter.form(), patient));
        if (letter.annex()) {
            segments.add(part(2, "Lettre de liaison", Form.CDA, patient));
        }
        outbox.post(Sender.RAD, "MDM^" + letter.trigger() + "^MDM_T02", segments);
    }

    private static Segment part(int rank, String title, Form form, Inpatient patient) {
        return Segment.numbered("OBX", rank)
                .put(2, form == Form.TEXT ? "TX" : "ED")
                .put(3, coded("34117-2", title, "LN"))
                .put(5, content(title, form, patient))
                .put(11, "F");
    }

    private static String content(String title, Form form, Inpatient patient) {
        List<String> lines = lines(title, patient);
        return switch (form) {
            case TEXT -> text(String.join("\n", lines));
            case PDF -> "^application^pdf^Base64^" + base64(SmallPdf.of(lines));
            case CDA ->
                "^TEXT^XML^Base64^" + base64(SmallCda.of(title, lines, patient).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static List<String> lines(String title, Inpatient patient) {
        return List.of(
                title,
                "Centre hospitalier de la Pointe - document fictif",
                "Patient : " + patient.person.family() + " " + patient.person.given(),
                "Motif : " + patient.illness.text(),
                "Examen : état stable, voir la surveillance du service.",
                "Conduite : poursuite des soins, réévaluation le lendemain.");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
