package org.relais.demo;

import static org.relais.demo.Segment.coded;
import static org.relais.demo.Segment.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known before coming near, as the nurses' records say it (ORU^R01): isolation, limits of care, devices; and
 * appointments, as the imaging department books them (SIU, HL7 v2.5 chapter 10). Who has any is told by the patient's
 * number, so that nothing else of the story depends on it.
 */
final class Flags {
    private record Flag(String system, String code, String label, String value) {}

    private static final Flag CONTACT =
            new Flag("L", "ISOL", "Isolement", "Précautions contact : BLSE, depuis l'admission");
    private static final Flag DROPLETS = new Flag("L", "ISOL", "Isolement", "Précautions gouttelettes : grippe A");
    private static final Flag LIMITS = new Flag(
            "LN",
            "100822-6",
            "Décision de réanimation",
            "Pas de réanimation cardiopulmonaire ni de transfert en réanimation ; soins de confort maintenus");
    private static final Flag PACEMAKER =
            new Flag("LN", "46264-8", "Dispositifs", "Stimulateur cardiaque double chambre");
    private static final Flag PORT =
            new Flag("LN", "46264-8", "Dispositifs", "Chambre implantable sous-clavière droite");

    private final Agenda agenda;
    private final Outbox outbox;
    private final Pid pid;
    private final Letters letters;
    private int numbers;
    private int booked;

    Flags(Agenda agenda, Outbox outbox) {
        this.agenda = agenda;
        this.outbox = outbox;
        this.pid = new Pid(outbox);
        this.letters = new Letters(outbox);
    }

    /** What is said of a patient in the hours after she came. */
    void begin(Inpatient patient) {
        int draw = Math.floorMod(patient.ipp.hashCode(), 60);
        List<Flag> flags = flags(patient, draw);
        if (!flags.isEmpty()) {
            later(patient, Duration.ofMinutes(45 + draw), () -> say(patient, flags));
        }
        if (patient.pinned || draw % 3 == 0) {
            later(patient, Duration.ofMinutes(120 + draw), () -> book(patient, draw));
        }
        if (patient.pinned) {
            Letters.Letter report = new Letters.Letter(
                    "DOCH%08d".formatted(++numbers),
                    "Compte rendu d'échographie obstétricale",
                    Letters.Form.PDF,
                    "T02",
                    "",
                    true);
            later(patient, Duration.ofMinutes(150), () -> letters.send(patient, report));
        }
    }

    private static List<Flag> flags(Inpatient patient, int draw) {
        List<Flag> flags = new ArrayList<>();
        if (patient.pinned || draw < 4) {
            flags.add(CONTACT);
        } else if (draw == 5) {
            flags.add(DROPLETS);
        }
        boolean frail = patient.ward == DemoWard.GER || patient.ward == DemoWard.REA;
        if (frail && draw >= 40) {
            flags.add(LIMITS);
        }
        if (draw == 20 || draw == 21) {
            flags.add(patient.ward == DemoWard.MEDB ? PORT : PACEMAKER);
        }
        return flags;
    }

    private void say(Inpatient patient, List<Flag> flags) {
        String now = outbox.now(Sender.VIT);
        List<Segment> segments = new ArrayList<>();
        segments.add(pid.pid(patient, Sender.VIT));
        segments.add(pid.pv1(patient, Sender.VIT));
        segments.add(Segment.numbered("OBR", 1)
                .put(3, "ALR%08d".formatted(++numbers))
                .put(4, coded("ALERTES", "Alertes de soins", "L"))
                .put(7, now)
                .put(22, now)
                .put(25, "F"));
        for (Flag flag : flags) {
            segments.add(Segment.numbered("OBX", segments.size() - 2)
                    .put(2, "ST")
                    .put(3, coded(flag.code(), flag.label(), flag.system()))
                    .put(5, text(flag.value()))
                    .put(11, "F")
                    .put(14, now)
                    .put(16, patient.doctor));
        }
        outbox.post(Sender.VIT, "ORU^R01^ORU_R01", segments);
    }

    /** Booked; then moved, cancelled, or missed, for some. */
    private void book(Inpatient patient, int draw) {
        String number = "RDV%08d".formatted(++booked);
        appointment(patient, number, "S12", Duration.ofHours(20 + draw));
        if (draw % 9 == 0) {
            later(patient, Duration.ofHours(3), () -> appointment(patient, number, "S13", Duration.ofHours(44)));
        } else if (draw % 9 == 3 && !patient.pinned) {
            later(patient, Duration.ofHours(5), () -> appointment(patient, number, "S15", Duration.ofHours(20 + draw)));
        }
    }

    private void appointment(Inpatient patient, String number, String trigger, Duration ahead) {
        boolean pregnant = Body.pregnant(patient.illness.code());
        String start = outbox.time(Sender.RAD, agenda.now().plus(ahead));
        String service = pregnant
                ? coded("11525-3", "Échographie obstétricale de contrôle", "LN")
                : coded("24558-9", "Échographie abdominale de contrôle", "LN");
        List<Segment> segments = new ArrayList<>();
        segments.add(Segment.of("SCH")
                .put(1, number + "P")
                .put(2, number)
                .put(6, coded(trigger.equals("S15") ? "CANCEL" : "BOOK", "", "L"))
                .put(7, coded("CTRL", "Contrôle", "L"))
                .put(11, "^^30^" + start)
                .put(16, patient.doctor)
                .put(25, trigger.equals("S15") ? "Cancelled" : "Booked"));
        segments.add(pid.pid(patient, Sender.RAD));
        segments.add(pid.pv1(patient, Sender.RAD));
        segments.add(Segment.numbered("RGS", 1).put(2, "A"));
        segments.add(Segment.numbered("AIS", 1).put(2, "A").put(3, service).put(4, start));
        segments.add(Segment.numbered("AIL", 1).put(2, "A").put(3, "IMAGERIE^Salle 2"));
        segments.add(Segment.numbered("AIP", 1).put(2, "A").put(3, patient.doctor));
        outbox.post(Sender.RAD, "SIU^" + trigger + "^SIU_S12", segments);
    }

    private void later(Inpatient patient, Duration delay, Runnable action) {
        int episode = patient.episode;
        agenda.in(delay, () -> {
            if (patient.present && patient.episode == episode) {
                action.run();
            }
        });
    }
}
