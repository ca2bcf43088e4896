package org.relais.demo;

import static org.relais.demo.Segment.coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The bedside: vital signs as ORU^R01 (HL7 v2.5 chapter 7). */
final class Vitals {
    private static final List<Analyte> SIGNS =
            List.of(Analyte.SYSTOLIC, Analyte.DIASTOLIC, Analyte.PULSE, Analyte.TEMPERATURE, Analyte.OXYGEN);

    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private final Body body;
    private int rounds;

    Vitals(Random random, Agenda agenda, Outbox outbox) {
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
        this.body = new Body(random);
    }

    void take(Inpatient patient, boolean weighed) {
        List<Analyte> signs = new ArrayList<>(SIGNS);
        if (weighed) {
            signs.add(Analyte.WEIGHT);
        }
        String now = outbox.now(Sender.VIT);
        List<Segment> segments = new ArrayList<>();
        segments.add(pid.pid(patient, Sender.VIT));
        segments.add(pid.pv1(patient, Sender.VIT));
        segments.add(Segment.numbered("OBR", 1)
                .put(3, "VIT%08d".formatted(++rounds))
                .put(4, coded("85353-1", "Signes vitaux", "LN"))
                .put(7, now)
                .put(22, now)
                .put(25, "F"));
        double age = patient.person.ageAt(agenda.now());
        for (int i = 0; i < signs.size(); i++) {
            Analyte sign = signs.get(i);
            double value = body.measure(sign, patient, age);
            segments.add(Segment.numbered("OBX", i + 1)
                    .put(2, "NM")
                    .put(3, coded(sign.loinc(), sign.text(), "LN"))
                    .put(5, sign.format(value))
                    .put(6, coded(sign.unit(), "", "UCUM"))
                    .put(11, "F")
                    .put(14, now));
        }
        outbox.post(Sender.VIT, "ORU^R01^ORU_R01", segments);
    }
}
