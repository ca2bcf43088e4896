package org.relais.care.wards;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.ReadModel;
import org.relais.kernel.NodeId;
import org.relais.kernel.Who;

/** The hospital's structure as last imported. Snapshot: version of the fact (0 when none), length, payload. */
public final class Structures implements ReadModel {
    private volatile Structure structure = Structure.EMPTY;
    private byte @Nullable [] payload;
    private int payloadVersion;

    @Override
    public String name() {
        return "structure";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(Entry entry) {
        Structure.TYPE.read(entry).ifPresent(read -> {
            structure = read;
            payload = entry.payload();
            payloadVersion = entry.version();
        });
    }

    @Override
    public void save(DataOutput out) throws IOException {
        byte[] bytes = payload == null ? new byte[0] : payload;
        out.writeInt(payloadVersion);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void load(DataInput in) throws IOException {
        int version = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        if (version > 0) {
            NodeId nobody = NodeId.of(new byte[16]);
            EntryKey key = new EntryKey(nobody, nobody.hex(), 0);
            apply(new Entry(
                    0, key, Instant.EPOCH, Structure.TYPE.name(), version, new Who.Machine(), null, bytes, List.of()));
        }
    }

    /** The structure; {@link Structure#EMPTY} until one is imported. */
    public Structure get() {
        return structure;
    }

    /** The hospital's time zone, by which times without a zone are read. */
    public ZoneId zone() {
        return structure.hospital().zoneId();
    }
}
