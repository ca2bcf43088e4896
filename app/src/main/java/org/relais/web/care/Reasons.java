package org.relais.web.care;

import java.util.List;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Why;
import org.relais.care.identity.search.Clue;
import org.relais.web.shell.Frame;

/** Why somebody is an answer, and why somebody could be taken for another, in words. */
final class Reasons {
    private Reasons() {}

    /** One line a part of the question; two parts that were found in one name say so once. */
    static List<String> of(Frame f, List<Clue> clues) {
        return new Why(f.texts(), f.show()::partial).lines(clues);
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
