package org.relais.upkeep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.NodeId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * The entries that a small fold stands on, one a slot: what it saves in its snapshot and is folded from again. Form: how
 * many, then each with slot, position, time (seconds, nanoseconds), type, version, who, and payload behind its length.
 */
final class KeptEntries {
    private static final String OPERATOR = "operator";
    private static final String MACHINE = "machine";

    private final Map<String, Entry> bySlot = new HashMap<>();

    /** Keeps an entry in a slot, in place of what was there. */
    void put(String slot, Entry entry) {
        bySlot.put(slot, entry);
    }

    void drop(String slot) {
        bySlot.remove(slot);
    }

    void save(DataOutput out) throws IOException {
        List<Map.Entry<String, Entry>> all = bySlot.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Entry>>comparingLong(
                                one -> one.getValue().position())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        out.writeInt(all.size());
        for (Map.Entry<String, Entry> one : all) {
            Entry entry = one.getValue();
            byte[] payload = entry.payload();
            byte[] bytes = payload == null ? new byte[0] : payload;
            out.writeUTF(one.getKey());
            out.writeLong(entry.position());
            Instant at = entry.recordedAt();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeUTF(entry.type());
            out.writeInt(entry.version());
            out.writeUTF(said(entry.who()));
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Hands each saved entry to the fold, in the order of their positions. */
    static void load(DataInput in, Consumer<Entry> fold) throws IOException {
        NodeId nobody = NodeId.of(new byte[16]);
        for (int left = in.readInt(); left > 0; left--) {
            in.readUTF();
            long position = in.readLong();
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            String type = in.readUTF();
            int version = in.readInt();
            Who who = heard(in.readUTF());
            byte[] payload = new byte[in.readInt()];
            in.readFully(payload);
            EntryKey key = new EntryKey(nobody, nobody.hex(), position);
            fold.accept(new Entry(position, key, at, type, version, who, null, payload, List.of()));
        }
    }

    private static String said(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) -> id.hex();
            case Who.Operator() -> OPERATOR;
            case Who.Machine() -> MACHINE;
        };
    }

    private static Who heard(String text) {
        return switch (text) {
            case OPERATOR -> new Who.Operator();
            case MACHINE -> new Who.Machine();
            default -> new Who.Staff(new StaffId(text));
        };
    }
}
