package org.relais.care.identity.search;

import java.util.Arrays;

/** A row of cells for each record, in pages, so that nothing large is ever copied. A row lies in one page. */
final class Rows {
    private static final int PAGE_BITS = 18;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int[] NONE = {};
    private int[][] pages = new int[4][];
    private int page = -1;
    private int end = PAGE;
    /** Where each record's row begins, its length first; 0 for none, so that the first place is left out. */
    private int[] from = new int[1 << 7];

    int count(int record) {
        int start = record < from.length ? from[record] : 0;
        return start == 0 ? 0 : pages[start >>> PAGE_BITS][start & (PAGE - 1)];
    }

    int cell(int record, int at) {
        int start = from[record];
        return pages[start >>> PAGE_BITS][(start & (PAGE - 1)) + 1 + at];
    }

    int[] row(int record) {
        int[] row = count(record) == 0 ? NONE : new int[count(record)];
        for (int at = 0; at < row.length; at++) {
            row[at] = cell(record, at);
        }
        return row;
    }

    /** A row that is not longer takes the place of the old one. */
    void put(int record, int[] row) {
        if (record >= from.length) {
            from = Arrays.copyOf(from, record + 1 + (record >> 3));
        }
        if (from[record] == 0 || count(record) < row.length) {
            from[record] = room(row.length + 1);
        }
        int start = from[record];
        int[] cells = pages[start >>> PAGE_BITS];
        cells[start & (PAGE - 1)] = row.length;
        System.arraycopy(row, 0, cells, (start & (PAGE - 1)) + 1, row.length);
    }

    private int room(int length) {
        if (end + length > PAGE) {
            page++;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new int[page == 0 ? Math.min(PAGE, 1 << 12) : PAGE];
            end = page == 0 ? 1 : 0;
        }
        int needed = end + length;
        if (needed > pages[page].length) {
            pages[page] = Arrays.copyOf(pages[page], Math.clamp(2L * needed, needed, PAGE));
        }
        int start = (page << PAGE_BITS) + end;
        end = needed;
        return start;
    }
}
