package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The last quarter to half million of 64-bit ids seen: two open-addressed sets, the older dropped when the newer is full. */
final class RecentIds {
    private static final int FULL = 250_000;

    /** A set of longs; 0 stands for an empty place. */
    private static final class Generation {
        private long[] places = new long[1024];
        private int size;

        boolean contains(long id) {
            return places[place(places, id)] == id;
        }

        void add(long id) {
            places[place(places, id)] = id;
            size++;
            if (size * 2 > places.length) {
                long[] wider = new long[places.length * 2];
                for (long kept : places) {
                    if (kept != 0) {
                        wider[place(wider, kept)] = kept;
                    }
                }
                places = wider;
            }
        }

        private static int place(long[] places, long id) {
            int at = (int) (id ^ (id >>> 32)) & (places.length - 1);
            while (places[at] != 0 && places[at] != id) {
                at = (at + 1) & (places.length - 1);
            }
            return at;
        }
    }

    private Generation newer = new Generation();
    private Generation older = new Generation();

    /** Remembers an id. Says false when it was there already. */
    boolean add(long said) {
        long id = said == 0 ? 1 : said;
        if (newer.contains(id)) {
            return false;
        }
        boolean known = older.contains(id);
        newer.add(id);
        if (newer.size >= FULL) {
            older = newer;
            newer = new Generation();
        }
        return !known;
    }

    void save(DataOutput out) throws IOException {
        for (Generation generation : new Generation[] {older, newer}) {
            long[] ids = Arrays.stream(generation.places).filter(id -> id != 0).toArray();
            Arrays.sort(ids);
            out.writeInt(ids.length);
            for (long id : ids) {
                out.writeLong(id);
            }
        }
    }

    void load(DataInput in) throws IOException {
        older = read(in);
        newer = read(in);
    }

    private static Generation read(DataInput in) throws IOException {
        Generation generation = new Generation();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            generation.add(in.readLong());
        }
        return generation;
    }
}
