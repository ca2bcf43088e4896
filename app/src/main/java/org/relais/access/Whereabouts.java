package org.relais.access;

import java.util.Optional;
import java.util.Set;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;

/** What rights depend on beside the account: where a patient lies, and who was asked to do something for her. */
public interface Whereabouts {
    /** The codes of the ward where a patient lies now, as the structure and as messages call it; empty when nowhere. */
    Set<WardCode> wards(PatientId patient);

    /** Whether an order to this service for the patient is still to be carried out. */
    boolean asked(PatientId patient, Role service);

    /** The id that a chart goes by now: of an absorbed chart, the survivor's. */
    PatientId chart(PatientId patient);

    /**
     * The mother of a child born without life, which lies in no ward: its chart is read by who may read hers. Empty for
     * anybody else, and when the mother asked that nothing link the two.
     */
    Optional<PatientId> motherOfStillborn(PatientId patient);
}
