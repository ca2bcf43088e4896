package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Ascending positions of the journal in a growing array. */
final class Positions {
    static final Positions NONE = new Positions();

    private long[] values = new long[2];
    private int size;

    /** All of them in one, ascending, each once. */
    static Positions union(List<Positions> some) {
        if (some.size() == 1) {
            return some.getFirst();
        }
        Positions all = new Positions();
        some.stream()
                .flatMapToLong(one -> Arrays.stream(one.values, 0, one.size))
                .sorted()
                .distinct()
                .forEach(all::add);
        return all;
    }

    void add(long position) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 1);
        }
        values[size++] = position;
    }

    int size() {
        return size;
    }

    /** The last ones under a bound, ascending, at most {@code limit}. */
    long[] lastBefore(long bound, int limit) {
        int found = Arrays.binarySearch(values, 0, size, bound);
        int end = found >= 0 ? found : -found - 1;
        return Arrays.copyOfRange(values, Math.max(0, end - limit), end);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(values[i]);
        }
    }

    void load(DataInput in) throws IOException {
        size = in.readInt();
        values = new long[Math.max(2, size)];
        for (int i = 0; i < size; i++) {
            values[i] = in.readLong();
        }
    }
}
