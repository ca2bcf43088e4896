package org.relais.care.identity.search;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers, some of them twice, until they are asked for in order. */
final class Bag {
    private static final int FEW = 20_000;
    private int[] held = new int[64];
    private int size;

    void add(int number) {
        if (size == held.length) {
            held = Arrays.copyOf(held, size * 2);
        }
        held[size++] = number;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Ascending, each once. */
    int[] distinct() {
        if (size > FEW) {
            BitSet set = new BitSet();
            for (int at = 0; at < size; at++) {
                set.set(held[at]);
            }
            int[] kept = new int[set.cardinality()];
            int next = -1;
            for (int at = 0; at < kept.length; at++) {
                next = set.nextSetBit(next + 1);
                kept[at] = next;
            }
            return kept;
        }
        int[] sorted = Arrays.copyOf(held, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int at = 0; at < size; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[kept++] = sorted[at];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
