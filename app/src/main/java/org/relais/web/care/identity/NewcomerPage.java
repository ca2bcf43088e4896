package org.relais.web.care.identity;

import java.time.LocalDate;
import java.util.List;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.web.care.PatientHead;
import org.relais.web.care.WardNames;
import org.relais.web.shell.Frame;

/**
 * The search that comes first, who is known already, and the form that registers.
 *
 * @param asked    whether a search was made, so that registering is offered
 * @param rows     who fits
 * @param read     the birth date as it was understood, in words; or empty
 * @param scanned  what a scan gave, in words; or empty
 * @param problem  why the form is shown again, or empty
 * @param field    what the problem is about, or empty
 */
public record NewcomerPage(
        Fields fields,
        boolean asked,
        List<Row> rows,
        List<IdentityRooms.Choice> wards,
        String read,
        String scanned,
        String problem,
        String field,
        ToldFields told) {

    /** Somebody who fits. */
    public record Row(String id, String name, String used, String birth, String sex, String number, String place) {
        static Row of(Frame f, Patient patient, WardNames wards) {
            PatientHead head = PatientHead.of(f, patient, wards, false);
            return new Row(head.id(), head.name(), head.used(), head.birth(), head.sex(), head.number(), head.place());
        }
    }

    /** Saisie déléguée as typed. */
    public record ToldFields(String forWhom, String via, String time) {
        public static final ToldFields EMPTY = new ToldFields("", "SELF", "");

        public static ToldFields of(ToldForm form) {
            String via = ToldForm.text(form.via());
            return new ToldFields(
                    ToldForm.text(form.forWhom()), via.isEmpty() ? "SELF" : via, ToldForm.text(form.time()));
        }

        public boolean open() {
            return !via.equals("SELF") || !forWhom.isEmpty() || !time.isEmpty();
        }
    }

    /** What was typed. */
    public record Fields(
            String birth,
            String letters,
            String family,
            String given,
            String sex,
            String birthplace,
            String used,
            String document,
            String ins,
            String oid,
            String sinus,
            String features,
            String pochette) {
        static Fields of(NewcomerForm form) {
            return new Fields(
                    ToldForm.text(form.birth()),
                    ToldForm.text(form.letters()),
                    ToldForm.text(form.family()),
                    ToldForm.text(form.given()),
                    ToldForm.text(form.sex()),
                    ToldForm.text(form.birthplace()),
                    ToldForm.text(form.used()),
                    ToldForm.text(form.document()),
                    ToldForm.text(form.ins()),
                    ToldForm.text(form.oid()),
                    ToldForm.text(form.sinus()),
                    ToldForm.text(form.features()),
                    ToldForm.text(form.pochette()));
        }
    }

    public boolean wrong(String name) {
        return field.equals(name);
    }

    /** A day in words with the age, so that a slip is heard. */
    static String spelled(Frame f, LocalDate day) {
        String words = java.time.format.DateTimeFormatter.ofPattern(
                        "EEEE d MMMM yyyy", f.language().locale())
                .format(day);
        return words + ", " + f.show().patientAge(PartialTime.ofDay(day));
    }
}
