package org.relais.care.identity.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.relais.care.identity.pages.IntPages;

/**
 * Rows by a key, chained from the last to the first; two to four bytes a row and four outside the heap, since the key of a row
 * is made anew when it is asked for. A key of 0 is no key. Read by any thread once it is made.
 */
final class Block {
    /** The key of a row. */
    interface KeyOf {
        long of(int row);
    }

    private final KeyOf keyOf;
    private final int[] heads;
    private final IntPages next = new IntPages();
    private final int from;

    private Block(KeyOf keyOf, int from, int to, Set<Long> without) {
        this.keyOf = keyOf;
        this.from = from;
        this.heads = new int[Integer.highestOneBit(Math.max(16, to - from))];
        Arrays.fill(heads, -1);
        for (int row = from; row < to; row++) {
            long key = keyOf.of(row);
            if (key != 0 && !without.contains(key)) {
                int head = head(key);
                next.set(row - from, heads[head]);
                heads[head] = row;
            }
        }
    }

    /** Rows {@code from} to the one before {@code to}. */
    static Block of(KeyOf keyOf, int from, int to) {
        return new Block(keyOf, from, to, Set.of());
    }

    /** The same without the rows whose key more than so many have. */
    static Block ofFew(KeyOf keyOf, int from, int to, int most) {
        long[] keys = new long[to - from];
        Arrays.setAll(keys, at -> keyOf.of(from + at));
        Arrays.sort(keys);
        Set<Long> many = new HashSet<>();
        for (int at = most; at < keys.length; at++) {
            if (keys[at] == keys[at - most]) {
                many.add(keys[at]);
            }
        }
        return new Block(keyOf, from, to, many);
    }

    /** The last row with this key, or -1. */
    int first(long key) {
        return key == 0 ? -1 : same(heads[head(key)], key);
    }

    /** The row with this key before this one, or -1. */
    int after(int row, long key) {
        return same(next.get(row - from), key);
    }

    private int same(int row, long key) {
        int at = row;
        while (at >= 0 && keyOf.of(at) != key) {
            at = next.get(at - from);
        }
        return at;
    }

    private int head(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (heads.length - 1);
    }
}
