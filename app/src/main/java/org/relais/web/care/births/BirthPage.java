package org.relais.web.care.births;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.care.PatientHead;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.shell.Moment;

/**
 * A newborn: whose, of which rank, with which bands, with its mother or away, and everything written of it.
 *
 * @param title   neutral words when the child was born without life
 * @param mother  null when nothing may link the two
 * @param asksMother whether her band is read too
 * @param bands   its bands and its mother's
 * @param away    where it is without her, or empty
 * @param doubt   why one person says that it was written by mistake, or empty
 * @param problem why the page is shown again, or empty
 */
public record BirthPage(
        PatientHead head,
        String title,
        String entry,
        String rank,
        String issue,
        Moment at,
        @Nullable PatientHead mother,
        boolean asksMother,
        String matching,
        List<Sibling> siblings,
        Bands bands,
        String away,
        String doubt,
        List<Line> lines,
        List<BirthRooms.Choice> destinations,
        List<BirthRooms.Choice> wards,
        ToldFields told,
        String problem) {

    /** Another child of the delivery. */
    public record Sibling(String id, String rank, String name, String number) {}

    /**
     * The bands of a newborn and its mother.
     *
     * @param worn    whether they were printed, or written by hand
     * @param alike   those who could be taken for the newborn or its mother
     * @param reasons why they are printed again; empty while they were not
     * @param stale   the bands say another count of children than is known now
     */
    public record Bands(
            boolean worn,
            List<String> alike,
            List<BirthRooms.Choice> reasons,
            boolean stale,
            List<String> prints,
            String opens) {}

    /** Something written. */
    public record Line(Moment at, String what, String by, boolean wrong) {}
}
