package org.relais.care.identity.search;

import java.util.Arrays;

/**
 * For each key the records it leads to: ascending, each once, as differences of seven bits a byte, so that a name a
 * tenth of the hospital bears takes about one byte a record.
 */
final class Postings {
    private static final byte[] NONE = {};
    private byte[][] lists = new byte[64][];
    private int[] used = new int[64];
    private int[] counts = new int[64];
    private int[] first = new int[64];
    private int[] last = new int[64];

    int count(int key) {
        return key < 0 || key >= counts.length ? 0 : counts[key];
    }

    /** The last record of a key; -1 when it has none. */
    int last(int key) {
        return count(key) == 0 ? -1 : last[key];
    }

    /** The first record of a key, known without reading the list; 0 when it has none. */
    int first(int key) {
        return key < 0 || key >= first.length ? 0 : first[key];
    }

    void add(int key, int record) {
        ensure(key);
        if (counts[key] == 0 || record > last[key]) {
            append(key, record);
            return;
        }
        int[] records = toArray(key);
        int at = Arrays.binarySearch(records, record);
        if (at < 0) {
            int place = -at - 1;
            int[] more = new int[records.length + 1];
            System.arraycopy(records, 0, more, 0, place);
            more[place] = record;
            System.arraycopy(records, place, more, place + 1, records.length - place);
            write(key, more);
        }
    }

    void remove(int key, int record) {
        int[] records = toArray(key);
        int at = Arrays.binarySearch(records, record);
        if (at >= 0) {
            int[] fewer = new int[records.length - 1];
            System.arraycopy(records, 0, fewer, 0, at);
            System.arraycopy(records, at + 1, fewer, at, fewer.length - at);
            write(key, fewer);
        }
    }

    int[] toArray(int key) {
        int[] records = new int[count(key)];
        Cursor cursor = cursor(key);
        for (int at = 0; cursor.next(); at++) {
            records[at] = cursor.record();
        }
        return records;
    }

    /** Puts in the chart of each record. */
    void into(int key, Bag charts, Grouping grouping) {
        Cursor cursor = cursor(key);
        while (cursor.next()) {
            int record = cursor.record();
            charts.add(grouping.isLinked(record) ? grouping.root(record) : record);
        }
    }

    /** The records of a key one after another; none of a key below zero. */
    Cursor cursor(int key) {
        return key < 0 || key >= lists.length ? new Cursor(NONE, 0) : new Cursor(lists[key], counts[key]);
    }

    /** Walks along one list. */
    static final class Cursor {
        private final byte[] list;
        private int left;
        private int at;
        private int record = -1;

        private Cursor(byte[] list, int count) {
            this.list = list;
            this.left = count;
        }

        /** The record it stands at. */
        int record() {
            return record;
        }

        /** Goes to the next record. @return false when there is none */
        boolean next() {
            if (left == 0) {
                return false;
            }
            left--;
            int difference = 0;
            int shift = 0;
            while (list[at] < 0) {
                difference |= (list[at++] & 0x7F) << shift;
                shift += 7;
            }
            record += difference | (list[at++] << shift);
            return true;
        }
    }

    /** The records that stand in every one of some lists, one after another. */
    static Common common(Cursor... lists) {
        return new Common(lists);
    }

    /** Walks along several lists at once. */
    static final class Common {
        private final Cursor[] lists;
        private int record = -1;

        private Common(Cursor[] lists) {
            this.lists = lists;
        }

        /** The record it stands at. */
        int record() {
            return record;
        }

        /** Goes to the next record that all have. @return false when there is none */
        boolean next() {
            int wanted = record + 1;
            int agreed = 0;
            for (int at = 0; agreed < lists.length; at = at + 1 == lists.length ? 0 : at + 1) {
                Cursor list = lists[at];
                while (list.record < wanted) {
                    if (!list.next()) {
                        return false;
                    }
                }
                agreed = list.record == wanted ? agreed + 1 : 1;
                wanted = list.record;
            }
            record = wanted;
            return true;
        }
    }

    private void write(int key, int[] records) {
        used[key] = 0;
        counts[key] = 0;
        lists[key] = NONE;
        for (int record : records) {
            append(key, record);
        }
    }

    private void append(int key, int record) {
        int difference = counts[key] == 0 ? record + 1 : record - last[key];
        first[key] = counts[key] == 0 ? record : first[key];
        byte[] list = lists[key];
        int at = used[key];
        if (at + 5 > list.length) {
            list = Arrays.copyOf(list, at < 16 ? at + length(difference) : at + 5 + (at >> 2));
            lists[key] = list;
        }
        while (difference > 0x7F) {
            list[at++] = (byte) (difference | 0x80);
            difference >>>= 7;
        }
        list[at++] = (byte) difference;
        used[key] = at;
        last[key] = record;
        counts[key]++;
    }

    /** How many bytes a difference takes. */
    private static int length(int difference) {
        return (31 - Integer.numberOfLeadingZeros(difference)) / 7 + 1;
    }

    private void ensure(int key) {
        if (key >= lists.length) {
            int length = Math.max(key + 1, lists.length + (lists.length >> 1));
            lists = Arrays.copyOf(lists, length);
            used = Arrays.copyOf(used, length);
            counts = Arrays.copyOf(counts, length);
            first = Arrays.copyOf(first, length);
            last = Arrays.copyOf(last, length);
        }
        if (lists[key] == null) {
            lists[key] = NONE;
        }
    }
}
