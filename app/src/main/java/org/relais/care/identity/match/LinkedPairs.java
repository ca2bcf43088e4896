package org.relais.care.identity.match;

/** Pairs of rows that may be one person, in order of the first row and then the second. */
public final class LinkedPairs {
    private final Pairs pairs;

    LinkedPairs(Pairs pairs) {
        this.pairs = pairs;
    }

    public int size() {
        return pairs.size();
    }

    /** Row of the first list. */
    public int left(int at) {
        return pairs.left(at);
    }

    /** Row of the register: of the second list, or when there is one only, a later row of it. */
    public int right(int at) {
        return pairs.right(at);
    }

    /**
     * The probability that they are one person, contenders counted in. At {@link Decision#SURE} or above only where the pair
     * may be proposed as sure; otherwise 0.9998 at most.
     */
    public double probability(int at) {
        return pairs.probability(at);
    }

    /** The evidence in bits, without the prior. */
    public double bits(int at) {
        return pairs.bits(at);
    }

    /** The levels of all fields, see {@link Pattern}. */
    public long pattern(int at) {
        return pairs.pattern(at);
    }
}
