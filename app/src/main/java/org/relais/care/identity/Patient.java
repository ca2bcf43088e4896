package org.relais.care.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;

/**
 * Who a patient is and where she lies, as last said: the union over her linked records.
 *
 * @param names       as received, the birth name first
 * @param identifiers every current identifier
 * @param aliases     numbers of absorbed or renamed records, which keep finding her
 * @param status      identity status codes as received (VALI, PROV…); last {@link #LINKED} while it holds
 * @param place       where she lies now, or null when not in the hospital
 * @param stay        the current or last stay, or null
 * @param mother      chart of the mother, or null
 * @param conflicts   traits on which linked records differ, as {@code field: one ≠ other}; empty when none
 * @param lastHeardAt when a message about her was last recorded
 */
public record Patient(
        PatientId id,
        List<Name> names,
        @Nullable PartialTime birth,
        Sex sex,
        String birthplace,
        String address,
        String phone,
        List<Identifier> identifiers,
        List<Identifier> aliases,
        List<String> status,
        @Nullable PartialTime death,
        @Nullable Place place,
        @Nullable Stay stay,
        @Nullable PatientId mother,
        List<String> conflicts,
        Instant lastHeardAt) {
    /** Stands among the status codes while one person's word alone holds two records of the chart together. */
    public static final String LINKED = "LINKED";

    /** The name of use {@code L}, else the first; empty name when none is known. */
    public Name birthName() {
        return names.stream()
                .filter(name -> name.use().equals("L"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse(new Name("", "", ""));
    }

    /** The used name (XPN.7 {@code D}), when it is said and its surname differs from the birth name's. */
    public Optional<Name> usedName() {
        return names.stream()
                .filter(name -> name.use().equals("D"))
                .filter(name -> !name.family().equals(birthName().family()))
                .findFirst();
    }

    /** Dead at the minute of birth: nothing is said of a birth, and there is no age. */
    public boolean stillborn() {
        PartialTime born = birth;
        PartialTime dead = death;
        return born != null
                && dead != null
                && born.precision().compareTo(PartialTime.Precision.DAY) > 0
                && born.local().equals(dead.local());
    }
}
