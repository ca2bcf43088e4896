package org.relais.care.identity.match;

/**
 * Figures to begin with. Names: the mean over French surnames and given names as INSEE counts them (the commonest surname
 * 0.4%, the commonest given name 1.5% of persons); dates: 29,000 days of birth; errors: what registration desks are known
 * to make, one record in ten or so with a slip in a name. They are where learning starts, and all a list without
 * matches has.
 */
final class FrenchWeights {
    private static final double PLACE_WITHIN = .9;
    private static final int COLUMNS = 7;

    private FrenchWeights() {}

    static Weights of(int population) {
        double[][][] tables = {table(), table(), table()};
        row(tables, Field.SURNAME, new double[] {.90, 0, .055, .015, .01, .005, .015}, new double[] {
            .0006, 0, .001, .003, .006, .001, .988
        });
        row(tables, Field.GIVEN_NAME, new double[] {.88, 0, .05, .03, .015, .01, .015}, new double[] {
            .005, 0, .004, .012, .015, .008, .956
        });
        row(tables, Field.NAME_ORDER, new double[] {.985, .015, 0, 0, 0, 0, 0}, new double[] {.7, .3, 0, 0, 0, 0, 0});
        row(tables, Field.BIRTH_DATE, new double[] {.945, .006, .024, 0, .014, .004, .007}, new double[] {
            .000035, .00001, .0014, 0, .011, .002, .985
        });
        row(tables, Field.SEX, new double[] {.992, 0, 0, 0, 0, 0, .008}, new double[] {.5, 0, 0, 0, 0, 0, .5});
        row(tables, Field.BIRTHPLACE, new double[] {.92, 0, .03, .01, .01, .01, .02}, new double[] {
            .06, 0, .01, .005, .02, .025, .88
        });
        row(tables, Field.ADDRESS, new double[] {.55, 0, .15, 0, .08, .09, .13}, new double[] {
            .00005, 0, .0003, 0, .004, .02, .97565
        });
        row(tables, Field.POSTCODE, new double[] {.85, 0, .04, 0, .005, .005, .10}, new double[] {
            .03, 0, .10, 0, .001, .001, .868
        });
        row(tables, Field.PLACE, new double[] {.84, 0, .04, .01, .01, .01, .09}, new double[] {
            .03, 0, .003, .005, .01, .015, .937
        });
        row(tables, Field.PHONE, new double[] {.70, 0, .03, 0, .01, .005, .255}, new double[] {
            .00003, 0, .0001, 0, .0005, .0001, .99927
        });
        row(tables, Field.IDENTIFIER, new double[] {.94, 0, .03, 0, .01, .002, .018}, new double[] {
            .000001, 0, .00005, 0, .0005, .0001, .99935
        });
        household(tables);
        return new Weights(tables, .5 / population, 1.0 / population, PLACE_WITHIN);
    }

    /** Two of one household: as strangers in what is one's own, as one person in what is shared. */
    private static void household(double[][][] tables) {
        for (Field field : Field.values()) {
            double[] from =
                    field.isShared() || field == Field.NAME_ORDER ? tables[0][field.at()] : tables[1][field.at()];
            tables[2][field.at()] = from.clone();
        }
        set(tables[2], Field.SURNAME, new double[] {.62, 0, .02, .03, .01, .02, .30});
        set(tables[2], Field.GIVEN_NAME, new double[] {.008, 0, .02, .001, .04, .039, .892});
        set(tables[2], Field.BIRTH_DATE, new double[] {.015, .0005, .004, 0, .02, .003, .9575});
        set(tables[2], Field.BIRTHPLACE, new double[] {.55, 0, .01, .01, .02, .01, .40});
        set(tables[2], Field.IDENTIFIER, new double[] {.01, 0, .02, 0, .02, .01, .94});
    }

    private static double[][] table() {
        return new double[Field.COUNT][Level.COUNT];
    }

    private static void row(double[][][] tables, Field field, double[] same, double[] stranger) {
        set(tables[0], field, same);
        set(tables[1], field, stranger);
    }

    /** Levels from SAME to DIFFERENT; none is impossible. */
    private static void set(double[][] table, Field field, double[] levels) {
        double sum = 0;
        for (double level : levels) {
            sum += Math.max(level, 1e-7);
        }
        double[] row = table[field.at()];
        for (int at = 0; at < COLUMNS; at++) {
            row[at + 1] = Math.max(levels[at], 1e-7) / sum;
        }
    }
}
