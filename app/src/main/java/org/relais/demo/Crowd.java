package org.relais.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A whole island of invented people, household by household, so that a million of them need no memory: what lists are
 * linked with when figures are measured. Surnames and given names are borne as unevenly as French Antillean ones (the
 * commonest by 1% and 4%), so homonyms abound; couples, children, one child in twenty-five the twin of the one before; a
 * household shares its address and often its phone. Same seed, same people.
 */
public final class Crowd {
    private static final int SURNAMES = 12_000;
    private static final int GIVEN = 900;
    private static final int STREETS = 3_000;
    private static final String[] BEGIN =
            "BEL MAR ROSE VAL DOR CA PAL MON TI LA DES FLO GER JO ZE SAINT CHE NA PO RI BEAU EU THE LOU CLE".split(" ");
    private static final String[] MIDDLE = "RI MA LI TE NO RA CE DE LO VI SI BO NE GE MON TA LA PHI RO".split(" ");
    private static final String[] END =
            "N RE LLE NT ET OT IER LIN SE VAL MONT EAU ARD INE UD ON TTE IS ROSE Y".split(" ");
    private static final String[] KINDS = {"RUE", "AVENUE", "QUARTIER", "LOTISSEMENT", "CHEMIN", "RESIDENCE", "ROUTE"};
    private static final String[] TOWNS =
            ("FORT DE FRANCE,LE LAMENTIN,LE ROBERT,SCHOELCHER,SAINTE MARIE,LE FRANCOIS,SAINT JOSEPH,DUCOS,LA TRINITE,RIVIERE PILOTE,"
                            + "RIVIERE SALEE,GROS MORNE,SAINTE LUCE,SAINT ESPRIT,LE MARIN,LE VAUCLIN,LE LORRAIN,CASE PILOTE,LES TROIS ILETS,LE CARBET")
                    .split(",");

    private final Random random;
    private final String[] surnames;
    private final String[] women;
    private final String[] men;
    private final String[] streets;
    private final double[] surnameShares = shares(SURNAMES, .6);
    private final double[] givenShares = shares(GIVEN, .7);
    private final List<Islander> home = new ArrayList<>();
    private int households;
    private int served;
    private int order;

    public Crowd(long seed) {
        this.random = new Random(seed);
        this.surnames = names(Names.FAMILY, SURNAMES, 3);
        this.women = names(Names.WOMEN, GIVEN, 1);
        this.men = names(Names.MEN, GIVEN, 1);
        this.streets = names(List.of(), STREETS, 2);
    }

    /** The next person. */
    public Islander next() {
        if (served == home.size()) {
            settle();
        }
        return home.get(served++);
    }

    /** A given name as people of this island bear them. */
    String given(boolean female) {
        return (female ? women : men)[ranked(givenShares)];
    }

    String surname() {
        return surnames[ranked(surnameShares)];
    }

    private void settle() {
        home.clear();
        served = 0;
        households++;
        int drawn = random.nextInt(100);
        int size = drawn < 35 ? 1 : drawn < 65 ? 2 : drawn < 80 ? 3 : drawn < 93 ? 4 : 5;
        int one = random.nextInt(TOWNS.length);
        int town = Math.min(one, random.nextInt(TOWNS.length));
        String address = (1 + random.nextInt(120)) + " " + KINDS[random.nextInt(KINDS.length)] + " "
                + streets[random.nextInt(STREETS)];
        String phone = "0596" + digits(6);
        Islander first = person(new Home(town, address, phone), surname(), date(1930, 60), random.nextBoolean());
        home.add(first);
        for (int more = 1; more < size; more++) {
            boolean couple = more == 1 && random.nextInt(10) < 7;
            home.add(couple ? partner(first, town) : child(first, town));
        }
    }

    private record Home(int town, String address, String phone) {}

    private Islander partner(Islander first, int town) {
        int year = first.birth() / 10000 - 6;
        Islander partner =
                person(new Home(town, first.address(), first.phone()), surname(), date(year, 12), !first.female());
        boolean married = partner.female() && random.nextInt(100) < 45;
        return married ? used(partner, first.surname()) : partner;
    }

    private Islander child(Islander first, int town) {
        Islander last = home.getLast();
        boolean twin = home.size() > 1 && last.surname().equals(first.surname()) && random.nextInt(25) == 0;
        int birth = twin ? last.birth() : date(Math.min(2023, first.birth() / 10000 + 20), 18);
        Home place = new Home(town, first.address(), first.phone());
        Islander child = person(place, first.surname(), birth, random.nextBoolean());
        boolean namesake = random.nextInt(60) == 0 && child.female() == first.female();
        return namesake ? given(child, first.given()) : child;
    }

    private Islander person(Home place, String surname, int birth, boolean female) {
        String given = given(female);
        if (random.nextInt(100) < 12) {
            given = given + "-" + given(female);
        }
        if (random.nextInt(100) < 35) {
            given = given + " " + given(female);
        }
        String compound = random.nextInt(100) < 8 ? surname + "-" + surname() : surname;
        String birthplace = random.nextInt(100) < 50 ? "97209" : "972" + (10 + random.nextInt(24));
        String phone = random.nextInt(100) < 45 ? place.phone : "0696" + digits(6);
        String postcode = "972" + two(place.town < 2 ? place.town * 32 : 10 + place.town);
        String ins = (female ? "2" : "1") + two(birth / 10000 % 100) + two(birth / 100 % 100) + birthplace;
        order = (order + 1) % 1000;
        String numbered = ins + String.format("%03d", order);
        String whole = numbered + two((int) (97 - Long.parseLong(numbered) % 97));
        return new Islander(
                households,
                compound,
                "",
                given,
                birth,
                female,
                birthplace,
                place.address,
                postcode,
                TOWNS[place.town],
                phone,
                whole);
    }

    private static Islander used(Islander one, String used) {
        return new Islander(
                one.household(),
                one.surname(),
                used,
                one.given(),
                one.birth(),
                one.female(),
                one.birthplace(),
                one.address(),
                one.postcode(),
                one.town(),
                one.phone(),
                one.ins());
    }

    private static Islander given(Islander one, String given) {
        return new Islander(
                one.household(),
                one.surname(),
                one.used(),
                given,
                one.birth(),
                one.female(),
                one.birthplace(),
                one.address(),
                one.postcode(),
                one.town(),
                one.phone(),
                one.ins());
    }

    /** A day of some years; one in a hundred a first of January, as where the day was not known. */
    private int date(int from, int years) {
        int year = Math.min(2025, from + random.nextInt(years));
        boolean unknown = random.nextInt(100) == 0;
        return year * 10000 + (unknown ? 101 : (1 + random.nextInt(12)) * 100 + 1 + random.nextInt(28));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < count; at++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    private String[] names(List<String> first, int count, int longest) {
        Set<String> names = new LinkedHashSet<>();
        first.forEach(name -> names.add(Names.rniv(name)));
        while (names.size() < count) {
            StringBuilder name = new StringBuilder(BEGIN[random.nextInt(BEGIN.length)]);
            for (int more = random.nextInt(longest + 1); more > 0; more--) {
                name.append(MIDDLE[random.nextInt(MIDDLE.length)]);
            }
            names.add(name.append(END[random.nextInt(END.length)]).toString());
        }
        return names.toArray(String[]::new);
    }

    /** Zipf's law, summed up. */
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

    private int ranked(double[] shares) {
        int rank = Arrays.binarySearch(shares, random.nextDouble());
        return Math.min(shares.length - 1, rank < 0 ? -rank - 1 : rank);
    }
}
