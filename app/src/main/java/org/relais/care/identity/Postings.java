package org.relais.care.identity;

import java.util.Arrays;
import java.util.BitSet;

/** The ordinals of the records that one index word leads to: ascending, each once, in one primitive array. */
final class Postings {
    private int[] ordinals = new int[1];
    private int size;

    void add(int ordinal) {
        int at = size > 0 && ordinals[size - 1] < ordinal ? -size - 1 : Arrays.binarySearch(ordinals, 0, size, ordinal);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, size + (size >> 1) + 1);
        }
        System.arraycopy(ordinals, place, ordinals, place + 1, size - place);
        ordinals[place] = ordinal;
        size++;
    }

    void remove(int ordinal) {
        int at = Arrays.binarySearch(ordinals, 0, size, ordinal);
        if (at >= 0) {
            System.arraycopy(ordinals, at + 1, ordinals, at, size - at - 1);
            size--;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Sets, for each record, the bit of the chart it belongs to. */
    void into(BitSet charts, Links links) {
        for (int at = 0; at < size; at++) {
            charts.set(links.root(ordinals[at]));
        }
    }
}
