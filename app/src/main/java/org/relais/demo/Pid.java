package org.relais.demo;

import static org.relais.demo.Segment.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Segments that say who and where: PID, PV1, NK1, ZBE (HL7 v2.5 chapter 3, IHE PAM France 2.11). */
final class Pid {
    /** Assigning authority of the hospital's own numbers. The FINESS number is invented. */
    static final String AUTHORITY = "CHP&" + DemoHospital.FINESS + "&M";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Outbox outbox;

    Pid(Outbox outbox) {
        this.outbox = outbox;
    }

    Segment pid(Inpatient patient, Sender sender) {
        Person person = patient.person;
        Inpatient mother = patient.mother;
        Instant died = patient.diedAt;
        Instant born = person.bornAt();
        return Segment.numbered("PID", 1)
                .put(3, identifiers(patient))
                .put(5, names(person))
                .put(7, born == null ? DAY.format(person.birth()) : outbox.time(sender, born))
                .put(8, person.female() ? "F" : "M")
                .put(11, text(person.address()) + "^^LA POINTE^^97299^FRA^H~^^^^^^BDL^^" + person.birthplace())
                .put(13, person.phone() + "^PRN^CP")
                .put(18, patient.visit.isEmpty() ? "" : patient.visit + "^^^" + AUTHORITY + "^AN")
                .put(21, mother == null ? "" : ipp(mother.ipp))
                .put(24, patient.birthOrder > 0 ? "Y" : "")
                .put(25, patient.birthOrder > 0 ? Integer.toString(patient.birthOrder) : "")
                .put(29, died == null ? "" : outbox.time(sender, died))
                .put(30, died == null ? "" : "Y")
                .put(32, patient.status);
    }

    static String ipp(String number) {
        return number + "^^^" + AUTHORITY + "^PI";
    }

    private static String identifiers(Inpatient patient) {
        String nir = patient.person.nir();
        return nir == null || patient.status.equals("PROV")
                ? ipp(patient.ipp)
                : ipp(patient.ipp) + "~" + nir + "^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS";
    }

    private static String names(Person person) {
        String birth = text(person.family()) + "^" + text(person.given()) + "^" + text(person.givens()) + "^^^^L";
        String used = person.used();
        return used == null ? birth : birth + "~" + text(used) + "^" + text(person.usedGiven()) + "^^^^^D";
    }

    Segment pv1(Inpatient patient, Sender sender) {
        Instant left = patient.leftAt;
        return Segment.numbered("PV1", 1)
                .put(2, patient.patientClass)
                .put(3, place(patient))
                .put(7, patient.doctor)
                .put(19, patient.visit + "^^^" + AUTHORITY + "^VN")
                .put(44, outbox.time(sender, patient.admittedAt))
                .put(45, left == null ? "" : outbox.time(sender, left));
    }

    static String place(Inpatient patient) {
        return patient.ward.name() + "^" + patient.room() + "^" + patient.bed() + "^" + AUTHORITY + "^^N";
    }

    static Segment nk1(Person person) {
        String[] parts = person.relative().split("\\^");
        return Segment.numbered("NK1", 1)
                .put(2, text(parts[0]) + "^" + text(parts[1]))
                .put(3, parts[2] + "^" + text(parts[3]) + "^HL70063")
                .put(5, parts[4] + "^PRN^CP")
                .put(7, "K^Personne à prévenir^HL70131");
    }

    /** @param nature ZBE-9: S care unit, H housing, M medical, L bed only */
    Segment zbe(Inpatient patient, String action, String original, String nature) {
        String unit = text(patient.ward.nameFr) + "^^^^^" + AUTHORITY + "^UF^^^" + patient.ward.unit;
        return Segment.of("ZBE")
                .put(1, patient.movement + "^CHP^" + DemoHospital.FINESS + "^M")
                .put(2, outbox.time(Sender.GAM, patient.movedAt))
                .put(4, action)
                .put(5, "N")
                .put(6, original)
                .put(7, unit)
                .put(8, unit)
                .put(9, nature);
    }
}
