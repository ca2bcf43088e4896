package org.relais.care.births;

import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.BirthFact.Wrong;

/**
 * What was read from two bands before a newborn leaves its mother or comes back to her.
 *
 * @param child    number of the newborn's band
 * @param matching number of a mother that it repeats; empty when its digits were typed, or it repeats none
 * @param mother   number of the mother's band; empty when none was read
 */
public record Scans(Step step, String child, String matching, String mother) {
    /** The number that a mismatch is about. */
    public String read(Wrong wrong) {
        return switch (wrong) {
            case CHILD -> child;
            case MOTHER -> mother;
            case PAIR -> matching;
        };
    }

    /** A number as people type it: without the spaces between its groups. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Z}]+", "");
    }
}
