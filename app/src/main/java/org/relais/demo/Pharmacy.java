package org.relais.demo;

import static org.relais.demo.Segment.coded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The pharmacy: prescriptions (RDE^O11) and administrations (RAS^O17, HL7 v2.5 chapter 4). */
final class Pharmacy {
    private final Random random;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private int orders;

    Pharmacy(Random random, Agenda agenda, Outbox outbox) {
        this.random = random;
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
    }

    /** What a patient is on, and when each line was last given. */
    static final class Sheet {
        private final Map<String, Drug> lines = new java.util.TreeMap<>();
        private final Map<String, Instant> given = new HashMap<>();
        private DemoWard ward;

        private Sheet(DemoWard ward) {
            this.ward = ward;
        }
    }

    Sheet prescribe(Inpatient patient) {
        Sheet sheet = new Sheet(patient.ward);
        write(patient, sheet);
        return sheet;
    }

    private void write(Inpatient patient, Sheet sheet) {
        for (Drug drug : Drug.of(patient.illness, patient.ward)) {
            String placer = "P%08d".formatted(++orders);
            sheet.lines.put(placer, drug);
            order(patient, placer, drug, "NW");
        }
    }

    /** Stops one line, if there is more than one. */
    void stopOne(Inpatient patient, Sheet sheet) {
        if (sheet.lines.size() > 1) {
            String placer = sheet.lines.keySet().iterator().next();
            Drug drug = java.util.Objects.requireNonNull(sheet.lines.remove(placer));
            order(patient, placer, drug, "DC");
        }
    }

    /** Another ward prescribes anew. */
    private void follow(Inpatient patient, Sheet sheet) {
        if (sheet.ward != patient.ward) {
            sheet.lines.forEach((placer, drug) -> order(patient, placer, drug, "DC"));
            sheet.lines.clear();
            sheet.ward = patient.ward;
            write(patient, sheet);
        }
    }

    /** Gives what is due. */
    void round(Inpatient patient, Sheet sheet) {
        if (patient.onLeave) {
            return;
        }
        follow(patient, sheet);
        List<Segment> segments = head(patient);
        int before = segments.size();
        sheet.lines.forEach((placer, drug) -> {
            Instant last = sheet.given.get(placer);
            if (due(drug, last)) {
                sheet.given.put(placer, agenda.now());
                segments.add(Segment.of("ORC").put(1, "RE").put(2, placer));
                segments.add(rxa(drug));
                segments.add(rxr(drug));
            }
        });
        if (segments.size() > before) {
            outbox.post(Sender.PHA, "RAS^O17^RAS_O17", segments);
        }
    }

    private boolean due(Drug drug, @Nullable Instant last) {
        return last == null
                || !last.plus(Duration.ofHours(drug.hours()).minusMinutes(90)).isAfter(agenda.now());
    }

    private void order(Inpatient patient, String placer, Drug drug, String control) {
        String now = outbox.now(Sender.PHA);
        List<Segment> segments = head(patient);
        segments.add(Segment.of("ORC")
                .put(1, control)
                .put(2, placer)
                .put(5, control.equals("DC") ? "DC" : "IP")
                .put(9, now)
                .put(12, patient.doctor));
        segments.add(Segment.of("RXE")
                .put(1, "^" + drug.often())
                .put(2, code(drug))
                .put(3, drug.amount())
                .put(5, coded(drug.unit(), "", "UCUM")));
        Segment timing = Segment.of("TQ1")
                .put(1, "1")
                .put(2, drug.amount() + "^" + drug.unit())
                .put(3, drug.often())
                .put(7, outbox.time(Sender.PHA, patient.admittedAt));
        segments.add(control.equals("DC") ? timing.put(8, now) : timing);
        segments.add(rxr(drug));
        outbox.post(Sender.PHA, "RDE^O11^RDE_O11", segments);
    }

    private Segment rxa(Drug drug) {
        String now = outbox.now(Sender.PHA);
        int luck = random.nextInt(60);
        return Segment.of("RXA")
                .put(1, "0")
                .put(2, "1")
                .put(3, now)
                .put(4, now)
                .put(5, code(drug))
                .put(6, luck == 0 ? "0" : drug.amount())
                .put(7, coded(drug.unit(), "", "UCUM"))
                .put(10, Doctors.nurse(random))
                .put(20, luck == 0 ? "RE" : luck == 1 ? "PA" : "CP");
    }

    private static Segment rxr(Drug drug) {
        String text = switch (drug.route()) {
            case "IV" -> "Voie intraveineuse";
            case "SC" -> "Voie sous-cutanée";
            case "IH" -> "Voie inhalée";
            default -> "Voie orale";
        };
        return Segment.of("RXR").put(1, coded(drug.route(), text, "HL70162"));
    }

    private static String code(Drug drug) {
        int number = Math.floorMod(drug.name().hashCode(), 900_000) + 100_000;
        return coded("CHP" + number, drug.name(), "L");
    }

    private List<Segment> head(Inpatient patient) {
        List<Segment> segments = new ArrayList<>();
        segments.add(pid.pid(patient, Sender.PHA));
        segments.add(pid.pv1(patient, Sender.PHA));
        return segments;
    }
}
