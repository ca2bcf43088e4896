package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns levels into bits: log2(m / u) a field, where for a value that is the same {@code u} is how often it occurs. Two
 * exceptions keep one piece of evidence from counting twice: a sex that agrees says nothing beside a given name that
 * agrees, and a place beside its postcode says only what the postcode had not.
 */
public final class Scorer {
    private static final double RAREST = 1e-7;
    private static final double NAMESAKE_TWINS = .01;
    private static final double NAMESAKE_NEAR = .08;
    private static final double LEAST_NAMED = .02;

    private final Weights weights;
    private final Frequencies frequencies;

    public Scorer(Weights weights, Frequencies frequencies) {
        this.weights = weights;
        this.frequencies = frequencies;
    }

    public Weights weights() {
        return weights;
    }

    public Score score(Traits one, Traits two) {
        return score(Comparison.of(one, two));
    }

    /** The bits of every field, and of all. */
    public Score score(Comparison comparison) {
        double[] rarity = weights.rarity(comparison.pattern());
        for (Field field : Field.values()) {
            String value = comparison.common(field);
            if (field == Field.GIVEN_NAME && value.isEmpty()) {
                rarity[field.at()] = rarer(comparison.one(), comparison.two());
            } else if (!value.isEmpty() && Double.isNaN(rarity[field.at()])) {
                rarity[field.at()] = frequencies.of(field, value);
            }
        }
        if (comparison.level(Field.PLACE) == Level.SAME && comparison.level(Field.POSTCODE) == Level.SAME) {
            Traits one = comparison.one();
            double within = frequencies.placeWithin(one.postcode(), one.place());
            rarity[Field.PLACE.at()] = Double.isNaN(within) ? weights.placeWithin() : within;
        }
        double[] bits = new double[Field.COUNT + 1];
        double total = weigh(comparison.pattern(), rarity, bits);
        List<Score.Part> parts = new ArrayList<>(Field.COUNT);
        double sum = 0;
        for (Field field : Field.values()) {
            parts.add(new Score.Part(field, comparison.level(field), bits[field.at()]));
            sum += bits[field.at()];
        }
        return new Score(List.copyOf(parts), total - sum, total, comparison.pattern());
    }

    /**
     * The total bits of a pattern; the bits of each field are left in {@code bits}, and behind them how much likelier one
     * household is than strangers.
     *
     * @param rarity by field, how often the common value occurs; {@link Frequencies#UNKNOWN} where the mean is to serve; for given
     *               names that are not the same, how often the rarer of the two occurs
     */
    double weigh(long pattern, double[] rarity, double[] bits) {
        double sum = 0;
        double household = Bits.log2(weights.shared);
        boolean named = Pattern.level(pattern, Field.GIVEN_NAME) == Level.SAME;
        for (int field = 0; field < Field.COUNT; field++) {
            int level = Pattern.ordinal(pattern, field);
            bits[field] = 0;
            if (level == 0 || (field == Field.SEX.at() && named && level == Level.SAME.at())) {
                continue;
            }
            double stranger = weights.stranger[field][level];
            if (level == Level.SAME.at() && !Double.isNaN(rarity[field])) {
                stranger = Math.max(rarity[field], RAREST);
            }
            bits[field] = Bits.log2(weights.same[field][level] / stranger);
            sum += bits[field];
            household += Bits.log2(household(pattern, Field.numbered(field), stranger, rarity[field]) / stranger);
        }
        bits[Field.COUNT] = household;
        return sum - Bits.sum(0, household);
    }

    private double rarer(Traits one, Traits two) {
        return Math.min(
                frequencies.of(Field.GIVEN_NAME, first(one.givenNames())),
                frequencies.of(Field.GIVEN_NAME, first(two.givenNames())));
    }

    private static String first(String names) {
        int end = names.indexOf(' ');
        return end < 0 ? names : names.substring(0, end);
    }

    /**
     * What two of one household have, where fields hang together. Who shares a given name is parent and child: not born on
     * one day nor on days a slip apart. Who has a given name a slip away bears a name; a slip of the pen gives what nobody
     * bears.
     */
    private double household(long pattern, Field field, double stranger, double rarity) {
        Level level = Pattern.level(pattern, field);
        double chance = Math.max(weights.household(field, level), stranger * .01);
        if (field == Field.BIRTH_DATE && Pattern.level(pattern, Field.GIVEN_NAME) == Level.SAME) {
            return switch (level) {
                case SAME -> chance * NAMESAKE_TWINS;
                case SWAPPED, CLOSE -> chance * NAMESAKE_NEAR;
                default -> chance;
            };
        }
        boolean slip = field == Field.GIVEN_NAME && (level == Level.CLOSE || level == Level.NEAR);
        return slip && !Double.isNaN(rarity)
                ? chance * Math.clamp(rarity / weights.stranger(field, Level.SAME), LEAST_NAMED, 1)
                : chance;
    }

    /** The odds of a total, the prior counted in, in bits. */
    double posterior(double total) {
        return total + Bits.log2(weights.prior / (1 - weights.prior));
    }
}
