package org.relais.care.births;

import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.RecordKey;

/** Which bands of a birth were made. Asked under the read lock. */
record Bands(Patients patients, LabelBook labels) {
    /** Whether the newborn has its band and its mother the one that matches, printed or written by hand. */
    boolean worn(Birth birth) {
        return birth.banded() || (child(birth) && mother(birth));
    }

    private boolean child(Birth birth) {
        return labels.made(patients.ids(birth.child()), LabelKind.NEWBORN_BAND);
    }

    private boolean mother(Birth birth) {
        RecordKey key = birth.mother();
        return key == null
                || patients.byRecord(key)
                        .map(Patient::id)
                        .filter(id -> labels.made(patients.ids(id), LabelKind.MOTHER_BAND))
                        .isPresent();
    }
}
