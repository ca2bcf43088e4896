package org.relais.web.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.search.Clue;
import org.relais.care.identity.search.How;
import org.relais.care.identity.search.Part;
import org.relais.kernel.PartialTime;
import org.relais.web.shell.Frame;

/** Why somebody is an answer, and why somebody could be taken for another, in words. */
final class Reasons {
    private Reasons() {}

    /** One line a part of the question; two parts that were found in one name say so once. */
    static List<String> of(Frame f, List<Clue> clues) {
        return clues.stream().map(clue -> line(f, clue)).distinct().toList();
    }

    private static String line(Frame f, Clue clue) {
        if (clue.part() == Part.NUMBER) {
            return f.t("why.number", clue.asked());
        }
        if (clue.part() == Part.BIRTH_DATE) {
            String key = clue.how() == How.ONE_PART ? "why.date.other-" + other(clue) : "why.date." + key(clue.how());
            return f.t(key, date(f, clue.found()));
        }
        return f.t("why." + key(clue.how()), f.t("why.part." + clue.part()), clue.found(), clue.asked());
    }

    private static String key(How how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which part of the date is another. */
    private static String other(Clue clue) {
        int asked = Integer.parseInt(clue.asked());
        int found = Integer.parseInt(clue.found());
        if (asked % 100 != found % 100) {
            return "day";
        }
        return asked / 100 % 100 == found / 100 % 100 ? "year" : "month";
    }

    private static String date(Frame f, String yyyymmdd) {
        int date = Integer.parseInt(yyyymmdd);
        int month = date / 100 % 100;
        int day = date % 100;
        return day == 0
                ? String.valueOf(date / 10_000)
                : f.show().partial(PartialTime.ofDay(LocalDate.of(date / 10_000, month, day)));
    }

    /** Somebody who could be taken for the patient: who it is, where, and why. */
    static String lookalike(Frame f, Lookalike one, WardNames wards) {
        Patient patient = one.patient();
        Name name = patient.birthName();
        return f.t(
                "lookalike.line",
                PatientHead.name(name, f),
                PatientHead.birth(f, patient),
                PatientHead.number(f, patient),
                PatientHead.place(f, patient, wards),
                f.t("resemblance." + one.why()));
    }
}
