package org.relais.care.labels;

import org.jspecify.annotations.Nullable;

/**
 * What a newborn's band says beside who it is.
 *
 * @param rank   order of birth, from 1
 * @param of     how many were born: 1 for a single birth
 * @param mother matching number: the mother's own; her name is never on the band of her child. Empty where it is to be
 *     written by hand, null of a secret birth: nothing is printed of her, and nothing left to be written
 */
public record BirthMark(int rank, int of, @Nullable String mother) {

    /** Whether it leads to the mother. */
    public boolean leadsToMother() {
        return mother != null && !mother.isEmpty();
    }
}
