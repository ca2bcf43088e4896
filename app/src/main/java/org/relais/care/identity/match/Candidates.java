package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs worth comparing: those that share a birth date (also with day and month exchanged), two parts of it and the sound of
 * a name, the sounds or beginnings of both names (also each in the other's place), an address, a phone, a number. For
 * one thread.
 *
 * <p>A key that everybody shares (a first of January, the phone of a reception desk) must not make every pair a candidate:
 * what names and dates bring is passed through a coarse sieve, and of an address, phone or number the last sixty are taken.
 */
final class Candidates {
    private static final int MOST_SHARED = 60;

    private final Register register;
    private final List<Key> keys = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Sieve sieve;
    private final int[] seen;
    private int[] found = new int[256];
    private int count;
    private int asked;

    /** How the pairs that a key brings are sieved. */
    private enum Through {
        NAMES,
        DATE,
        ALL,
        FEW
    }

    /** What rows are looked up by, and by which key of the sought row. */
    private record Key(Through through, KeyOf of, KeyOf... sought) {}

    private interface KeyOf {
        long of(int row);
    }

    Candidates(Register register) {
        this.register = register;
        Sounds sounds = new Sounds(register.names);
        this.sieve = new Sieve(register, sounds);
        this.seen = new int[register.rows()];
        declare(new Keys(register, sounds));
        int from = register.isTwoLists() ? register.leftRows() : 0;
        for (Key key : keys) {
            Block block = new Block(from, register.rows());
            for (int row = from; row < register.rows(); row++) {
                block.add(row, key.of.of(row));
            }
            blocks.add(block);
        }
    }

    /**
     * Finds the candidates of a row of the first list: rows of the second, or when there is one only, later rows.
     *
     * @return how many; they are read with {@link #at}
     */
    int find(int row) {
        count = 0;
        asked++;
        for (int at = 0; at < keys.size(); at++) {
            Key key = keys.get(at);
            take(row, blocks.get(at), key.of.of(row), key.through);
            for (KeyOf sought : key.sought) {
                take(row, blocks.get(at), sought.of(row), key.through);
            }
        }
        return count;
    }

    int at(int number) {
        return found[number];
    }

    private void declare(Keys of) {
        keys.add(new Key(Through.NAMES, of::date, of::swappedDate));
        for (int parts = 0; parts < 3; parts++) {
            int two = parts;
            keys.add(new Key(Through.ALL, row -> of.partsAndSurname(row, two), row -> of.partsAndGiven(row, two)));
            keys.add(new Key(Through.ALL, row -> of.partsAndGiven(row, two)));
        }
        keys.add(new Key(Through.DATE, of::french, of::frenchSwapped));
        keys.add(new Key(Through.DATE, of::english, of::englishSwapped));
        keys.add(new Key(Through.DATE, of::surnameAndStart, of::surnameAndStartSwapped));
        keys.add(new Key(Through.DATE, of::givenAndStart, of::givenAndStartSwapped));
        if (register.lexicon(Register.ADDRESS).size() > 0) {
            keys.add(new Key(Through.FEW, row -> of.value(Register.ADDRESS, row)));
        }
        if (register.lexicon(Register.PHONE).size() > 0) {
            keys.add(new Key(Through.FEW, row -> of.value(Register.PHONE, row)));
        }
        if (register.lexicon(Register.IDENTIFIER).size() > 0) {
            keys.add(new Key(Through.FEW, row -> of.value(Register.IDENTIFIER, row)));
        }
    }

    private void take(int row, Block block, long key, Through through) {
        int stop = register.isTwoLists() ? -1 : row;
        int left = through == Through.FEW ? MOST_SHARED : Integer.MAX_VALUE;
        for (int other = block.first(key); other > stop && left > 0; other = block.after(other)) {
            left--;
            if (seen[other] != asked && passes(through, row, other)) {
                seen[other] = asked;
                add(other);
            }
        }
    }

    private boolean passes(Through through, int row, int other) {
        return switch (through) {
            case ALL, FEW -> true;
            case NAMES -> sieve.namesMayAgree(row, other);
            case DATE -> sieve.datesMayAgree(row, other);
        };
    }

    private void add(int other) {
        if (count == found.length) {
            found = java.util.Arrays.copyOf(found, count * 2);
        }
        found[count++] = other;
    }
}
