package org.relais.care.identity.match;

import java.util.SplittableRandom;

/**
 * Learns the weights of a register from itself, without labels: what strangers have in common from pairs taken at
 * random (a fixed seed), what one person's records have by {@link Maximisation} over the candidates. Of a long list
 * every so many rows are looked at.
 */
final class Learning {
    static final int RANDOM_PAIRS = 200_000;
    private static final int ROWS = 60_000;
    private static final long SEED = 20251126;

    private final Register register;
    private final Crew crew;
    private final Rarity rarity;

    Learning(Register register, Crew crew, Rarity rarity) {
        this.register = register;
        this.crew = crew;
        this.rarity = rarity;
    }

    Maximisation maximisation() {
        int rows = register.leftRows();
        int step = Math.max(1, rows / ROWS);
        PatternCounts counts = new PatternCounts();
        crew.each(Linkage.Phase.LEARNING, (rows + step - 1) / step, (comparing, stripe) -> {
                    PatternCounts mine = new PatternCounts();
                    for (int at = stripe.from(); at < stripe.to(); at++) {
                        comparing.count(at * step, step, mine);
                    }
                    return mine;
                })
                .forEach(counts::add);
        int population = register.isTwoLists()
                ? Math.max(register.leftRows(), register.rows() - register.leftRows())
                : register.rows();
        Weights french = Weights.french(population).withPlaceWithin(rarity.placeWithin());
        return new Maximisation(counts, Math.max(1, register.pairs()), atRandom(), french);
    }

    private double[][] atRandom() {
        double[][] levels = new double[Field.COUNT][Level.COUNT];
        Comparing comparing = crew.borrow();
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = register.rows();
        int left = register.leftRows();
        int taken = rows < 2 || (register.isTwoLists() && (left == 0 || left == rows)) ? 0 : RANDOM_PAIRS;
        for (int pair = 0; pair < taken; pair++) {
            int one = random.nextInt(left);
            int two = register.isTwoLists() ? left + random.nextInt(rows - left) : random.nextInt(rows);
            if (one == two) {
                continue;
            }
            long pattern = comparing.compare(one, two);
            for (int field = 0; field < Field.COUNT; field++) {
                levels[field][Pattern.ordinal(pattern, field)] += 1.0 / taken;
            }
        }
        return levels;
    }
}
