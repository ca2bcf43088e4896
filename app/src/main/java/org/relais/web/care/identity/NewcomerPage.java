package org.relais.web.care.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.relais.kernel.PartialTime;
import org.relais.web.care.PatientsPage;
import org.relais.web.shell.Frame;

/**
 * The search that comes first, who is known already, and the form that registers.
 *
 * @param known    who is known already
 * @param read     the birth date as it was understood, in words, every one that it may be; or empty
 * @param scanned  what a scan gave, in words; or empty
 * @param problem  why the form is shown again, or empty
 * @param field    what the problem is about, or empty
 * @param asksAnother whether somebody of the same traits is known, and it is to be said that she is another
 */
public record NewcomerPage(
        Fields fields,
        PatientsPage known,
        List<IdentityRooms.Choice> wards,
        String read,
        String scanned,
        String problem,
        String field,
        boolean asksAnother,
        ToldFields told) {

    /** Whether registering is offered: after a search, or when it was tried already. */
    public boolean asked() {
        return (known.asked() && !known.tooShort()) || !field.isEmpty() || !problem.isEmpty();
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

    /** Days in words with the age, so that a slip is heard. */
    static String spelled(Frame f, List<LocalDate> days) {
        DateTimeFormatter words =
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", f.language().locale());
        return days.stream()
                .map(day -> words.format(day) + ", " + f.show().patientAge(PartialTime.ofDay(day)))
                .collect(Collectors.joining(" / "));
    }
}
