package org.relais.care.wards;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;

/**
 * Who lies in a ward.
 *
 * @param ward     the ward
 * @param places   by bed: every bed of the structure, empty ones too, then patients whose bed no structure knows
 */
public record Census(Ward ward, List<Occupied> places) {

    /**
     * A bed and who lies in it.
     *
     * @param patient null when the bed is empty
     * @param shared  another patient is said to lie in the same bed: both are shown
     */
    public record Occupied(
            String room, String bed, @Nullable Patient patient, boolean shared) {}

    /** The patients by birth name. */
    public List<Patient> byName() {
        return places.stream()
                .map(Occupied::patient)
                .flatMap(patient -> Optional.ofNullable(patient).stream())
                .sorted(Comparator.comparing(
                                (Patient patient) -> patient.birthName().family())
                        .thenComparing(patient -> patient.birthName().given()))
                .toList();
    }
}
