package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.List;
import org.relais.care.identity.match.Block.KeyOf;

/**
 * By what rows are looked up, so that of all pairs those worth comparing are met: those that share a birth date (also with day
 * and month exchanged), two parts of it and the sound of a name, the sounds or beginnings of both names (also each in the
 * other's place), an address, a phone, a number; and whatever else only few rows share: a sound, a place, half a number.
 * Made once, read by any thread.
 *
 * <p>A key that everybody shares (a first of January, the phone of a reception desk) must not make every pair a candidate:
 * what names and dates bring is sieved, and of an address, phone or number the last sixty are taken.
 */
final class Ways {
    static final int MOST = 60;

    private final Register register;
    private final Sounds sounds;
    private final List<Way> ways = new ArrayList<>();

    /** How the pairs that a key brings are sieved. */
    enum Through {
        /** Those of one date: names may agree. */
        NAMES,
        /** Those of like names: dates may agree. */
        DATE,
        ALL,
        /** The last sixty. */
        LAST,
        /** What sixty rows at most share; in a long list, those that agree in two things. */
        FEW
    }

    /** Rows by a key, and by which keys of the sought row they are looked up. */
    record Way(Through through, Block block, List<KeyOf> sought) {}

    Ways(Register register, Sounds sounds) {
        this.register = register;
        this.sounds = sounds;
        Keys of = new Keys(register, sounds);
        namesAndDates(of);
        shared(of);
        few(of);
    }

    Register register() {
        return register;
    }

    Sounds sounds() {
        return sounds;
    }

    List<Way> all() {
        return ways;
    }

    private void namesAndDates(Keys of) {
        way(Through.NAMES, of::date, of::swappedDate);
        for (int parts = 0; parts < 3; parts++) {
            int two = parts;
            way(Through.ALL, row -> of.partsAndSurname(row, two), row -> of.partsAndGiven(row, two));
            way(Through.ALL, row -> of.partsAndGiven(row, two));
        }
        way(Through.DATE, of::french, of::frenchSwapped);
        way(Through.DATE, of::english, of::englishSwapped);
        way(Through.DATE, of::surnameAndStart, of::surnameAndStartSwapped);
        way(Through.DATE, of::givenAndStart, of::givenAndStartSwapped);
    }

    private void shared(Keys of) {
        for (int column : new int[] {Register.ADDRESS, Register.PHONE, Register.IDENTIFIER}) {
            if (isKnown(column)) {
                way(Through.LAST, row -> of.value(column, row));
            }
        }
    }

    private void few(Keys of) {
        way(Through.FEW, of::surnameSound, of::givenSound);
        way(Through.FEW, of::givenSound, of::surnameSound);
        for (int parts = 0; parts < 3; parts++) {
            int two = parts;
            way(Through.FEW, row -> of.parts(row, two));
        }
        for (int column : new int[] {Register.POSTCODE, Register.PLACE}) {
            if (isKnown(column)) {
                way(Through.FEW, row -> of.value(column, row));
                way(Through.FEW, row -> of.valueAndGiven(column, row));
                way(Through.FEW, row -> of.valueAndSurname(column, row));
            }
        }
        for (int column : new int[] {Register.PHONE, Register.IDENTIFIER, Register.ADDRESS}) {
            if (isKnown(column)) {
                way(Through.FEW, of.beginning(column));
                way(Through.FEW, of.ending(column));
            }
        }
    }

    private boolean isKnown(int column) {
        return register.lexicon(column).size() > 0;
    }

    private void way(Through through, KeyOf key, KeyOf... others) {
        List<KeyOf> sought = new ArrayList<>(List.of(others));
        sought.addFirst(key);
        int from = register.isTwoLists() ? register.leftRows() : 0;
        Block block = through == Through.FEW
                ? Block.ofFew(key, from, register.rows(), MOST)
                : Block.of(key, from, register.rows());
        ways.add(new Way(through, block, List.copyOf(sought)));
    }
}
