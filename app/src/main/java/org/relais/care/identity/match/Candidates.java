package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relais.care.identity.match.Block.KeyOf;

/**
 * Pairs worth comparing: those that share a birth date (also with day and month exchanged), two parts of it and the sound of
 * a name, the sounds or beginnings of both names (also each in the other's place), an address, a phone, a number; and
 * whatever else only few rows share: a sound, a place, half a number. For one thread.
 *
 * <p>A key that everybody shares (a first of January, the phone of a reception desk) must not make every pair a candidate:
 * what names and dates bring is sieved, and of an address, phone or number the last sixty are taken.
 */
final class Candidates {
    private static final int MOST = 60;

    private final Register register;
    private final List<Way> ways = new ArrayList<>();
    private final Sieve sieve;
    private final int[] seen;
    private int[] found = new int[256];
    private int count;
    private int asked;

    /** How the pairs that a key brings are sieved. */
    private enum Through {
        /** Those of one date: names may agree. */
        NAMES,
        /** Those of like names: dates may agree. */
        DATE,
        ALL,
        /** The last sixty. */
        LAST,
        /** All, where they are sixty at most; in a long list, those that agree in two things. */
        FEW
    }

    /** Rows by a key, and by which keys of the sought row they are looked up. */
    private record Way(Through through, Block block, List<KeyOf> sought) {}

    Candidates(Register register) {
        this.register = register;
        Sounds sounds = new Sounds(register.names);
        this.sieve = new Sieve(register, sounds);
        this.seen = new int[register.rows()];
        Keys of = new Keys(register, sounds);
        namesAndDates(of);
        shared(of);
        few(of);
    }

    /**
     * Finds the candidates of a row of the first list: rows of the second, or when there is one only, later rows.
     *
     * @return how many; they are read with {@link #at}
     */
    int find(int row) {
        count = 0;
        asked++;
        for (Way way : ways) {
            for (KeyOf sought : way.sought) {
                take(row, way, sought.of(row));
            }
        }
        return count;
    }

    int at(int number) {
        return found[number];
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
        ways.add(new Way(through, new Block(key, from, register.rows()), List.copyOf(sought)));
    }

    private void take(int row, Way way, long key) {
        boolean bounded = way.through == Through.LAST || way.through == Through.FEW;
        int stop = register.isTwoLists() ? -1 : row;
        int before = count;
        int met = 0;
        int other = way.block.first(key);
        while (other > stop && (!bounded || met < MOST)) {
            met++;
            if (seen[other] != asked && passes(way.through, row, other)) {
                seen[other] = asked;
                add(other);
            }
            other = way.block.after(other, key);
        }
        if (way.through == Through.FEW && other > stop) {
            for (int at = before; at < count; at++) {
                seen[found[at]] = 0;
            }
            count = before;
        }
    }

    private boolean passes(Through through, int row, int other) {
        return switch (through) {
            case ALL, LAST -> true;
            case NAMES -> sieve.namesMayAgree(row, other);
            case DATE -> sieve.datesMayAgree(row, other);
            case FEW -> sieve.agreesTwice(row, other);
        };
    }

    private void add(int other) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = other;
    }
}
