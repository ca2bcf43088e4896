package org.relais.web.care.identity;

import java.util.List;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Moment;

/**
 * An identity: its states, its numbers, why its records are one patient, what was written and by whom.
 *
 * @param numbers   downtime numbers, as digits and as shown
 * @param aliases   numbers that keep finding the patient
 * @param alike     other patients of nearly the same identity
 * @param departs   whether a departure is written here: nothing but desks speaks of the patient
 * @param mayOpen   whether the chart may be asked for
 * @param refused   which kind of act was refused, or empty
 */
public record IdentityPage(
        PatientHead head,
        List<Issued> numbers,
        List<String> identifiers,
        List<String> aliases,
        List<Tie> ties,
        List<Alike> alike,
        List<Guarded> protections,
        List<Line> history,
        boolean departs,
        boolean mayOpen,
        String problem,
        String refused,
        String reason,
        NewcomerPage.ToldFields told) {

    /** A downtime number, what was seen of somebody unknown, and what may be done to the status under it. */
    public record Issued(String digits, String text, String status, String features, List<IdentityRooms.Choice> acts) {}

    /** Why two records are one patient. */
    public record Tie(String record, String other, String what, boolean provisional, Keys keys) {}

    /** The names of the two records, for the form that parts or merges them. */
    public record Keys(String recordAuthority, String recordId, String otherAuthority, String otherId) {}

    /** Another patient, perhaps the same. */
    public record Alike(String id, String name, String birth, String sex, String number) {}

    /** A protection and whether it is set. */
    public record Guarded(String kind, String label, boolean on) {}

    /** Something written. */
    public record Line(Moment at, String what, String detail, String by) {}
}
