package org.relais.care.identity;

import java.util.List;
import org.relais.journal.FactType;

/**
 * Some patients are forgotten: what was known of them goes, and what is heard of them later begins anew.
 *
 * @param patients ids of their charts
 */
public record PatientsForgotten(List<String> patients) {
    public static final FactType<PatientsForgotten> TYPE =
            FactType.of("care.patients-forgotten", 1, PatientsForgotten.class);

    public PatientsForgotten {
        patients = List.copyOf(patients);
    }
}
