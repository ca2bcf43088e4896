package org.relais.care.births;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.Wrong;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.journal.ReadModels;
import org.relais.kernel.RecordKey;

/** Whether what was read from two bands is of one newborn and of its mother: every number of theirs counts. */
record BandCheck(ReadModels models, Patients patients) {
    static final String MISMATCH = "refused.birth.mismatch.";

    /** What does not match; nothing of the mother is asked in a secret birth. */
    Optional<Wrong> wrong(Birth birth, Scans scans) {
        return models.query(() -> {
            Set<String> child = numbers(patients.get(birth.child()).orElse(null), birth.number());
            if (!child.contains(scans.child())) {
                return Optional.of(Wrong.CHILD);
            }
            RecordKey key = birth.mother();
            if (key == null) {
                return Optional.empty();
            }
            Set<String> mother = numbers(patients.byRecord(key).orElse(null), birth.matching());
            if (!scans.matching().isEmpty() && !mother.contains(scans.matching())) {
                return Optional.of(Wrong.PAIR);
            }
            return mother.contains(scans.mother()) ? Optional.empty() : Optional.of(Wrong.MOTHER);
        });
    }

    private static Set<String> numbers(@Nullable Patient patient, String own) {
        Set<String> numbers = new HashSet<>(Set.of(own));
        if (patient != null) {
            patient.identifiers().forEach(one -> numbers.add(Scans.plain(one.value())));
            patient.aliases().forEach(one -> numbers.add(Scans.plain(one.value())));
        }
        return numbers;
    }
}
