package org.relais.care.identity.match;

import java.util.Arrays;

/**
 * Settles pairs that contend for one record. Of two lists, each person is taken to stand once in either: those who claim
 * the same row share one probability, unless the claimants are themselves one person written twice. In one list, two
 * records that are both a third are each other. Nobody is surely one of two who are not surely each other.
 */
final class Settlement {
    static final double AT_MOST = .9998;
    private static final int MOST_RIVALS = 50;

    private final Pairs pairs;
    private final boolean twoLists;
    private final Scorer scorer;
    private final int[] order;
    private final int[] starts;

    /** Weighs any two rows. */
    interface Weigher {
        Weighed of(int one, int two);
    }

    /** The bits of two rows, and their levels. */
    record Weighed(double bits, long pattern) {}

    Settlement(Pairs pairs, boolean twoLists, Scorer scorer) {
        this.pairs = pairs;
        this.twoLists = twoLists;
        this.scorer = scorer;
        int rows = 0;
        for (int at = 0; at < pairs.size(); at++) {
            rows = Math.max(rows, pairs.right(at) + 1);
        }
        this.starts = new int[rows + 1];
        this.order = new int[pairs.size() * 2];
        index(rows);
    }

    void settle(Weigher weigher) {
        for (int at = 0; at < pairs.size(); at++) {
            double odds = scorer.posterior(pairs.bits(at));
            double contenders = 0;
            double margin = Double.POSITIVE_INFINITY;
            for (int side = 0; side < 2; side++) {
                int shared = side == 0 ? pairs.left(at) : pairs.right(at);
                int mine = other(at, shared);
                int end = Math.min(starts[shared + 1], starts[shared] + MOST_RIVALS);
                for (int place = starts[shared]; place < end; place++) {
                    int rival = order[place];
                    double rivalOdds = scorer.posterior(pairs.bits(rival));
                    if (rival == at || rivalOdds < odds - 30) {
                        continue;
                    }
                    Weighed between = weigher.of(mine, other(rival, shared));
                    if (scorer.posterior(between.bits) < 0) {
                        contenders = Bits.sum(contenders, rivalOdds);
                    }
                    if (!areSurelyOne(between)) {
                        margin = Math.min(margin, pairs.bits(at) - pairs.bits(rival));
                    }
                }
            }
            double probability = twoLists ? Bits.probability(odds - contenders) : Bits.probability(odds);
            pairs.probability(at, allowed(probability, margin, pairs.pattern(at)));
        }
    }

    private boolean areSurelyOne(Weighed two) {
        double probability = Bits.probability(scorer.posterior(two.bits));
        return Decision.of(probability, Double.POSITIVE_INFINITY, two.pattern) == Decision.LINK;
    }

    private static double allowed(double probability, double margin, long pattern) {
        return Decision.of(probability, margin, pattern) == Decision.CLERICAL
                ? Math.min(probability, AT_MOST)
                : probability;
    }

    private int other(int pair, int row) {
        return pairs.left(pair) == row ? pairs.right(pair) : pairs.left(pair);
    }

    /** The pairs of every row. */
    private void index(int rows) {
        for (int at = 0; at < pairs.size(); at++) {
            starts[pairs.left(at) + 1]++;
            starts[pairs.right(at) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        int[] next = Arrays.copyOf(starts, rows);
        for (int at = 0; at < pairs.size(); at++) {
            order[next[pairs.left(at)]++] = at;
            order[next[pairs.right(at)]++] = at;
        }
    }
}
