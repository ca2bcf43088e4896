package org.relais.care.identity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.care.identity.pages.Blocks;
import org.relais.care.identity.pages.ByteReader;
import org.relais.care.identity.pages.ByteWriter;
import org.relais.care.identity.pages.IntPages;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;

/**
 * Every record by ordinal (the order in which they were first heard of), its key and its pseudonym. A record that is only
 * known is bytes outside the heap, read anew whenever it is looked at; those changed lately are held open as objects. Changed
 * by one thread at a time, looked at by any number meanwhile nobody changes anything.
 */
final class Records {
    static final int NONE = -1;

    /** How many records are held open. */
    static final int OPEN = 4_096;

    private static final int FILE_PART = 1 << 16;

    private RecordForm form = new RecordForm(new Codes());
    private final Blocks blocks = new Blocks();
    private IntPages addresses = new IntPages();
    private Finder byKey = new Finder(0);
    private Finder byId = new Finder(0);
    private final Map<Integer, PatientRecord> open = new LinkedHashMap<>();
    private final ByteWriter writer = new ByteWriter();
    private int size;

    int size() {
        return size;
    }

    /** Bytes outside the heap that the records themselves take. */
    long bytes() {
        return blocks.size();
    }

    /** What lies outside the heap, page by page. */
    Stream<byte[]> memory() {
        return blocks.memory();
    }

    /** A record to look at. */
    PatientRecord at(int ordinal) {
        PatientRecord record = open.get(ordinal);
        return record == null ? closed(ordinal) : record;
    }

    /** A record to change: what is done to it before the next entry is taken in stays. */
    PatientRecord changing(int ordinal) {
        PatientRecord known = open.remove(ordinal);
        PatientRecord record = known == null ? closed(ordinal) : known;
        hold(ordinal, record);
        return record;
    }

    /** Puts a record of the same key in the place of one. */
    void renew(int ordinal, PatientRecord record) {
        open.remove(ordinal);
        hold(ordinal, record);
    }

    /** Holds a record open, and closes the one that has not been changed for longest. */
    private void hold(int ordinal, PatientRecord record) {
        open.put(ordinal, record);
        if (open.size() > OPEN) {
            close(open.keySet().iterator().next());
        }
    }

    /** The ordinal of a key, or {@link #NONE}. */
    int find(RecordKey key) {
        int authority = form.codes().known(key.authority());
        return authority == 0 ? NONE : byKey.find(hash(key), bytesOf(key), RecordForm.KEY);
    }

    /** The ordinal of the first record with a pseudonym, or {@link #NONE}. */
    int find(PatientId id) {
        byte[] bytes = HexFormat.of().parseHex(id.hex());
        return byId.find(hash(bytes), bytes, 0);
    }

    /** Takes in a record that was not known. @return its ordinal */
    int add(RecordKey key, Function<RecordKey, PatientId> name) {
        int ordinal = size++;
        PatientId id = name.apply(key);
        PatientRecord record = new PatientRecord(key, id);
        addresses.set(ordinal, blocks.put(written(record), writer.size()));
        list(ordinal, key, id);
        hold(ordinal, record);
        return ordinal;
    }

    private void list(int ordinal, RecordKey key, PatientId id) {
        byKey.add(hash(key), ordinal);
        byte[] bytes = HexFormat.of().parseHex(id.hex());
        if (byId.find(hash(bytes), bytes, 0) == NONE) {
            byId.add(hash(bytes), ordinal);
        }
    }

    PatientId id(int ordinal) {
        PatientRecord record = open.get(ordinal);
        return record == null
                ? new PatientId(HexFormat.of().formatHex(blocks.get(addresses.get(ordinal), RecordForm.HEARD)))
                : record.id;
    }

    /** When a record was last heard of, in milliseconds since 1970. */
    long lastHeardAt(int ordinal) {
        PatientRecord record = open.get(ordinal);
        int address = addresses.get(ordinal);
        return record != null
                ? record.lastHeardAt
                : (long) blocks.intAt(address, RecordForm.HEARD) << 32
                        | (blocks.intAt(address, RecordForm.HEARD + Integer.BYTES) & 0xFFFF_FFFFL);
    }

    /** Lets go of some records; nothing of them is left, and those after them move up. */
    void remove(BitSet gone) {
        List.copyOf(open.keySet()).forEach(this::close);
        RecordForm before = form;
        IntPages old = addresses;
        int all = size;
        form = new RecordForm(new Codes());
        addresses = new IntPages();
        byKey = new Finder(all);
        byId = new Finder(all);
        size = 0;
        for (int ordinal = 0; ordinal < all; ordinal++) {
            int address = old.get(ordinal);
            if (gone.get(ordinal)) {
                blocks.free(address);
            } else {
                PatientRecord record = before.read(new ByteReader(blocks.get(address)));
                byte[] bytes = written(record);
                addresses.set(size, blocks.replace(address, bytes, writer.size()));
                list(size++, record.key, record.id);
            }
        }
        writer.wipe();
    }

    /** Writes every record in order, with numbers for shared texts in the order in which they come, then these texts. */
    void save(DataOutput out) throws IOException {
        out.writeInt(size);
        RecordForm own = new RecordForm(new Codes());
        ByteWriter part = new ByteWriter();
        ByteWriter one = new ByteWriter();
        for (int ordinal = 0; ordinal < size; ordinal++) {
            one.clear();
            own.write(at(ordinal), one);
            part.number(one.size());
            part.raw(one.toArray());
            if (part.size() > FILE_PART || ordinal == size - 1) {
                part.send(out);
            }
        }
        own.codes().write(part);
        part.send(out);
    }

    /**
     * Reads what {@link #save} wrote, when nothing is known yet. Records are found by key and pseudonym once they are
     * {@linkplain #list listed}.
     */
    void load(DataInput in) throws IOException {
        int all = in.readInt();
        int known = 0;
        while (known < all) {
            ByteReader part = ByteReader.receive(in);
            while (part.left() > 0) {
                byte[] bytes = part.raw(part.count());
                addresses.set(known++, blocks.put(bytes, bytes.length));
            }
        }
        form = new RecordForm(Codes.read(ByteReader.receive(in)));
        size = all;
    }

    /** Lists every record that was read by its key and its pseudonym. */
    void list() {
        byKey = new Finder(size);
        byId = new Finder(size);
        for (int ordinal = 0; ordinal < size; ordinal++) {
            ByteReader bytes = new ByteReader(blocks.get(addresses.get(ordinal)));
            PatientId id = new PatientId(HexFormat.of().formatHex(bytes.raw(RecordForm.HEARD)));
            bytes.raw(RecordForm.KEY - RecordForm.HEARD);
            list(ordinal, form.key(bytes), id);
        }
    }

    private PatientRecord closed(int ordinal) {
        return form.read(new ByteReader(blocks.get(addresses.get(ordinal))));
    }

    private void close(int ordinal) {
        PatientRecord record = Objects.requireNonNull(open.remove(ordinal));
        byte[] bytes = written(record);
        addresses.set(ordinal, blocks.replace(addresses.get(ordinal), bytes, writer.size()));
    }

    private byte[] written(PatientRecord record) {
        writer.clear();
        form.write(record, writer);
        return writer.bytes();
    }

    private byte[] bytesOf(RecordKey key) {
        ByteWriter bytes = new ByteWriter();
        form.key(key, bytes);
        return bytes.toArray();
    }

    private static int hash(RecordKey key) {
        return key.hashCode();
    }

    private static int hash(byte[] id) {
        return id[0] << 24 | (id[1] & 0xFF) << 16 | (id[2] & 0xFF) << 8 | (id[3] & 0xFF);
    }

    /** Records by a part of their bytes that never changes. */
    private final class Finder {
        private IntPages table = new IntPages();
        private IntPages hashes = new IntPages();
        private int mask;
        private int filled;

        /** @param expected how many records it will find, as far as is known */
        Finder(int expected) {
            int slots = 1 << 8;
            while (slots / 4 * 3 <= expected) {
                slots *= 2;
            }
            mask = slots - 1;
        }

        int find(int hash, byte[] bytes, int at) {
            for (int slot = mix(hash) & mask; table.get(slot) != 0; slot = (slot + 1) & mask) {
                int ordinal = table.get(slot) - 1;
                if (hashes.get(slot) == hash && blocks.holds(addresses.get(ordinal), at, bytes)) {
                    return ordinal;
                }
            }
            return NONE;
        }

        void add(int hash, int ordinal) {
            if (++filled > mask / 4 * 3) {
                grow();
            }
            put(hash, ordinal + 1);
        }

        private void put(int hash, int place) {
            int slot = mix(hash) & mask;
            while (table.get(slot) != 0) {
                slot = (slot + 1) & mask;
            }
            table.set(slot, place);
            hashes.set(slot, hash);
        }

        private void grow() {
            IntPages places = table;
            IntPages marks = hashes;
            int slots = mask + 1;
            table = new IntPages();
            hashes = new IntPages();
            mask = slots * 2 - 1;
            for (int slot = 0; slot < slots; slot++) {
                if (places.get(slot) != 0) {
                    put(marks.get(slot), places.get(slot));
                }
            }
        }

        private static int mix(int hash) {
            return ((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 4;
        }
    }
}
