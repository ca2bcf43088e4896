package org.relais.care.identity.numbers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relais.care.identity.numbers.NumberFact.BlockReserved;
import org.relais.care.identity.numbers.NumberFact.KitGiven;
import org.relais.care.identity.numbers.NumberFact.Use;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.Outcome;

/** Which numbers are set aside for whom, and which were given, used or spoilt. */
public final class Numbers implements ReadModel {
    private record Reserved(int kit, int from, int to, Use use, String desk, String given) {}

    private final List<Reserved> reserved = new ArrayList<>();
    private final Map<Integer, BitSet> taken = new TreeMap<>();
    private final Map<Integer, BitSet> spoilt = new TreeMap<>();

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        NumberFact.BLOCK.read(entry).ifPresent(this::reserve);
        NumberFact.GIVEN.read(entry).ifPresent(this::give);
        NumberFact.ISSUED.read(entry).ifPresent(fact -> mark(taken, fact.number()));
        NumberFact.USED.read(entry).ifPresent(fact -> mark(taken, fact.number()));
        NumberFact.SPOILT.read(entry).ifPresent(fact -> {
            mark(taken, fact.number());
            mark(spoilt, fact.number());
        });
    }

    private void reserve(BlockReserved fact) {
        if (fact.kit() >= 1 && fact.kit() <= DowntimeNumber.KITS && fact.from() >= 0 && fact.from() <= fact.to()) {
            reserved.add(new Reserved(fact.kit(), fact.from(), fact.to(), fact.use(), fact.desk(), ""));
        }
    }

    private void give(KitGiven fact) {
        reserved.replaceAll(block -> block.kit == fact.kit() && block.from == fact.from() && block.to == fact.to()
                ? new Reserved(block.kit, block.from, block.to, block.use, block.desk, fact.desk())
                : block);
    }

    private static void mark(Map<Integer, BitSet> marks, String digits) {
        if (DowntimeNumber.read(digits) instanceof Outcome.Done<DowntimeNumber>(DowntimeNumber number)) {
            marks.computeIfAbsent(number.kit(), _ -> new BitSet()).set(number.sequence());
        }
    }

    /** Every block, in the order they were set aside. */
    public synchronized List<Block> blocks() {
        return reserved.stream().map(this::block).toList();
    }

    /** Every block, as if nothing were taken. */
    synchronized List<Block> uncounted() {
        return reserved.stream()
                .map(one -> new Block(one.kit, one.from, one.to, one.use, one.desk, one.given, 0))
                .toList();
    }

    private Block block(Reserved one) {
        BitSet marks = taken.getOrDefault(one.kit, new BitSet());
        int count = marks.get(one.from, one.to + 1).cardinality();
        return new Block(one.kit, one.from, one.to, one.use, one.desk, one.given, count);
    }

    /** The block that holds a number, when one was set aside here. */
    public synchronized Optional<Block> holding(DowntimeNumber number) {
        return reserved.stream()
                .map(this::block)
                .filter(block -> block.holds(number))
                .findFirst();
    }

    /** True once a number was given, used or spoilt. */
    public synchronized boolean taken(DowntimeNumber number) {
        return taken.getOrDefault(number.kit(), new BitSet()).get(number.sequence());
    }

    public synchronized boolean spoilt(DowntimeNumber number) {
        return spoilt.getOrDefault(number.kit(), new BitSet()).get(number.sequence());
    }

    /** Whether a number of a kit was ever taken, by whatever block. */
    synchronized boolean touched(int kit) {
        return taken.containsKey(kit);
    }

    /** The first sequence of a block from one on that is free, or -1. */
    synchronized int free(Block block, int from) {
        int next = taken.getOrDefault(block.kit(), new BitSet()).nextClearBit(Math.max(from, block.from()));
        return next <= block.to() ? next : -1;
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(reserved.size());
        for (Reserved one : reserved) {
            out.writeInt(one.kit);
            out.writeInt(one.from);
            out.writeInt(one.to);
            out.writeUTF(one.use.name());
            out.writeUTF(one.desk);
            out.writeUTF(one.given);
        }
        save(taken, out);
        save(spoilt, out);
    }

    private static void save(Map<Integer, BitSet> marks, DataOutput out) throws IOException {
        out.writeInt(marks.size());
        for (Map.Entry<Integer, BitSet> kit : marks.entrySet()) {
            long[] words = kit.getValue().toLongArray();
            out.writeInt(kit.getKey());
            out.writeInt(words.length);
            for (long word : words) {
                out.writeLong(word);
            }
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            reserved.add(new Reserved(
                    in.readInt(), in.readInt(), in.readInt(), Use.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
        }
        load(taken, in);
        load(spoilt, in);
    }

    private static void load(Map<Integer, BitSet> marks, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            int kit = in.readInt();
            long[] words = new long[in.readInt()];
            for (int at = 0; at < words.length; at++) {
                words[at] = in.readLong();
            }
            marks.put(kit, BitSet.valueOf(words));
        }
    }
}
