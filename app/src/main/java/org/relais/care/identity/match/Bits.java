package org.relais.care.identity.match;

/** Evidence in bits: one bit doubles the odds. */
final class Bits {
    private static final double LN2 = Math.log(2);

    private Bits() {}

    static double log2(double ratio) {
        return Math.log(ratio) / LN2;
    }

    static double power(double bits) {
        return Math.exp(bits * LN2);
    }

    /** log2(2^one + 2^two), without overflow. */
    static double sum(double one, double two) {
        double larger = Math.max(one, two);
        return larger + log2(1 + power(Math.min(one, two) - larger));
    }

    /** The probability whose odds are two to the power of so many bits. */
    static double probability(double bits) {
        return 1 / (1 + power(-bits));
    }
}
