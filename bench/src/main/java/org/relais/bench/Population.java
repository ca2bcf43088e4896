package org.relais.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invented people, each made anew from a seed and a number, so that five million of them take no memory. Surnames and
 * given names are put together from syllables and borne as unevenly as French ones are: the commonest surname by some 0.4%
 * (the first in France: 0.35%), the commonest given name by 4% of a sex. 8% have a compound surname, 35% of women a used
 * name, 12% a compound first given name, 30% a second one; one in a hundred is the twin of the one before.
 */
final class Population {
    private static final String[] BEGIN =
            split("MAR DU LE RO BER GAR MI JO LA PE SI THO VAL NI BEAU CHE DAR FON GUI HEN JAC LAM MOR POI RI SAU TES "
                    + "VER BOU CAR DES FLO GER LOU MAN PHI QUE REN SAN TRE VIN BRI CLE DOR FRE GRA LEC MON PRE ZO");
    private static final String[] MIDDLE =
            split("TI RAN BE LI NO PEL SA MI CHE RO DE LA VI NE GUE LO MA RE TE SO BOI RAI DI CO MEN VAI LE PHI THE");
    private static final String[] END =
            split("N NARD CHON ERT EAU ET IN OT AULT IER ON AND EL ARD RE SE NE LLE TTE QUET GNON RON VAL ROSE MONT "
                    + "DET BERT FORT LIN DOUX NIER RAC TIN PHE");
    private static final int SURNAMES = 220_000;
    private static final int GIVEN = 3_000;
    private static final int DAYS = 35_000;
    private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);

    private final long seed;
    private final String[] surnames;
    private final String[] given;
    private final double[] surnameShare;
    private final double[] givenShare;

    /** @param used the used surname, empty for most */
    record Invented(int number, String birthName, String used, String given, LocalDate birth) {
        String ipp() {
            return String.valueOf(8_000_000_000L + number);
        }

        String ins() {
            return String.valueOf(100_000_000_000_000L + number * 15_485_863L % 800_000_000_000_000L);
        }
    }

    Population(long seed) {
        this.seed = seed;
        this.surnames = names(SURNAMES, 7, 3);
        this.given = names(GIVEN, 11, 2);
        this.surnameShare = shares(SURNAMES, 0.68);
        this.givenShare = shares(GIVEN, 0.85);
    }

    private static String[] split(String words) {
        return words.split(" ");
    }

    private static String[] names(int count, long seed, int longest) {
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder(pick(BEGIN, random));
            for (int more = random.nextInt(longest); more > 0; more--) {
                name.append(pick(MIDDLE, random));
            }
            names.add(name.append(pick(END, random)).toString());
        }
        return names.toArray(String[]::new);
    }

    private static String pick(String[] some, Random random) {
        return some[random.nextInt(some.length)];
    }

    /** How many bear the first names, summed up: Zipf's law. */
    private static double[] shares(int count, double slope) {
        double[] shares = new double[count];
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += Math.pow(rank + 1, -slope);
            shares[rank] = sum;
        }
        for (int rank = 0; rank < count; rank++) {
            shares[rank] /= sum;
        }
        return shares;
    }

    Invented person(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        boolean twin = number > 0 && random.nextInt(100) == 0;
        SplittableRandom family = twin ? new SplittableRandom(seed * 1_000_003 + number - 1) : random;
        if (twin) {
            family.nextInt(100);
        }
        String name = surname(family);
        if (family.nextInt(100) < 8) {
            name = name + "-" + surname(family);
        }
        LocalDate birth = FIRST.plusDays(family.nextInt(DAYS));
        boolean woman = random.nextBoolean();
        String used = woman && random.nextInt(100) < 35 ? surname(random) : "";
        List<String> names = new ArrayList<>();
        names.add(givenName(random));
        if (random.nextInt(100) < 12) {
            names.set(0, names.getFirst() + "-" + givenName(random));
        }
        if (random.nextInt(100) < 30) {
            names.add(givenName(random));
        }
        return new Invented(number, name, used, String.join(" ", names), birth);
    }

    private String surname(SplittableRandom random) {
        return surnames[ranked(surnameShare, random.nextDouble())];
    }

    private String givenName(SplittableRandom random) {
        return given[ranked(givenShare, random.nextDouble())];
    }

    private static int ranked(double[] shares, double at) {
        int rank = java.util.Arrays.binarySearch(shares, at);
        return Math.min(shares.length - 1, rank < 0 ? -rank - 1 : rank);
    }
}
