package org.relais.paper;

import org.jspecify.annotations.Nullable;
import org.relais.kernel.PatientId;

/** Whose sheets they are: a patient's, or those of whoever will get a number. */
sealed interface Whose permits Subject, Numbered {
    /** What tells the sheets of one from those of another. */
    Object key();

    static @Nullable Object of(@Nullable Whose whose) {
        return whose == null ? null : whose.key();
    }

    /** The patient, when it is known who. */
    static @Nullable PatientId patient(@Nullable Whose whose) {
        return whose instanceof Subject subject ? subject.patient().id() : null;
    }
}
