package org.relais.care.births;

import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;

/**
 * A child to be written down, as typed.
 *
 * @param whose  of which delivery it is
 * @param family empty in a secret birth for a code-name, else as typed
 * @param given  empty when the parents have chosen none yet: the rank in words stands for it
 * @param rank   in the delivery, from 1
 * @param of     how many children, as far as known
 * @param ward   code of the ward where it is, or empty
 */
public record Coming(
        Whose whose,
        String family,
        String given,
        Sex sex,
        String birthplace,
        int rank,
        int of,
        Issue issue,
        String ward,
        @Nullable DowntimeNumber pochette) {

    /** The delivery that a child is of. */
    public sealed interface Whose {}

    /**
     * The first child of this mother's delivery to be written.
     *
     * @param matching number that her bands bear
     */
    public record Mother(PatientId id, String matching) implements Whose {}

    /** One more child of the delivery that this one is of. */
    public record After(Birth sibling) implements Whose {}
}
