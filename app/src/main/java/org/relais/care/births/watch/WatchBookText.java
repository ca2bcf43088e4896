package org.relais.care.births.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.NodeId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** An entry of a watch in a snapshot. */
final class WatchBookText {
    private static final String OPERATOR = "operator";
    private static final String MACHINE = "machine";

    private WatchBookText() {}

    static void write(DataOutput out, Entry entry) throws IOException {
        byte[] payload = Objects.requireNonNullElse(entry.payload(), new byte[0]);
        out.writeLong(entry.position());
        out.writeUTF(entry.key().author().hex());
        out.writeUTF(entry.key().epoch());
        out.writeLong(entry.key().seq());
        out.writeUTF(entry.recordedAt().toString());
        out.writeUTF(entry.type());
        out.writeInt(entry.version());
        out.writeUTF(who(entry.who()));
        out.writeUTF(Objects.requireNonNullElse(entry.subject(), ""));
        out.writeInt(payload.length);
        out.write(payload);
    }

    static Entry read(DataInput in) throws IOException {
        long position = in.readLong();
        EntryKey key = new EntryKey(new NodeId(in.readUTF()), in.readUTF(), in.readLong());
        Instant recordedAt = Instant.parse(in.readUTF());
        String type = in.readUTF();
        int version = in.readInt();
        Who who = who(in.readUTF());
        String subject = in.readUTF();
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new Entry(
                position, key, recordedAt, type, version, who, subject.isEmpty() ? null : subject, payload, List.of());
    }

    private static String who(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) -> id.hex();
            case Who.Operator() -> OPERATOR;
            case Who.Machine() -> MACHINE;
        };
    }

    private static Who who(String said) {
        return switch (said) {
            case OPERATOR -> new Who.Operator();
            case MACHINE -> new Who.Machine();
            default -> new Who.Staff(new StaffId(said));
        };
    }
}
