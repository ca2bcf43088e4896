package org.relais.web.care.identity;

import java.util.List;
import org.relais.web.care.PatientHead;

/**
 * The departure of a patient: the form while she lies in a ward, what was written once she left, why there is no form
 * when the hospital's systems say it.
 *
 * @param onlyHere whether nothing but desks speaks of her
 * @param present  whether she lies in a ward
 * @param last     the departure that stands, or one of nothing but empty texts
 * @param newborns her children that lie in the hospital
 * @param mayOpen  whether the chart may be asked for
 */
public record DeparturePage(
        PatientHead head,
        boolean onlyHere,
        boolean present,
        Last last,
        List<IdentityRooms.Choice> wheres,
        List<IdentityRooms.Choice> wards,
        List<Newborn> newborns,
        boolean mayOpen,
        Typed typed) {

    /** The departure that stands: its name, and in words. */
    public record Last(String departure, String said) {
        static final Last NONE = new Last("", "");
    }

    /**
     * A child of hers.
     *
     * @param line    who and where it is
     * @param offered whether it may leave with her: it is with her, and nothing but desks speaks of it
     * @param chosen  whether it was ticked
     */
    public record Newborn(String id, String line, boolean offered, boolean chosen) {}

    /**
     * What was typed, and why it is shown again.
     *
     * @param annul   whether it is the form of a mistake
     * @param problem in words, or empty
     */
    public record Typed(
            String place, String time, String reason, NewcomerPage.ToldFields told, boolean annul, String problem) {}
}
