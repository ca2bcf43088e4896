package org.relais.care.identity.search;

import org.relais.care.identity.pages.IntPages;

/** A row of cells for each record, outside the heap. */
final class Rows {
    private static final int[] NONE = {};
    private final IntPages cells = new IntPages();
    /** Where each record's row begins, its length first; 0 for none, so that the first place is left out. */
    private final IntPages from = new IntPages();

    private int end = 1;

    /** Whether one of a record's cells is a value, its lowest bits left out. */
    boolean holds(int record, int value, int bits) {
        int start = from.get(record);
        for (int left = start == 0 ? 0 : cells.get(start); left > 0; left--) {
            if (cells.get(start + left) >>> bits == value) {
                return true;
            }
        }
        return false;
    }

    int[] row(int record) {
        int start = from.get(record);
        int[] row = start == 0 ? NONE : new int[cells.get(start)];
        for (int at = 0; at < row.length; at++) {
            row[at] = cells.get(start + 1 + at);
        }
        return row;
    }

    /** A row that is not longer takes the place of the old one. */
    void put(int record, int[] row) {
        int start = from.get(record);
        if (start == 0 || count(record) < row.length) {
            start = end;
            end += row.length + 1;
            from.set(record, start);
        }
        cells.set(start, row.length);
        for (int at = 0; at < row.length; at++) {
            cells.set(start + 1 + at, row[at]);
        }
    }

    private int count(int record) {
        int start = from.get(record);
        return start == 0 ? 0 : cells.get(start);
    }
}
