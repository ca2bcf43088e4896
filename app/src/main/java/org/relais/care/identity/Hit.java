package org.relais.care.identity;

import java.util.List;
import org.relais.care.identity.search.Clue;

/**
 * One answer of a search.
 *
 * @param exact     every part of the question was found whole
 * @param resembles why other patients could be taken for her; empty when none could
 * @param clues     why she is an answer, in the order of the question
 */
public record Hit(Patient patient, boolean exact, List<Resemblance> resembles, List<Clue> clues) {
    /** Whether somebody could be taken for her. */
    public boolean homonym() {
        return !resembles.isEmpty();
    }
}
