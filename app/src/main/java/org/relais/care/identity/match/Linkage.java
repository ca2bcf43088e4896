package org.relais.care.identity.match;

import java.util.List;

/**
 * Links two lists, or finds the doubles of one: learns the weights, scores every candidate, then settles pairs that
 * contend for one record. Same lists, same answer, on however many cores.
 */
public final class Linkage {
    private static final double KEPT = 1e-4;

    private final Register register;
    private final Crew crew;
    private final Rarity rarity;

    private Linkage(Register register, Progress progress) {
        this.register = register;
        this.rarity = new Rarity(register);
        this.crew = new Crew(new Ways(register, new Sounds(register.names)), rarity, progress);
    }

    /** What takes long. */
    public enum Phase {
        LEARNING,
        COMPARING
    }

    /** Is told how far a phase has come, now and then, by any thread. */
    public interface Progress {
        void at(Phase phase, int done, int all);
    }

    /**
     * What came of it.
     *
     * @param weights  what was learnt
     * @param rounds   rounds of learning
     * @param compared pairs compared in full
     */
    public record Result(LinkedPairs pairs, Weights weights, int rounds, long compared) {}

    /** Pairs of a stripe of rows, and how many were compared for them. */
    private record Came(Pairs pairs, long compared) {}

    /** Links the rows of a register. */
    public static Result run(Register register) {
        return run(register, (phase, done, all) -> {});
    }

    /** The same, telling how far it has come. */
    public static Result run(Register register, Progress progress) {
        return new Linkage(register, progress).run();
    }

    private Result run() {
        Maximisation learning = new Learning(register, crew, rarity).maximisation();
        Weights weights = learning.run();
        Scorer scorer = new Scorer(weights, Frequencies.unknown());
        double least = Bits.log2(KEPT / (1 - KEPT));
        List<Came> all = crew.each(Phase.COMPARING, register.leftRows(), (comparing, stripe) -> {
            Pairs pairs = new Pairs();
            long compared = 0;
            for (int row = stripe.from(); row < stripe.to(); row++) {
                compared += comparing.add(row, scorer, least, pairs);
            }
            return new Came(pairs, compared);
        });
        Pairs pairs = new Pairs();
        all.forEach(came -> pairs.add(came.pairs));
        settle(pairs, scorer);
        return new Result(
                new LinkedPairs(pairs),
                weights,
                learning.rounds(),
                all.stream().mapToLong(Came::compared).sum());
    }

    private void settle(Pairs pairs, Scorer scorer) {
        Comparing comparing = crew.borrow();
        Settlement.Weigher weigher = (one, two) -> comparing.weigh(scorer, one, two);
        new Settlement(pairs, register.isTwoLists(), scorer).settle(weigher);
        if (!register.isTwoLists()) {
            new Closure(pairs, scorer).close(weigher);
        }
        pairs.sort();
    }
}
