package org.relais.care.identity.match;

import java.util.Arrays;
import org.relais.kernel.Sex;

/**
 * One list, or two behind one another, in columns of numbers: what a text says stands once in a {@link Lexicon}. Rows are
 * numbered from 0; those of the second list follow the first. Some fifty bytes a row besides its texts.
 */
public final class Register {
    static final int COLUMNS = 9;
    static final int SURNAME = 0;
    static final int USED = 1;
    static final int GIVEN = 2;
    static final int BIRTHPLACE = 3;
    static final int ADDRESS = 4;
    static final int POSTCODE = 5;
    static final int PLACE = 6;
    static final int PHONE = 7;
    static final int IDENTIFIER = 8;

    /** Surnames and given names share one lexicon: either may stand in the other's place. */
    final Lexicon names = new Lexicon();

    private final Lexicon[] lexicons = new Lexicon[COLUMNS];
    private final int[][] columns = new int[COLUMNS][1024];
    private int[] dates = new int[1024];
    private byte[] sexes = new byte[1024];
    private int rows;
    private int left = -1;

    public Register() {
        for (int column = 0; column < COLUMNS; column++) {
            lexicons[column] = column <= GIVEN ? names : new Lexicon();
        }
    }

    /** Adds a row; of several identifiers the first is kept. */
    public void add(Traits traits) {
        if (rows == dates.length) {
            grow();
        }
        put(SURNAME, traits.surname());
        put(USED, traits.usedSurname());
        put(GIVEN, traits.givenNames());
        put(BIRTHPLACE, traits.birthplace());
        put(ADDRESS, traits.address());
        put(POSTCODE, traits.postcode());
        put(PLACE, traits.place());
        put(PHONE, traits.phone());
        put(
                IDENTIFIER,
                traits.identifiers().isEmpty() ? "" : traits.identifiers().getFirst());
        dates[rows] = traits.birthDate();
        sexes[rows] = (byte) (traits.sex() == Sex.FEMALE ? 1 : traits.sex() == Sex.MALE ? 2 : 0);
        rows++;
    }

    /** What is added from now on is the second list. */
    public void beginRight() {
        left = rows;
    }

    public int rows() {
        return rows;
    }

    /** True when two lists are compared with each other, false when one is compared with itself. */
    public boolean isTwoLists() {
        return left >= 0;
    }

    /** Rows of the first list; all of them when there is one only. */
    public int leftRows() {
        return left < 0 ? rows : left;
    }

    /** How many pairs there are. */
    double pairs() {
        return left < 0 ? rows * (rows - 1.0) / 2 : (double) left * (rows - left);
    }

    int number(int column, int row) {
        return columns[column][row];
    }

    int date(int row) {
        return dates[row];
    }

    /** 0 not known, 1 female, 2 male. */
    int sex(int row) {
        return sexes[row];
    }

    Lexicon lexicon(int column) {
        return lexicons[column];
    }

    String text(int column, int row) {
        return lexicons[column].text(columns[column][row]);
    }

    private void put(int column, String text) {
        columns[column][rows] = lexicons[column].add(text);
    }

    private void grow() {
        int larger = rows * 3 / 2;
        for (int column = 0; column < COLUMNS; column++) {
            columns[column] = Arrays.copyOf(columns[column], larger);
        }
        dates = Arrays.copyOf(dates, larger);
        sexes = Arrays.copyOf(sexes, larger);
    }
}
