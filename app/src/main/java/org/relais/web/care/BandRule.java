package org.relais.web.care;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.relais.care.identity.Patient;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;

/**
 * Who is offered which band ({@code docs/formats/labels.md}): a newborn's to whoever was born here or is less than 28 days old, a
 * mother's to a woman of childbearing age or whose child was born here. In doubt about age or sex a mother's band is offered.
 */
record BandRule(CareRooms care) {
    /** Days in which one is a newborn. */
    static final int NEWBORN_DAYS = 28;
    /** Childbearing age, from and up to but not including, in years. */
    private static final int BEARING_FROM = 10;

    private static final int BEARING_TO = 60;

    Set<LabelKind> offered(LabelRooms.Whom whom) {
        Set<LabelKind> kinds = EnumSet.allOf(LabelKind.class);
        if (!newborn(whom)) {
            kinds.remove(LabelKind.NEWBORN_BAND);
        }
        if (!mother(whom.patient())) {
            kinds.remove(LabelKind.MOTHER_BAND);
        }
        return kinds;
    }

    boolean newborn(LabelRooms.Whom whom) {
        PartialTime birth = whom.patient().birth();
        LocalDate limit = today().minusDays(NEWBORN_DAYS);
        return care.kin().bornHere(whom.ids())
                || (birth != null
                        && birth.day().filter(day -> day.isAfter(limit)).isPresent());
    }

    private boolean mother(Patient patient) {
        if (patient.sex() == Sex.MALE) {
            return false;
        }
        PartialTime birth = patient.birth();
        LocalDate born = birth == null ? null : birth.local().toLocalDate();
        boolean bearing = born == null
                || (!born.isAfter(today().minusYears(BEARING_FROM)) && born.isAfter(today().minusYears(BEARING_TO)));
        return bearing || care.kin().gaveBirth(patient);
    }

    private LocalDate today() {
        return care.models()
                .query(() -> LocalDate.ofInstant(
                        care.clock().instant(), care.wards().hospital().zoneId()));
    }
}
