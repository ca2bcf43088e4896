package org.relais.care.identity.match;

/**
 * Expectation and maximisation over the patterns of the candidate pairs, three classes: one person, strangers, one
 * household. Pairs that are no candidates are strangers. How many pairs are one household is learnt where an address or a phone is known; what such a pair has in
 * common is not: it would take over the errors of one person's records. What strangers have is known from pairs taken at random, less
 * the pairs found to be one person. French figures weigh as much as a few pairs, so that a level that was never seen, or a
 * list without matches, leaves sensible figures.
 */
final class Maximisation {
    private static final int MOST_ROUNDS = 200;
    private static final double STILL = 1e-7;
    private static final double BELIEF = 6;
    private static final double MOST_SHARED = 4;

    private final long[] patterns;
    private final double[] counts;
    private final double pairs;
    private final double[][] atRandom;
    private final Weights first;
    private final double placeWithin;
    private final boolean sharing;
    private int rounds;
    private double likelihood = Double.NEGATIVE_INFINITY;

    /**
     * @param pairs    all pairs, of which these are the candidates
     * @param atRandom by field and level, how often it occurs among pairs taken at random
     */
    Maximisation(PatternCounts candidates, double pairs, double[][] atRandom, Weights first) {
        this.patterns = candidates.patterns();
        this.counts = new double[patterns.length];
        for (int at = 0; at < patterns.length; at++) {
            counts[at] = candidates.of(patterns[at]);
        }
        this.pairs = pairs;
        this.atRandom = atRandom;
        this.first = first;
        this.placeWithin = first.placeWithin();
        this.sharing = isKnown(Field.ADDRESS) || isKnown(Field.PHONE);
    }

    private boolean isKnown(Field field) {
        for (long pattern : patterns) {
            if (Pattern.level(pattern, field) != Level.MISSING) {
                return true;
            }
        }
        return false;
    }

    Weights run() {
        Weights now = withStrangers(first, new double[Field.COUNT][Level.COUNT], new double[Field.COUNT][Level.COUNT]);
        double moved = 1;
        for (rounds = 0; rounds < MOST_ROUNDS && moved > STILL; rounds++) {
            Weights next = round(now);
            moved = Math.abs(next.prior() - now.prior()) / now.prior() + distance(next, now);
            now = next;
        }
        return now;
    }

    int rounds() {
        return rounds;
    }

    double likelihood() {
        return likelihood;
    }

    /** One round: how likely each pattern is each class, then what the classes look like. */
    Weights round(Weights now) {
        Scorer scorer = new Scorer(now, Frequencies.unknown());
        double[][] same = new double[Field.COUNT][Level.COUNT];
        double[][] others = new double[Field.COUNT][Level.COUNT];
        double matches = 0;
        double households = 0;
        double[] bits = new double[Field.COUNT + 1];
        double log = 0;
        for (int at = 0; at < patterns.length; at++) {
            double total = scorer.weigh(patterns[at], now.rarity(patterns[at]), bits);
            double one = Bits.probability(scorer.posterior(total)) * counts[at];
            double two = (counts[at] - one) * Bits.probability(bits[Field.COUNT]);
            log += counts[at] * Bits.sum(0, scorer.posterior(total));
            matches += one;
            households += two;
            add(same, patterns[at], one);
            add(others, patterns[at], counts[at] - one - two);
        }
        likelihood = log;
        return next(withStrangers(now, same, others), same, matches, households);
    }

    private Weights next(Weights now, double[][] sums, double matches, double households) {
        double[][][] tables = now.tables();
        for (Field field : Field.values()) {
            believe(tables[0][field.at()], sums[field.at()], first.same[field.at()]);
            if (field.isShared() || field == Field.NAME_ORDER) {
                tables[2][field.at()] = tables[0][field.at()].clone();
            }
        }
        double prior = Math.min(.5, (matches + 1) / (pairs + 2));
        double shared = sharing ? Math.min((households + 1) / pairs, first.shared() * MOST_SHARED) : first.shared();
        return new Weights(tables, prior, shared, placeWithin);
    }

    /** Strangers: what pairs at random have, less those of one person; at least what strange candidates have. */
    private Weights withStrangers(Weights now, double[][] matched, double[][] others) {
        double[][][] tables = now.tables();
        for (Field field : Field.values()) {
            if (field == Field.NAME_ORDER) {
                continue;
            }
            double[] sums = new double[Level.COUNT];
            for (int level = 1; level < Level.COUNT; level++) {
                double left = pairs * atRandom[field.at()][level] - matched[field.at()][level];
                sums[level] = Math.max(left, others[field.at()][level]) / pairs * Learning.RANDOM_PAIRS;
            }
            believe(tables[1][field.at()], sums, first.stranger[field.at()]);
        }
        return new Weights(tables, now.prior(), now.shared(), placeWithin);
    }

    /** What was seen and what was believed before, as a distribution over the levels. */
    private static void believe(double[] row, double[] sums, double[] before) {
        double all = BELIEF;
        for (int level = 1; level < Level.COUNT; level++) {
            all += sums[level];
        }
        for (int level = 1; level < Level.COUNT; level++) {
            row[level] = (sums[level] + BELIEF * before[level]) / all;
        }
    }

    private static void add(double[][] sums, long pattern, double many) {
        for (int field = 0; field < Field.COUNT; field++) {
            sums[field][Pattern.ordinal(pattern, field)] += many;
        }
    }

    private static double distance(Weights one, Weights two) {
        double most = 0;
        for (int field = 0; field < Field.COUNT; field++) {
            for (int level = 1; level < Level.COUNT; level++) {
                most = Math.max(most, Math.abs(one.same[field][level] - two.same[field][level]));
            }
        }
        return most;
    }
}
