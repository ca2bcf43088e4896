package org.relais.care.labels;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;

/**
 * Who is offered which band ({@code docs/formats/labels.md}): a newborn's to whoever was born here or is less than 28 days old, a
 * mother's to a woman of childbearing age or whose child was born here. In doubt about age or sex a mother's band is offered.
 *
 * @param bornHere  whether her own birth was written here
 * @param gaveBirth whether the birth of a child of hers was
 * @param today     at the hospital
 */
public record BandRule(Patient patient, boolean bornHere, boolean gaveBirth, LocalDate today) {
    /** Days in which one is a newborn. */
    private static final int NEWBORN_DAYS = 28;
    /** Childbearing age, from and up to but not including, in years. */
    private static final int BEARING_FROM = 10;

    private static final int BEARING_TO = 60;

    public Set<LabelKind> offered() {
        Set<LabelKind> kinds = EnumSet.allOf(LabelKind.class);
        if (!newborn()) {
            kinds.remove(LabelKind.NEWBORN_BAND);
        }
        if (!mother()) {
            kinds.remove(LabelKind.MOTHER_BAND);
        }
        return kinds;
    }

    public boolean newborn() {
        PartialTime birth = patient.birth();
        LocalDate limit = today.minusDays(NEWBORN_DAYS);
        return bornHere
                || (birth != null
                        && birth.day().filter(day -> day.isAfter(limit)).isPresent());
    }

    private boolean mother() {
        if (patient.sex() == Sex.MALE) {
            return false;
        }
        PartialTime birth = patient.birth();
        LocalDate born = birth == null ? null : birth.local().toLocalDate();
        boolean bearing = born == null
                || (!born.isAfter(today.minusYears(BEARING_FROM)) && born.isAfter(today.minusYears(BEARING_TO)));
        return bearing || gaveBirth;
    }
}
