package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import java.util.List;
import org.relais.web.care.PatientHead;
import org.relais.web.care.identity.NewcomerPage.ToldFields;

/**
 * The form that writes a birth.
 *
 * @param head    the mother, or in a secret birth the child before
 * @param about   whom the form is about: the mother, or the child before
 * @param action  where the form goes
 * @param secret  nothing will link mother and child
 * @param before  children of the delivery that are written already, one line each
 * @param problem why the form is shown again, or empty; {@code field} it is about
 */
public record NewBirthPage(
        PatientHead head,
        String about,
        String action,
        boolean secret,
        List<String> before,
        Fields fields,
        List<BirthRooms.Choice> wards,
        ToldFields told,
        String problem,
        String field) {

    /** What was typed. */
    public record Fields(
            String family,
            String given,
            String sex,
            String birthplace,
            String rank,
            String of,
            String issue,
            String pochette,
            String time) {
        static Fields of(BirthForm form) {
            return new Fields(
                    text(form.family()),
                    text(form.given()),
                    text(form.sex()),
                    text(form.birthplace()),
                    text(form.rank()),
                    text(form.of()),
                    text(form.issue()),
                    text(form.pochette()),
                    text(form.time()));
        }
    }

    public boolean wrong(String name) {
        return field.equals(name);
    }

    /** The field a refusal is about. */
    static String field(String key) {
        return switch (key) {
            case "refused.newcomer.family" -> "family";
            case "refused.birth.name-taken" -> "given";
            case "refused.newcomer.sex" -> "sex";
            case "refused.birthplace" -> "birthplace";
            case "refused.birth.rank", "refused.birth.rank-taken" -> "rank";
            case "refused.birth.issue" -> "issue";
            case "refused.birth.time", "refused.told.time", "refused.told.future", "refused.told.old" -> "time";
            case "refused.number.form", "refused.number.check", "refused.number.used", "refused.number.spoilt" ->
                "pochette";
            default -> "";
        };
    }
}
