package org.relais.care.identity.linkage;

import java.util.Arrays;
import org.relais.care.identity.match.LinkedPairs;

/**
 * How right the pairs are, where the truth is known: two rows are one person when their truth columns hold the same number.
 * A pair counts as said to be one person at probability 0.5 and above.
 *
 * @param truePairs pairs that are one person, found or not
 * @param right     of the pairs said, those that are
 * @param wrong     of the pairs said, those that are not
 */
public record Truth(long truePairs, long right, long wrong) {
    /** From here on a pair counts as said. */
    public static final double SAID = .5;

    public static Truth of(PersonList list, LinkedPairs pairs) {
        long right = 0;
        long wrong = 0;
        for (int at = 0; at < pairs.size(); at++) {
            if (pairs.probability(at) < SAID) {
                continue;
            }
            long truth = list.truth(pairs.left(at));
            if (truth != PersonList.NO_TRUTH && truth == list.truth(pairs.right(at))) {
                right++;
            } else {
                wrong++;
            }
        }
        return new Truth(truePairs(list), right, wrong);
    }

    /** Of those said, how many are; 1 when nothing was said. */
    public double precision() {
        return right + wrong == 0 ? 1 : right / (double) (right + wrong);
    }

    /** Of those that are, how many were said; 1 when there are none. */
    public double recall() {
        return truePairs == 0 ? 1 : right / (double) truePairs;
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    public long missed() {
        return truePairs - right;
    }

    private static long truePairs(PersonList list) {
        int rows = list.register().rows();
        int left = list.register().leftRows();
        long[] first = sorted(list, 0, left);
        if (!list.register().isTwoLists()) {
            long pairs = 0;
            for (int at = 0; at < first.length; ) {
                int end = runEnd(first, at);
                pairs += (long) (end - at) * (end - at - 1) / 2;
                at = end;
            }
            return pairs;
        }
        long[] second = sorted(list, left, rows);
        long pairs = 0;
        int other = 0;
        for (int at = 0; at < first.length; ) {
            int end = runEnd(first, at);
            while (other < second.length && second[other] < first[at]) {
                other++;
            }
            if (other < second.length && second[other] == first[at]) {
                pairs += (long) (end - at) * (runEnd(second, other) - other);
            }
            at = end;
        }
        return pairs;
    }

    private static int runEnd(long[] sorted, int from) {
        int end = from;
        while (end < sorted.length && sorted[end] == sorted[from]) {
            end++;
        }
        return end;
    }

    private static long[] sorted(PersonList list, int from, int to) {
        long[] truths = new long[to - from];
        int count = 0;
        for (int row = from; row < to; row++) {
            long truth = list.truth(row);
            if (truth != PersonList.NO_TRUTH) {
                truths[count++] = truth;
            }
        }
        long[] known = Arrays.copyOf(truths, count);
        Arrays.sort(known);
        return known;
    }
}
