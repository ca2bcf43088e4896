package org.relais.care.identity.match;

import java.util.Arrays;

/** How many pairs have each pattern. What expectation and maximisation runs over, instead of the pairs. */
final class PatternCounts {
    private long[] patterns = new long[1 << 10];
    private double[] counts = new double[1 << 10];
    private int size;

    void add(long pattern, double many) {
        int slot = slot(pattern);
        if (counts[slot] == 0) {
            patterns[slot] = pattern;
            size++;
        }
        counts[slot] += many;
        if (size * 2 > patterns.length) {
            rehash();
        }
    }

    /** Adds all that another counted. */
    void add(PatternCounts other) {
        for (long pattern : other.patterns()) {
            add(pattern, other.of(pattern));
        }
    }

    /** The patterns, in order of their number: sums come out the same in every run. */
    long[] patterns() {
        long[] found = new long[size];
        int at = 0;
        for (int slot = 0; slot < patterns.length; slot++) {
            if (counts[slot] != 0) {
                found[at++] = patterns[slot];
            }
        }
        Arrays.sort(found);
        return found;
    }

    double of(long pattern) {
        return counts[slot(pattern)];
    }

    private int slot(long pattern) {
        int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 40) & (patterns.length - 1);
        while (counts[slot] != 0 && patterns[slot] != pattern) {
            slot = (slot + 1) & (patterns.length - 1);
        }
        return slot;
    }

    private void rehash() {
        long[] oldPatterns = patterns;
        double[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new double[oldCounts.length * 2];
        for (int at = 0; at < oldPatterns.length; at++) {
            if (oldCounts[at] != 0) {
                int slot = slot(oldPatterns[at]);
                patterns[slot] = oldPatterns[at];
                counts[slot] = oldCounts[at];
            }
        }
    }
}
