package org.relais.care.labels;

/**
 * What a newborn's band says beside who it is.
 *
 * @param rank   order of birth, from 1
 * @param of     how many were born: 1 for a single birth
 * @param mother matching number: the mother's own; her name is never on the band of her child
 */
public record BirthMark(int rank, int of, String mother) {}
