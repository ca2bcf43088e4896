package org.relais.demo;

import static org.relais.demo.Segment.coded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.relais.demo.Analyte.Panel;

/** The laboratory: requests (OML^O21) and results (ORU^R01, HL7 v2.5 chapters 4 and 7), now and then corrected. */
final class Lab {
    private final Random random;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private final Body body;
    private int requests;

    Lab(Random random, Agenda agenda, Outbox outbox) {
        this.random = random;
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
        this.body = new Body(random);
    }

    /** One asked exam: its numbers and what it is. */
    private record Request(String placer, String filler, String code, String text, List<Result> results) {}

    /** @param type OBX-2 */
    record Result(Analyte analyte, String type, String value, String flag) {
        static Result text(String loinc, String name, String value, String flag) {
            return new Result(new Analyte(loinc, name, "", 0, 0, 0, 0, 0), "ST", value, flag);
        }
    }

    void ask(Inpatient patient, List<Panel> panels) {
        double age = patient.person.ageAt(agenda.now());
        List<Request> asked = panels.stream()
                .map(panel -> request(
                        panel.code(),
                        panel.text(),
                        panel.analytes().stream()
                                .map(analyte -> result(analyte, body.measure(analyte, patient, age)))
                                .toList()))
                .toList();
        order(patient, asked, Duration.ofMinutes(35 + random.nextInt(80)));
    }

    /** Exams whose results are given. */
    void ask(Inpatient patient, String code, String text, List<Result> results) {
        order(patient, List.of(request(code, text, results)), Duration.ofMinutes(50));
    }

    /** Group, antibody screen, and for a pregnancy the serologies. */
    void askGroup(Inpatient patient) {
        ask(
                patient,
                "34530-6",
                "Groupe sanguin ABO RH1",
                List.of(
                        Result.text("882-1", "Groupe sanguin ABO RH", patient.person.bloodGroup(), ""),
                        Result.text("890-4", "Recherche d'agglutinines irrégulières", "Négative", "")));
        if (Body.pregnant(patient.illness.code()) || patient.illness.equals(Illness.DELIVERED)) {
            ask(
                    patient,
                    "24364-2",
                    "Sérologies de grossesse",
                    List.of(
                            Result.text("5195-3", "Antigène HBs", "Négatif", ""),
                            Result.text("56888-1", "VIH 1 et 2, anticorps et antigène p24", "Négatif", ""),
                            Result.text("22587-0", "Syphilis, anticorps tréponémiques", "Négatif", ""),
                            Result.text(
                                    "22580-5",
                                    "Toxoplasmose IgG",
                                    random.nextBoolean() ? "Non immunisée" : "Immunisée",
                                    ""),
                            Result.text("25514-1", "Rubéole IgG", "Immunisée", "")));
        }
    }

    static Result result(Analyte analyte, double value) {
        return new Result(analyte, "NM", analyte.format(value), analyte.flag(value));
    }

    private Request request(String code, String text, List<Result> results) {
        int number = ++requests;
        return new Request("L%08d".formatted(number), "SIL%08d".formatted(number), code, text, results);
    }

    private void order(Inpatient patient, List<Request> asked, Duration wait) {
        List<Segment> segments = head(patient);
        String priority = patient.ward == DemoWard.URG || patient.ward == DemoWard.REA ? "S" : "R";
        for (Request request : asked) {
            segments.add(Segment.of("ORC")
                    .put(1, "NW")
                    .put(2, request.placer())
                    .put(9, outbox.now(Sender.LAB))
                    .put(12, patient.doctor));
            segments.add(Segment.of("TQ1").put(1, "1").put(9, priority));
            segments.add(obr(request, patient, agenda.now()).put(3, ""));
        }
        outbox.post(Sender.LAB, "OML^O21^OML_O21", segments);
        Instant taken = agenda.now().plus(Duration.ofMinutes(10));
        agenda.in(wait, () -> report(patient, asked, taken));
    }

    private void report(Inpatient patient, List<Request> asked, Instant taken) {
        send(patient, asked, taken, "F");
        if (random.nextInt(45) == 0) {
            Request first = asked.getFirst();
            if (first.results().getFirst().type().equals("NM")) {
                List<Result> again = first.results().stream()
                        .map(old -> result(old.analyte(), Double.parseDouble(old.value()) * 1.06))
                        .toList();
                Request corrected = new Request(first.placer(), first.filler(), first.code(), first.text(), again);
                agenda.in(Duration.ofMinutes(75), () -> send(patient, List.of(corrected), taken, "C"));
            }
        }
    }

    private void send(Inpatient patient, List<Request> asked, Instant taken, String status) {
        List<Segment> segments = head(patient);
        for (Request request : asked) {
            segments.add(
                    obr(request, patient, taken).put(22, outbox.now(Sender.LAB)).put(25, status));
            int rank = 0;
            for (Result result : request.results()) {
                segments.add(obx(++rank, result, taken, status));
                if (result.flag().length() == 2) {
                    segments.add(Segment.numbered("NTE", 1).put(2, "L").put(3, "Résultat vérifié, appel au service."));
                }
            }
        }
        outbox.post(Sender.LAB, "ORU^R01^ORU_R01", segments);
    }

    private List<Segment> head(Inpatient patient) {
        List<Segment> segments = new ArrayList<>();
        segments.add(pid.pid(patient, Sender.LAB));
        segments.add(pid.pv1(patient, Sender.LAB));
        return segments;
    }

    private Segment obr(Request request, Inpatient patient, Instant taken) {
        return Segment.numbered("OBR", 1)
                .put(2, request.placer())
                .put(3, request.filler())
                .put(4, coded(request.code(), request.text(), "LN"))
                .put(7, outbox.time(Sender.LAB, taken))
                .put(16, patient.doctor)
                .put(24, "LAB");
    }

    private Segment obx(int rank, Result result, Instant taken, String status) {
        boolean number = result.type().equals("NM");
        return Segment.numbered("OBX", rank)
                .put(2, result.type())
                .put(3, coded(result.analyte().loinc(), result.analyte().text(), "LN"))
                .put(5, Segment.text(result.value()))
                .put(6, number ? coded(result.analyte().unit(), "", "UCUM") : "")
                .put(7, number ? result.analyte().range() : "")
                .put(8, result.flag())
                .put(11, status)
                .put(14, outbox.time(Sender.LAB, taken));
    }
}
