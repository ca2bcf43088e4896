package org.relais.care.identity.match;

import java.util.Arrays;

/**
 * How often each value occurs in a register: in the list that is looked up, the value itself left out when one list is
 * compared with itself. A value of the same field that both rows have is worth its rarity.
 */
final class Rarity {
    private static final double SHRINK = 4;

    private final Register register;
    private final int[] surnames;
    private final int[] givens;
    private final int[] first;
    private final int[] firsts;
    private final int[][] counts = new int[Register.COLUMNS][];
    private final IntCounts dates = new IntCounts();
    private final IntCounts towns = new IntCounts();
    private final double known;
    private final double within;

    Rarity(Register register) {
        this.register = register;
        this.surnames = new int[register.names.size() + 1];
        this.givens = new int[register.names.size() + 1];
        Lexicon firstNames = new Lexicon();
        this.first = firsts(firstNames);
        this.firsts = new int[firstNames.size() + 1];
        for (int column = Register.BIRTHPLACE; column < Register.COLUMNS; column++) {
            counts[column] = new int[register.lexicon(column).size() + 1];
        }
        int from = register.isTwoLists() ? register.leftRows() : 0;
        for (int row = from; row < register.rows(); row++) {
            count(row);
        }
        this.known = Math.max(1, register.rows() - from - (register.isTwoLists() ? 0 : 1));
        this.within = townsWithin(from);
    }

    /** Of every name, the number of its first word. */
    private int[] firsts(Lexicon words) {
        int[] found = new int[register.names.size() + 1];
        for (int name = 1; name <= register.names.size(); name++) {
            String text = register.names.text(name);
            int end = text.indexOf(' ');
            found[name] = words.add(end < 0 ? text : text.substring(0, end));
        }
        return found;
    }

    private void count(int row) {
        int used = register.number(Register.USED, row);
        surnames[register.number(Register.SURNAME, row)]++;
        surnames[used] += used == 0 ? 0 : 1;
        givens[register.number(Register.GIVEN, row)]++;
        firsts[first[register.number(Register.GIVEN, row)]]++;
        for (int column = Register.BIRTHPLACE; column < Register.COLUMNS; column++) {
            counts[column][register.number(column, row)]++;
        }
        dates.add(register.date(row));
        towns.add(town(row));
    }

    private int town(int row) {
        int place = register.number(Register.PLACE, row);
        int postcode = register.number(Register.POSTCODE, row);
        return place == 0 || postcode == 0 ? 0 : postcode * 0x9E3779B1 + place;
    }

    /** Of two rows with one postcode, how often they have one place too; a pair of the same person left out. */
    private double townsWithin(int from) {
        double both = 0;
        double postcodes = 0;
        for (int row = from; row < register.rows(); row++) {
            if (town(row) != 0) {
                both += Math.max(0, towns.of(town(row)) - 2);
                postcodes += Math.max(0, counts[Register.POSTCODE][register.number(Register.POSTCODE, row)] - 2);
            }
        }
        double average = averagePlace(from);
        return Math.min(1, (both + 50 * average) / (postcodes + 50));
    }

    private double averagePlace(int from) {
        double sum = 0;
        double places = 0;
        for (int row = from; row < register.rows(); row++) {
            int place = register.number(Register.PLACE, row);
            if (place != 0) {
                sum += counts[Register.PLACE][place];
                places++;
            }
        }
        return places == 0 ? 1 : Math.max(sum / places / places, 1e-4);
    }

    /** Two rows that are compared. */
    record Rows(int one, int two) {}

    /** Among strangers who share a postcode, how often they share the place. */
    double placeWithin() {
        return within;
    }

    /** The rarity of each field whose value is the same in the two rows just compared; elsewhere not a number. */
    void of(Rows rows, long pattern, RegisterComparer comparer, double[] rarity) {
        int row = rows.two;
        Arrays.fill(rarity, Frequencies.UNKNOWN);
        rarity[Field.SURNAME.at()] = named(comparer.commonSurname(), surnames, givens);
        rarity[Field.GIVEN_NAME.at()] = named(comparer.commonGiven(), givens, surnames);
        Level given = Pattern.level(pattern, Field.GIVEN_NAME);
        if (given == Level.CLOSE || given == Level.NEAR) {
            rarity[Field.GIVEN_NAME.at()] = Math.min(called(rows.one), called(rows.two));
        }
        for (int column = Register.BIRTHPLACE; column < Register.COLUMNS; column++) {
            Field field = field(column);
            if (Pattern.level(pattern, field) == Level.SAME) {
                rarity[field.at()] = share(counts[column][register.number(column, row)]);
            }
        }
        if (Pattern.level(pattern, Field.BIRTH_DATE) == Level.SAME) {
            rarity[Field.BIRTH_DATE.at()] = share(dates.of(register.date(row)));
        }
        if (Pattern.level(pattern, Field.PLACE) == Level.SAME && Pattern.level(pattern, Field.POSTCODE) == Level.SAME) {
            double place = rarity[Field.PLACE.at()];
            double both = Math.max(0, towns.of(town(row)) - 2);
            double postcodes = Math.max(0, counts[Register.POSTCODE][register.number(Register.POSTCODE, row)] - 2);
            rarity[Field.PLACE.at()] = Math.min(1, (both + SHRINK * Math.max(place, within)) / (postcodes + SHRINK));
        }
    }

    /** How many bear the first of a row's given names. */
    private double called(int row) {
        return share(firsts[first[register.number(Register.GIVEN, row)]]);
    }

    private double named(int name, int[] mine, int[] others) {
        return name == 0 ? Frequencies.UNKNOWN : share(Math.max(mine[name], others[name]));
    }

    private double share(int count) {
        return Math.max(1, count - (register.isTwoLists() ? 0 : 1)) / known;
    }

    private static Field field(int column) {
        return switch (column) {
            case Register.BIRTHPLACE -> Field.BIRTHPLACE;
            case Register.ADDRESS -> Field.ADDRESS;
            case Register.POSTCODE -> Field.POSTCODE;
            case Register.PLACE -> Field.PLACE;
            case Register.PHONE -> Field.PHONE;
            default -> Field.IDENTIFIER;
        };
    }
}
