package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In one list, two records that are both a third are each other, though their own traits may be too damaged to tell: their
 * pair gets the product of the two probabilities, never enough to be sure. Not where they speak strongly against it.
 */
final class Closure {
    private static final double LINKED = .9;
    private static final double AGAINST = -30;
    private static final int MOST = 30;

    private final Pairs pairs;
    private final Scorer scorer;
    private final Map<Long, Integer> known = new HashMap<>();
    private final Map<Integer, List<Integer>> links = new HashMap<>();

    Closure(Pairs pairs, Scorer scorer) {
        this.pairs = pairs;
        this.scorer = scorer;
    }

    void close(Settlement.Weigher weigher) {
        int direct = pairs.size();
        List<Integer> rows = new ArrayList<>();
        for (int at = 0; at < direct; at++) {
            known.put(key(pairs.left(at), pairs.right(at)), at);
            if (pairs.probability(at) >= LINKED) {
                link(pairs.left(at), at, rows);
                link(pairs.right(at), at, rows);
            }
        }
        double[] before = new double[direct];
        for (int at = 0; at < direct; at++) {
            before[at] = pairs.probability(at);
        }
        for (int row : rows) {
            List<Integer> mine = links.getOrDefault(row, List.of());
            for (int one = 0; one < Math.min(mine.size(), MOST); one++) {
                for (int two = one + 1; two < Math.min(mine.size(), MOST); two++) {
                    double both = before[mine.get(one)] * before[mine.get(two)];
                    join(other(mine.get(one), row), other(mine.get(two), row), both, weigher);
                }
            }
        }
    }

    private void link(int row, int pair, List<Integer> rows) {
        links.computeIfAbsent(row, first -> {
                    rows.add(row);
                    return new ArrayList<>(2);
                })
                .add(pair);
    }

    private void join(int one, int two, double probability, Settlement.Weigher weigher) {
        int left = Math.min(one, two);
        int right = Math.max(one, two);
        double allowed = Math.min(probability, Settlement.AT_MOST);
        Integer pair = known.get(key(left, right));
        if (pair != null) {
            if (pairs.probability(pair) < allowed) {
                pairs.probability(pair, allowed);
            }
            return;
        }
        Settlement.Weighed both = weigher.of(left, right);
        if (scorer.posterior(both.bits()) > AGAINST) {
            known.put(key(left, right), pairs.size());
            pairs.add(left, right, both.bits(), Pattern.NONE);
            pairs.probability(pairs.size() - 1, allowed);
        }
    }

    private int other(int pair, int row) {
        return pairs.left(pair) == row ? pairs.right(pair) : pairs.left(pair);
    }

    private static long key(int left, int right) {
        return ((long) left << 32) | right;
    }
}
