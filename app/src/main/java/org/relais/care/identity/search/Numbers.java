package org.relais.care.identity.search;

import java.util.Arrays;

/**
 * The records that bear a number, by 48 bits of its hash: 16 choose a short list, 32 are kept in it. Of ten million
 * numbers, one asked for that nobody bears meets another's bits once in thirty million times. A number told twice of
 * one record stands once.
 */
final class Numbers {
    /** Mark, record, mark, record. */
    private final int[][] lists = new int[1 << 16][];

    private final int[] used = new int[1 << 16];

    void add(String number, int record) {
        long hash = Hash.of(number);
        int key = key(hash);
        if (at(key, (int) hash, record) >= 0) {
            return;
        }
        int[] list = lists[key];
        int end = used[key];
        if (list == null) {
            list = new int[2];
            lists[key] = list;
        } else if (end == list.length) {
            list = Arrays.copyOf(list, end + 2 + (end >> 3 & ~1));
            lists[key] = list;
        }
        list[end] = (int) hash;
        list[end + 1] = record;
        used[key] = end + 2;
    }

    void remove(String number, int record) {
        long hash = Hash.of(number);
        int key = key(hash);
        int at = at(key, (int) hash, record);
        if (at >= 0) {
            System.arraycopy(lists[key], at + 2, lists[key], at, used[key] - at - 2);
            used[key] -= 2;
        }
    }

    void into(String number, Bag charts, Grouping grouping) {
        long hash = Hash.of(number);
        int key = key(hash);
        for (int at = 0; at < used[key]; at += 2) {
            if (lists[key][at] == (int) hash) {
                charts.add(grouping.root(lists[key][at + 1]));
            }
        }
    }

    private int at(int key, int mark, int record) {
        for (int at = 0; at < used[key]; at += 2) {
            if (lists[key][at] == mark && lists[key][at + 1] == record) {
                return at;
            }
        }
        return -1;
    }

    private static int key(long hash) {
        return (int) (hash >>> 48);
    }
}
