package org.relais.web.access;

import java.util.List;
import java.util.stream.Stream;
import org.relais.care.identity.Patient;
import org.relais.web.care.PatientHead;
import org.relais.web.care.WardNames;
import org.relais.web.shell.Frame;

/** Who a patient is and where she lies, and nothing of her health. */
public record IdentityPage(PatientHead head, List<String> numbers, String birthplace, String address, String phone) {

    static IdentityPage of(Frame f, Patient patient, WardNames wards) {
        return new IdentityPage(
                PatientHead.of(f, patient, wards, false),
                Stream.concat(patient.identifiers().stream(), patient.aliases().stream())
                        .map(number -> PatientHead.labelled(f, number))
                        .distinct()
                        .toList(),
                patient.birthplace(),
                patient.address(),
                patient.phone());
    }
}
