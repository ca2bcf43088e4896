package org.relais.care.identity.match;

/** Compares rows with their candidates. For one thread. */
final class Comparing {
    private final Candidates candidates;
    private final RegisterComparer comparer;
    private final Rarity rarity;
    private final double[] rarities = new double[Field.COUNT];
    private final double[] bits = new double[Field.COUNT + 1];
    private long pattern;

    Comparing(Ways ways, Rarity rarity) {
        this.candidates = new Candidates(ways);
        this.comparer = new RegisterComparer(ways.register(), ways.sounds());
        this.rarity = rarity;
    }

    /** Counts the patterns of a row and its candidates, each so many times. */
    void count(int row, int times, PatternCounts counts) {
        int found = candidates.find(row);
        for (int at = 0; at < found; at++) {
            counts.add(comparer.compare(row, candidates.at(at)), times);
        }
    }

    /**
     * Adds the pairs of a row whose odds, the prior counted in, are so many bits at least.
     *
     * @return how many it was compared with
     */
    int add(int row, Scorer scorer, double least, Pairs pairs) {
        int found = candidates.find(row);
        for (int at = 0; at < found; at++) {
            int other = candidates.at(at);
            double total = total(scorer, row, other);
            if (scorer.posterior(total) >= least) {
                pairs.add(row, other, total, pattern);
            }
        }
        return found;
    }

    /** Weighs any two rows. */
    Settlement.Weighed weigh(Scorer scorer, int one, int two) {
        double total = total(scorer, one, two);
        return new Settlement.Weighed(total, pattern);
    }

    private double total(Scorer scorer, int one, int two) {
        pattern = comparer.compare(one, two);
        rarity.of(new Rarity.Rows(one, two), pattern, comparer, rarities);
        return scorer.weigh(pattern, rarities, bits);
    }

    long compare(int one, int two) {
        return comparer.compare(one, two);
    }
}
