package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How one part of a question fits one chart.
 *
 * @param bits  summed over its clues
 * @param clues at least one
 */
record Fit(double bits, List<Clue> clues) {
    Fit(double bits, Clue clue) {
        this(bits, List.of(clue));
    }

    Fit and(Fit other) {
        List<Clue> both = new ArrayList<>(clues);
        both.addAll(other.clues);
        return new Fit(bits + other.bits, both);
    }

    boolean isWhole() {
        return clues.stream().allMatch(clue -> clue.how() == How.WHOLE);
    }

    boolean has(Part part, How how) {
        return clues.stream().anyMatch(clue -> clue.part() == part && clue.how() == how);
    }
}
