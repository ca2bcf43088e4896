package org.relais.care.identity;

import java.util.Arrays;

/** Places in the journal, ascending, each once, in one primitive array. */
final class Positions {
    private long[] places = new long[2];
    private int size;

    void add(long position) {
        if (size > 0 && places[size - 1] >= position) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1) + 1);
        }
        places[size++] = position;
    }

    long[] toArray() {
        return Arrays.copyOf(places, size);
    }
}
