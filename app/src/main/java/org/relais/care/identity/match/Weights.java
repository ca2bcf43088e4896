package org.relais.care.identity.match;

import java.util.Arrays;

/**
 * What the levels of a field are worth: how often each occurs between two records of one person ({@code m}), of two
 * strangers ({@code u}), and of two members of one household ({@code h}), who share an address, a phone and often a
 * surname, and at times, as twins do, a birth date.
 *
 * <p>Every row is a distribution over the levels but {@link Level#MISSING}, which says nothing. {@link #french} is what is
 * assumed before anything is learnt; learning by expectation and maximisation puts the lists' own figures in its place.
 */
public final class Weights {
    final double[][] same;
    final double[][] stranger;
    final double[][] household;
    final double prior;
    final double shared;
    private final double placeWithin;

    Weights(double[][][] tables, double prior, double shared, double placeWithin) {
        this.same = tables[0];
        this.stranger = tables[1];
        this.household = tables[2];
        this.prior = prior;
        this.shared = shared;
        this.placeWithin = placeWithin;
    }

    /**
     * Sensible figures for a French hospital, nothing learnt yet.
     *
     * @param population how many persons are in the index; half of those who come are taken to be in it
     */
    public static Weights french(int population) {
        return FrenchWeights.of(Math.max(population, 2));
    }

    /** The chance that two records, taken at random, one from each side, are one person; before they are compared. */
    public double prior() {
        return prior;
    }

    /** Two persons of one household: how many pairs of strangers are that. */
    public double shared() {
        return shared;
    }

    /** Among strangers who share a postcode, how often they share the place as well. */
    public double placeWithin() {
        return placeWithin;
    }

    Weights withPlaceWithin(double within) {
        return new Weights(tables(), prior, shared, within);
    }

    /** By field, how often strangers have what is the same, where a pattern says more of it than the mean. */
    double[] rarity(long pattern) {
        double[] rarity = new double[Field.COUNT];
        Arrays.fill(rarity, Frequencies.UNKNOWN);
        if (Pattern.level(pattern, Field.PLACE) == Level.SAME && Pattern.level(pattern, Field.POSTCODE) == Level.SAME) {
            rarity[Field.PLACE.at()] = placeWithin;
        }
        return rarity;
    }

    public double same(Field field, Level level) {
        return same[field.at()][level.at()];
    }

    public double stranger(Field field, Level level) {
        return stranger[field.at()][level.at()];
    }

    public double household(Field field, Level level) {
        return household[field.at()][level.at()];
    }

    /** The evidence of one level of one field, in bits, before the rarity of the value counts. */
    public double bits(Field field, Level level) {
        return level == Level.MISSING ? 0 : Bits.log2(same(field, level) / stranger(field, level));
    }

    double[][][] tables() {
        return new double[][][] {copy(same), copy(stranger), copy(household)};
    }

    private static double[][] copy(double[][] table) {
        double[][] copy = new double[table.length][];
        for (int row = 0; row < table.length; row++) {
            copy[row] = table[row].clone();
        }
        return copy;
    }
}
