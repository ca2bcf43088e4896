package org.relais.care.identity.search;

import java.util.List;

/**
 * One answer.
 *
 * @param chart the record that speaks for it
 * @param bits  how much better the question fits her than anybody: base-two logarithm, summed over its parts
 * @param whole every part of the question was found whole
 * @param clues in the order of the question
 */
public record Found(int chart, double bits, boolean whole, List<Clue> clues) {}
