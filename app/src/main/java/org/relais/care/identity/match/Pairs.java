package org.relais.care.identity.match;

import java.util.Arrays;

/** Pairs of rows with their bits, in growing arrays. */
final class Pairs {
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private double[] bits = new double[64];
    private long[] patterns = new long[64];
    private double[] probabilities = new double[64];
    private int size;

    void add(int left, int right, double weight, long pattern) {
        if (size == lefts.length) {
            int larger = size * 3 / 2;
            lefts = Arrays.copyOf(lefts, larger);
            rights = Arrays.copyOf(rights, larger);
            bits = Arrays.copyOf(bits, larger);
            patterns = Arrays.copyOf(patterns, larger);
            probabilities = Arrays.copyOf(probabilities, larger);
        }
        lefts[size] = left;
        rights[size] = right;
        bits[size] = weight;
        patterns[size] = pattern;
        size++;
    }

    /** Adds all of another, without their probabilities. */
    void add(Pairs other) {
        for (int at = 0; at < other.size; at++) {
            add(other.lefts[at], other.rights[at], other.bits[at], other.patterns[at]);
        }
    }

    /** Puts them in order of the first row and then the second. */
    void sort() {
        long[] keys = new long[size];
        for (int at = 0; at < size; at++) {
            keys[at] = ((long) lefts[at] << 32) | rights[at];
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, (one, two) -> Long.compare(keys[one], keys[two]));
        Pairs sorted = new Pairs();
        for (int at : order) {
            sorted.add(lefts[at], rights[at], bits[at], patterns[at]);
            sorted.probability(sorted.size - 1, probabilities[at]);
        }
        lefts = sorted.lefts;
        rights = sorted.rights;
        bits = sorted.bits;
        patterns = sorted.patterns;
        probabilities = sorted.probabilities;
    }

    int size() {
        return size;
    }

    int left(int at) {
        return lefts[at];
    }

    int right(int at) {
        return rights[at];
    }

    double bits(int at) {
        return bits[at];
    }

    long pattern(int at) {
        return patterns[at];
    }

    double probability(int at) {
        return probabilities[at];
    }

    void probability(int at, double probability) {
        probabilities[at] = probability;
    }
}
