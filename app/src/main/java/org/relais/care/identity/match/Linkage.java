package org.relais.care.identity.match;

/**
 * Links two lists, or finds the doubles of one: learns the weights, scores every candidate, then settles pairs that
 * contend for one record. Same lists, same answer.
 */
public final class Linkage {
    private static final double KEPT = 1e-4;

    private final Register register;
    private final RegisterComparer comparer;
    private final Rarity rarity;
    private final Candidates candidates;
    private final double[] rarities = new double[Field.COUNT];
    private long pattern;
    private final double[] bits = new double[Field.COUNT + 1];

    private Linkage(Register register) {
        this.register = register;
        this.comparer = new RegisterComparer(register);
        this.rarity = new Rarity(register);
        this.candidates = new Candidates(register);
    }

    /**
     * What came of it.
     *
     * @param weights  what was learnt
     * @param rounds   rounds of learning
     * @param compared pairs compared in full
     */
    public record Result(LinkedPairs pairs, Weights weights, int rounds, long compared) {}

    /** Links the rows of a register. */
    public static Result run(Register register) {
        return new Linkage(register).run();
    }

    private Result run() {
        Maximisation learning = new Learning(register, candidates, comparer, rarity).maximisation();
        Weights weights = learning.run();
        Scorer scorer = new Scorer(weights, Frequencies.unknown());
        Pairs pairs = new Pairs();
        long compared = 0;
        double least = Bits.log2(KEPT / (1 - KEPT));
        for (int row = 0; row < register.leftRows(); row++) {
            int found = candidates.find(row);
            compared += found;
            for (int at = 0; at < found; at++) {
                int other = candidates.at(at);
                double total = total(scorer, row, other);
                if (scorer.posterior(total) >= least) {
                    pairs.add(row, other, total, pattern);
                }
            }
        }
        Settlement settlement = new Settlement(pairs, register.isTwoLists(), scorer);
        Settlement.BitsOf bitsOf = (one, two) -> total(scorer, one, two);
        settlement.settle(bitsOf);
        if (!register.isTwoLists()) {
            new Closure(pairs, scorer).close(bitsOf);
        }
        pairs.sort();
        return new Result(new LinkedPairs(pairs), weights, learning.rounds(), compared);
    }

    private double total(Scorer scorer, int one, int two) {
        pattern = comparer.compare(one, two);
        rarity.of(new Rarity.Rows(one, two), pattern, comparer, rarities);
        return scorer.weigh(pattern, rarities, bits);
    }
}
