package org.relais.care.identity.match;

import java.util.Arrays;

/** Rows that share a key, chained from the last to the first. A key of 0 is no key. Eight bytes a row and the heads. */
final class Block {
    private final int[] heads;
    private final int[] next;
    private final long[] keys;
    private final int from;

    /** Rows {@code from} to the one before {@code to}. */
    Block(int from, int to) {
        this.from = from;
        this.heads = new int[Integer.highestOneBit(Math.max(16, to - from)) * 2];
        Arrays.fill(heads, -1);
        this.next = new int[to - from];
        this.keys = new long[to - from];
    }

    void add(int row, long key) {
        if (key == 0) {
            return;
        }
        int head = head(key);
        next[row - from] = heads[head];
        keys[row - from] = key;
        heads[head] = row;
    }

    /** The last row with this key, or -1. */
    int first(long key) {
        return key == 0 ? -1 : same(heads[head(key)], key);
    }

    /** The row with the same key before this one, or -1. */
    int after(int row) {
        return same(next[row - from], keys[row - from]);
    }

    private int same(int row, long key) {
        int at = row;
        while (at >= 0 && keys[at - from] != key) {
            at = next[at - from];
        }
        return at;
    }

    private int head(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (heads.length - 1);
    }
}
