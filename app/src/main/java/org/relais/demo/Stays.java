package org.relais.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.relais.demo.DemoWard.Spot;

/** What becomes of a stay: transfers, leaves, births, corrections, merges, discharges and their cancels. */
final class Stays {
    private static final Duration HELD = Duration.ofMinutes(40);

    private final Flow flow;
    private final Random random;
    private final Agenda agenda;
    private final Adt adt;

    Stays(Flow flow, Random random, Agenda agenda, Adt adt) {
        this.flow = flow;
        this.random = random;
        this.agenda = agenda;
        this.adt = adt;
    }

    /** Usual length of stay, in hours. */
    int usual(DemoWard ward) {
        return switch (ward) {
            case URG -> 6;
            case REA, NEO -> 140;
            case MAT -> 84;
            case PED -> 60;
            case MEDA, MEDB -> 130;
            case CHIR -> 90;
            case GER -> 900;
        };
    }

    /** Plans what will happen to someone who just came or came back. */
    void begin(Inpatient patient) {
        if (patient.pinned || isChildWithMother(patient)) {
            return;
        }
        switch (patient.patientClass) {
            case "O" -> later(patient, minutes(60, 150), () -> discharge(patient));
            case "E" -> later(patient, minutes(180, 660), () -> afterEmergency(patient));
            default -> inpatient(patient);
        }
    }

    private void inpatient(Inpatient patient) {
        later(patient, minutes(300, usual(patient.ward) * 80), () -> endOfStay(patient));
        int luck = random.nextInt(200);
        Duration soon = minutes(200, 2600);
        if (luck >= 185 && !fromBefore(patient)) {
            later(patient, minutes(8, 20), () -> neverCame(patient));
        } else if (luck < 20) {
            later(patient, soon, () -> transfer(patient, patient.ward, "L"));
        } else if (luck < 30) {
            later(patient, soon, () -> transfer(patient, otherWard(patient), "HMS"));
        } else if (luck < 38) {
            later(patient, soon, () -> correctBed(patient));
        } else if (luck < 46 && patient.ward != DemoWard.REA) {
            later(patient, soon, () -> leave(patient));
        } else if (luck < 60) {
            later(patient, soon, () -> adt.updates(patient, luck % 2 == 0));
        } else if (luck < 64) {
            later(patient, soon, () -> renumber(patient));
        }
        if (patient.status.equals("PROV") && patient.mother == null && luck >= 150) {
            later(patient, minutes(240, 2000), () -> confirm(patient));
        }
        if (patient.illness.equals(Illness.LABOUR) && patient.newborns.isEmpty()) {
            later(patient, minutes(180, 1400), () -> flow.born(patient, agenda.now()));
        }
    }

    /** The action runs only if the patient is still in this very stay. */
    private void later(Inpatient patient, Duration delay, Runnable action) {
        int episode = patient.episode;
        agenda.in(delay, () -> {
            if (patient.present && patient.episode == episode && !patient.onLeave) {
                action.run();
            }
        });
    }

    private void afterEmergency(Inpatient patient) {
        double age = patient.person.ageAt(agenda.now());
        DemoWard ward = age < 16
                ? DemoWard.PED
                : Names.pick(List.of(DemoWard.MEDA, DemoWard.MEDB, DemoWard.CHIR, DemoWard.REA), random);
        if (random.nextInt(100) < 45) {
            Optional<Spot> spot = flow.free(age >= 84 ? DemoWard.GER : ward);
            if (spot.isPresent()) {
                patient.patientClass = "I";
                adt.becomesInpatient(patient);
                occupy(patient, spot.get(), "HMS");
                patient.illness = Illness.of(patient.ward, random);
                adt.updates(patient, random.nextInt(6) == 0);
                inpatient(patient);
                return;
            }
        }
        discharge(patient);
    }

    private void transfer(Inpatient patient, DemoWard ward, String nature) {
        Spot before = patient.spot;
        if (before == null || !patient.newborns.isEmpty()) {
            return;
        }
        flow.free(ward).ifPresent(spot -> {
            String movement = occupyHolding(patient, spot, nature);
            if (random.nextInt(6) == 0) {
                agenda.in(Duration.ofMinutes(15), () -> cancelTransfer(patient, before, movement));
            } else {
                agenda.in(HELD, () -> flow.beds().release(before));
            }
        });
    }

    private void cancelTransfer(Inpatient patient, Spot before, String movement) {
        Spot now = patient.spot;
        if (!patient.present || now == null || !patient.movement.equals(movement)) {
            flow.beds().release(before);
            return;
        }
        patient.spot = before;
        patient.ward = before.ward();
        adt.cancels(patient, "A12", "A02");
        flow.beds().release(now);
    }

    /** Moves without keeping the former bed. */
    private void occupy(Inpatient patient, Spot spot, String nature) {
        Spot before = patient.spot;
        occupyHolding(patient, spot, nature);
        if (before != null) {
            flow.beds().release(before);
        }
    }

    private String occupyHolding(Inpatient patient, Spot spot, String nature) {
        String prior = Pid.place(patient);
        patient.spot = spot;
        patient.ward = spot.ward();
        adt.moves(patient, prior, nature);
        return patient.movement;
    }

    /** The clerk had typed the wrong bed. */
    private void correctBed(Inpatient patient) {
        Spot before = patient.spot;
        if (before == null || !patient.newborns.isEmpty() || !patient.movement.equals(patient.admission)) {
            return;
        }
        flow.free(patient.ward).ifPresent(spot -> {
            patient.spot = spot;
            adt.corrects(patient, "A01");
            flow.beds().release(before);
        });
    }

    private void leave(Inpatient patient) {
        if (!patient.newborns.isEmpty()) {
            return;
        }
        patient.onLeave = true;
        adt.leave(patient, false);
        agenda.in(minutes(300, 1500), () -> {
            patient.onLeave = false;
            adt.leave(patient, true);
            later(patient, minutes(600, 3000), () -> endOfStay(patient));
        });
    }

    private void neverCame(Inpatient patient) {
        Spot spot = patient.spot;
        if (!patient.movement.equals(patient.admission) || !patient.newborns.isEmpty() || fromBefore(patient)) {
            return;
        }
        adt.cancels(patient, "A11", "A01");
        flow.gone(patient);
        if (spot != null) {
            flow.beds().release(spot);
        }
    }

    private boolean fromBefore(Inpatient patient) {
        return patient.admittedAt.isBefore(agenda.now().minus(Duration.ofHours(1)));
    }

    private void endOfStay(Inpatient patient) {
        boolean roomy = flow.beds().occupied(patient.ward) < patient.ward.target() - 2;
        if (roomy && patient.diedAt == null) {
            later(patient, minutes(240, 500), () -> endOfStay(patient));
            return;
        }
        discharge(patient);
    }

    private void discharge(Inpatient patient) {
        for (Inpatient child : List.copyOf(patient.newborns)) {
            if (child.present) {
                out(child);
                hold(child);
            }
        }
        boolean old = patient.person.ageAt(agenda.now()) > 70 && patient.patientClass.equals("I");
        if (old && random.nextInt(12) == 0) {
            patient.diedAt = agenda.now();
        }
        out(patient);
        if (patient.diedAt == null && patient.newborns.isEmpty() && random.nextInt(20) == 0) {
            agenda.in(Duration.ofMinutes(20), () -> cancelDischarge(patient));
        } else {
            hold(patient);
        }
    }

    private void out(Inpatient patient) {
        patient.leftAt = agenda.now();
        adt.leaves(patient);
        flow.gone(patient);
    }

    /** Keeps the bed a while before it is given to somebody else. */
    private void hold(Inpatient patient) {
        Spot spot = patient.spot;
        if (spot != null) {
            agenda.in(HELD, () -> flow.beds().release(spot));
        }
    }

    private void cancelDischarge(Inpatient patient) {
        patient.leftAt = null;
        adt.cancels(patient, "A13", "A03");
        flow.back(patient);
    }

    /** The person was in the files already; the clerk makes a second record, the identity desk merges them. */
    void knownTwice(Inpatient patient) {
        String second = patient.ipp;
        patient.ipp = flow.nextIpp();
        adt.identity(patient, "A28");
        String first = patient.ipp;
        patient.ipp = second;
        patient.status = "PROV";
        agenda.in(minutes(90, 900), () -> {
            String absorbed = patient.ipp;
            patient.ipp = first;
            patient.status = "VALI";
            adt.number(patient, "A40", absorbed);
        });
    }

    private void renumber(Inpatient patient) {
        String former = patient.ipp;
        patient.ipp = flow.nextIpp();
        adt.number(patient, "A47", former);
    }

    private void confirm(Inpatient patient) {
        patient.status = "VALI";
        adt.identity(patient, "A31");
    }

    private static boolean isChildWithMother(Inpatient patient) {
        Inpatient mother = patient.mother;
        return mother != null && mother.newborns.contains(patient);
    }

    private DemoWard otherWard(Inpatient patient) {
        return switch (patient.ward) {
            case REA, CHIR -> DemoWard.MEDA;
            case MEDA -> DemoWard.MEDB;
            case MEDB -> DemoWard.REA;
            default -> patient.ward;
        };
    }

    private Duration minutes(int from, int to) {
        return Duration.ofMinutes(from + random.nextInt(Math.max(1, to - from)));
    }
}
