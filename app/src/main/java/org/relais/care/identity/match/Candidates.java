package org.relais.care.identity.match;

import java.util.Arrays;
import org.relais.care.identity.match.Block.KeyOf;
import org.relais.care.identity.match.Ways.Through;
import org.relais.care.identity.match.Ways.Way;

/** The pairs worth comparing: what {@link Ways} bring, sieved, each once. For one thread. */
final class Candidates {
    private final Register register;
    private final Ways ways;
    private final Sieve sieve;
    private final int[] seen;
    private int[] found = new int[256];
    private int count;
    private int asked;

    Candidates(Ways ways) {
        this.register = ways.register();
        this.ways = ways;
        this.sieve = new Sieve(register, ways.sounds());
        this.seen = new int[register.rows()];
    }

    /**
     * Finds the candidates of a row of the first list: rows of the second, or when there is one only, later rows.
     *
     * @return how many; they are read with {@link #at}
     */
    int find(int row) {
        count = 0;
        asked++;
        for (Way way : ways.all()) {
            for (KeyOf sought : way.sought()) {
                take(row, way, sought.of(row));
            }
        }
        return count;
    }

    int at(int number) {
        return found[number];
    }

    private void take(int row, Way way, long key) {
        int most = way.through() == Through.LAST ? Ways.MOST : Integer.MAX_VALUE;
        int stop = register.isTwoLists() ? -1 : row;
        int other = way.block().first(key);
        for (int met = 0; other > stop && met < most; met++) {
            if (seen[other] != asked && passes(way.through(), row, other)) {
                seen[other] = asked;
                add(other);
            }
            other = way.block().after(other, key);
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
