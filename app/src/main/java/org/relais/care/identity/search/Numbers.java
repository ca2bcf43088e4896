package org.relais.care.identity.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.relais.care.identity.pages.Blocks;
import org.relais.care.identity.pages.ByteReader;
import org.relais.care.identity.pages.ByteWriter;

/**
 * The records that bear a number, by 48 bits of its hash: 16 choose a short list, 32 are kept in it. Of ten million
 * numbers, one asked for that nobody bears meets another's bits once in thirty million times. A number told twice of
 * one record stands once.
 */
final class Numbers {
    private static final int LISTS = 1 << 16;
    private static final int PAIR = 2 * Integer.BYTES;
    private static final int FILE_PART = 1 << 16;

    private final Blocks blocks = new Blocks();
    /** Mark, record, mark, record. */
    private final int[] lists = new int[LISTS];

    /** Pairs in each list. */
    private final int[] used = new int[LISTS];

    void add(String number, int record) {
        long hash = Hash.of(number);
        int key = key(hash);
        if (at(key, (int) hash, record) < 0) {
            append(key, (int) hash, record);
        }
    }

    private void append(int key, int mark, int record) {
        int pairs = used[key]++;
        int list = lists[key];
        if (list == Blocks.NONE || blocks.length(list) == pairs * PAIR) {
            int room = (pairs + 1 + (pairs >> 3)) * PAIR;
            byte[] longer = list == Blocks.NONE ? new byte[room] : Arrays.copyOf(blocks.get(list), room);
            list = list == Blocks.NONE ? blocks.put(longer, room) : blocks.replace(list, longer, room);
            lists[key] = list;
        }
        set(list, pairs, mark, record);
    }

    private void set(int list, int pair, int mark, int record) {
        blocks.setInt(list, pair * PAIR, mark);
        blocks.setInt(list, pair * PAIR + Integer.BYTES, record);
    }

    void remove(String number, int record) {
        long hash = Hash.of(number);
        int key = key(hash);
        int at = at(key, (int) hash, record);
        if (at >= 0) {
            int last = --used[key];
            set(lists[key], at, mark(key, last), record(key, last));
            set(lists[key], last, 0, 0);
        }
    }

    void into(String number, Bag charts, Grouping grouping) {
        long hash = Hash.of(number);
        int key = key(hash);
        for (int at = 0; at < used[key]; at++) {
            if (mark(key, at) == (int) hash) {
                charts.add(grouping.root(record(key, at)));
            }
        }
    }

    /** Writes every list, each in order of marks and records. */
    void save(DataOutput out) throws IOException {
        ByteWriter part = new ByteWriter();
        for (int key = 0; key < LISTS; key++) {
            long[] pairs = new long[used[key]];
            for (int at = 0; at < pairs.length; at++) {
                pairs[at] = (long) mark(key, at) << 32 | record(key, at);
            }
            Arrays.sort(pairs);
            part.number(pairs.length);
            for (long pair : pairs) {
                part.fixed((int) (pair >>> 32));
                part.fixed((int) pair);
            }
            if (part.size() > FILE_PART || key == LISTS - 1) {
                part.send(out);
            }
        }
    }

    /** Reads what {@link #save} wrote, when there is none yet. */
    void load(DataInput in) throws IOException {
        ByteReader part = ByteReader.receive(in);
        for (int key = 0; key < LISTS; key++) {
            part = part.left() == 0 ? ByteReader.receive(in) : part;
            used[key] = part.count();
            byte[] pairs = part.raw(used[key] * PAIR);
            lists[key] = pairs.length == 0 ? Blocks.NONE : blocks.put(pairs, pairs.length);
        }
    }

    private int mark(int key, int at) {
        return blocks.intAt(lists[key], at * PAIR);
    }

    private int record(int key, int at) {
        return blocks.intAt(lists[key], at * PAIR + Integer.BYTES);
    }

    private int at(int key, int mark, int record) {
        for (int at = 0; at < used[key]; at++) {
            if (mark(key, at) == mark && record(key, at) == record) {
                return at;
            }
        }
        return -1;
    }

    private static int key(long hash) {
        return (int) (hash >>> 48);
    }
}
