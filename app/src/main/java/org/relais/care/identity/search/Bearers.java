package org.relais.care.identity.search;

import java.util.function.IntFunction;
import org.relais.care.identity.pages.IntPages;

/**
 * Whether more than one record has a word of a surname together with a first given name: now and then it says so though
 * only one has them, never the other way round. Two bits each, by hash, outside the heap; what is taken away stays counted.
 */
final class Bearers {
    /** So many counters a record: it has one or two pairs. */
    private static final int ROOM = 8;

    private static final int FEWEST = 1 << 10;
    private static final int COUNTERS = 16;
    private static final int BITS = 2;
    private static final int MOST = 3;

    private IntPages counters = new IntPages();
    private int length = FEWEST;

    /** Takes in the cells of a record, of which the old ones were taken in before. */
    void add(int[] row, int[] old) {
        for (int at = 0; at < row.length; at++) {
            if (Tables.isJoined(row[at]) || !Tables.part(row[at]).isSurname() || hasSurname(row, at, row[at])) {
                continue;
            }
            for (int given : row) {
                if (isFirstGiven(given) && !(hasSurname(old, old.length, row[at]) && holds(old, given))) {
                    count(place(Tables.word(row[at]), Tables.word(given)));
                }
            }
        }
    }

    /** Makes room for so many records: those there are taken in anew where it is not enough. */
    void ensure(int records, IntFunction<int[]> rows) {
        if ((long) records * ROOM > length) {
            take(records, rows);
        }
    }

    /** Takes in so many records, and nothing of what it knew. */
    void take(int records, IntFunction<int[]> rows) {
        while ((long) records * ROOM > length && length < 1 << 30) {
            length *= 2;
        }
        counters = new IntPages();
        for (int record = 0; record < records; record++) {
            add(rows.apply(record), new int[0]);
        }
    }

    /** False when surely no two records have both. */
    boolean areSeveral(int surname, int given) {
        int place = place(surname, given);
        return (counters.get(place / COUNTERS) >>> (place % COUNTERS * BITS) & MOST) > 1;
    }

    private void count(int place) {
        int shift = place % COUNTERS * BITS;
        int held = counters.get(place / COUNTERS);
        if ((held >>> shift & MOST) < MOST) {
            counters.set(place / COUNTERS, held + (1 << shift));
        }
    }

    private int place(int surname, int given) {
        return Hash.mix(surname * 0x9E3779B1 + given) & (length - 1);
    }

    private static boolean isFirstGiven(int cell) {
        return !Tables.isJoined(cell) && Tables.part(cell) == Part.FIRST_GIVEN;
    }

    /** Whether the word of a cell stands in a surname of the first cells of a row. */
    private static boolean hasSurname(int[] row, int first, int cell) {
        for (int at = 0; at < first; at++) {
            if (Tables.word(row[at]) == Tables.word(cell)
                    && !Tables.isJoined(row[at])
                    && Tables.part(row[at]).isSurname()) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(int[] row, int wanted) {
        for (int cell : row) {
            if (cell == wanted) {
                return true;
            }
        }
        return false;
    }
}
