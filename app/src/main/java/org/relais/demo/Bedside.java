package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.relais.demo.Analyte.Panel;

/** What is done for a patient who is present: measured, asked, prescribed, given, written. */
final class Bedside {
    private final Random random;
    private final Agenda agenda;
    private final Vitals vitals;
    private final Lab lab;
    private final Pharmacy pharmacy;
    private final Imaging imaging;
    private final Flags flags;

    Bedside(Random random, Agenda agenda, Outbox outbox) {
        this.random = random;
        this.agenda = agenda;
        this.vitals = new Vitals(random, agenda, outbox);
        this.lab = new Lab(random, agenda, outbox);
        this.pharmacy = new Pharmacy(random, agenda, outbox);
        this.imaging = new Imaging(random, agenda, outbox);
        this.flags = new Flags(agenda, outbox);
    }

    void begin(Inpatient patient) {
        later(patient, minutes(8, 40), () -> {
            vitals.take(patient, true);
            every(patient, Duration.ofHours(watch(patient.ward)), () -> vitals.take(patient, random.nextInt(8) == 0));
        });
        if (patient.patientClass.equals("O")) {
            return;
        }
        flags.begin(patient);
        boolean healthyNewborn = patient.illness.equals(Illness.NEWBORN);
        if (!healthyNewborn) {
            later(patient, minutes(15, 70), () -> firstExams(patient));
            every(
                    patient,
                    Duration.ofHours(patient.ward == DemoWard.GER ? 72 : 24),
                    () -> lab.ask(patient, usual(patient)));
        }
        later(patient, minutes(30, 100), () -> {
            Pharmacy.Sheet sheet = pharmacy.prescribe(patient);
            later(patient, minutes(20, 50), () -> pharmacy.round(patient, sheet));
            every(patient, Duration.ofHours(6), () -> pharmacy.round(patient, sheet));
            if (random.nextInt(5) == 0) {
                later(patient, minutes(500, 3000), () -> pharmacy.stopOne(patient, sheet));
            }
        });
        if (!healthyNewborn && random.nextInt(3) == 0) {
            later(patient, minutes(40, 600), () -> imaging.ask(patient));
        }
        if (!healthyNewborn && random.nextInt(4) == 0) {
            later(patient, minutes(60, 300), () -> imaging.letter(patient));
        }
    }

    /** The last day of the woman of the story: potassium 3.1, 14 h before the cut. */
    void story(Inpatient patient, Instant cut) {
        agenda.at(
                cut.minus(Duration.ofHours(14).plusMinutes(50)),
                () -> lab.ask(
                        patient,
                        Analyte.ELECTROLYTES.code(),
                        Analyte.ELECTROLYTES.text(),
                        List.of(
                                Lab.result(Analyte.SODIUM, 138),
                                Lab.result(Analyte.POTASSIUM, 3.1),
                                Lab.result(Analyte.CREATININE, 61),
                                Lab.result(Analyte.GLUCOSE, 4.8))));
        agenda.at(
                cut.minus(Duration.ofHours(14).plusMinutes(49)),
                () -> lab.ask(
                        patient,
                        Analyte.BLOOD_COUNT.code(),
                        Analyte.BLOOD_COUNT.text(),
                        List.of(
                                Lab.result(Analyte.HAEMOGLOBIN, 10.4),
                                Lab.result(Analyte.LEUCOCYTES, 9.8),
                                Lab.result(Analyte.PLATELETS, 142))));
        agenda.at(cut.minus(Duration.ofHours(7)), () -> imaging.ask(patient));
        agenda.at(cut.minus(Duration.ofMinutes(70)), () -> vitals.take(patient, true));
    }

    private void firstExams(Inpatient patient) {
        lab.ask(patient, first(patient));
        boolean grouped = switch (patient.ward) {
            case MAT, CHIR, REA -> true;
            default -> random.nextInt(4) == 0;
        };
        if (grouped) {
            lab.askGroup(patient);
        }
    }

    private static List<Panel> first(Inpatient patient) {
        List<Panel> panels = new ArrayList<>(usual(patient));
        switch (patient.ward) {
            case CHIR, REA, MEDB -> panels.add(Analyte.COAGULATION);
            case URG -> panels.add(Analyte.CARDIAC);
            default -> panels.add(Analyte.INFLAMMATION);
        }
        return panels;
    }

    private static List<Panel> usual(Inpatient patient) {
        if (patient.pinned) {
            return List.of(Analyte.INFLAMMATION);
        }
        return patient.ward == DemoWard.NEO
                ? List.of(Analyte.JAUNDICE)
                : List.of(Analyte.ELECTROLYTES, Analyte.BLOOD_COUNT);
    }

    /** Hours between two measures. */
    private static int watch(DemoWard ward) {
        return switch (ward) {
            case URG, REA -> 2;
            case NEO -> 4;
            case MAT -> 6;
            case GER -> 12;
            default -> 8;
        };
    }

    private void every(Inpatient patient, Duration period, Runnable action) {
        later(patient, period.plusSeconds(random.nextInt(900)), () -> {
            action.run();
            every(patient, period, action);
        });
    }

    private void later(Inpatient patient, Duration delay, Runnable action) {
        int episode = patient.episode;
        agenda.in(delay, () -> {
            if (patient.present && patient.episode == episode) {
                action.run();
            }
        });
    }

    private Duration minutes(int from, int to) {
        return Duration.ofMinutes(from + random.nextInt(to - from));
    }
}
