package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.StaffId;

/** Who has a badge and a PIN: the fold of their facts. Its queries may be asked from any thread, without a lock. */
public final class Badges implements ReadModel {
    private final Map<String, Held> byStaff = new TreeMap<>();
    /** Every badge ever issued, worthless ones too, and whose it was. */
    private final Map<String, String> staffByHash = new TreeMap<>();

    /**
     * @param hash of the badge that counts; empty when there is none
     * @param pin  its hash; empty when none is chosen
     */
    private record Held(String hash, Instant since, String pin) {}

    /** The badge that counts, when she has one. */
    public synchronized Optional<Badge> of(StaffId id) {
        return Optional.ofNullable(byStaff.get(id.hex()))
                .filter(held -> !held.hash().isEmpty())
                .map(held -> new Badge(held.since(), !held.pin().isEmpty()));
    }

    /** Whose badge it is or was. */
    synchronized Optional<StaffId> everHeld(String hash) {
        return Optional.ofNullable(staffByHash.get(hash)).map(StaffId::new);
    }

    /** Whether the badge counts now. */
    synchronized boolean counts(String hash) {
        String staff = staffByHash.get(hash);
        Held held = staff == null ? null : byStaff.get(staff);
        return held != null && held.hash().equals(hash);
    }

    synchronized Optional<String> pin(StaffId id) {
        return Optional.ofNullable(byStaff.get(id.hex())).map(Held::pin).filter(pin -> !pin.isEmpty());
    }

    @Override
    public String name() {
        return "badges";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        String id = entry.subject();
        if (id == null) {
            return;
        }
        Instant at = entry.recordedAt().truncatedTo(ChronoUnit.MILLIS);
        Held old = byStaff.getOrDefault(id, new Held("", at, ""));
        BadgeFact.ISSUED.read(entry).ifPresent(fact -> {
            staffByHash.put(fact.hash(), id);
            byStaff.put(id, new Held(fact.hash(), at, old.pin()));
        });
        BadgeFact.REVOKED.read(entry).ifPresent(_ -> byStaff.put(id, new Held("", at, old.pin())));
        BadgeFact.PIN.read(entry).ifPresent(fact -> byStaff.put(id, new Held(old.hash(), old.since(), fact.hash())));
        BadgeFact.CLEARED.read(entry).ifPresent(_ -> byStaff.put(id, new Held(old.hash(), at, "")));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(byStaff.size());
        for (Map.Entry<String, Held> one : byStaff.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeUTF(one.getValue().hash());
            out.writeLong(one.getValue().since().toEpochMilli());
            out.writeUTF(one.getValue().pin());
        }
        out.writeInt(staffByHash.size());
        for (Map.Entry<String, String> one : staffByHash.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeUTF(one.getValue());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            byStaff.put(in.readUTF(), new Held(in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readUTF()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            staffByHash.put(in.readUTF(), in.readUTF());
        }
    }
}
