package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.access.GlassFact.Broken;
import org.relais.access.GlassFact.Reviewed;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** Every <em>bris de glace</em> and its review: the fold of their facts. May be asked from any thread, without a lock. */
public final class GlassLog implements ReadModel {
    private final Map<String, BrokenGlass> byId = new LinkedHashMap<>();

    /** All of them, the newest first. */
    public synchronized List<BrokenGlass> list() {
        return new ArrayList<>(byId.values()).reversed();
    }

    public synchronized Optional<BrokenGlass> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many wait for their review. */
    public synchronized int waiting() {
        return (int) byId.values().stream().filter(one -> one.review() == null).count();
    }

    /** What somebody has open now. */
    public synchronized List<BrokenGlass> open(StaffId by, Instant now) {
        return byId.values().stream()
                .filter(one -> one.by().equals(by) && one.open(now))
                .toList();
    }

    @Override
    public String name() {
        return "glass";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        if (!(entry.who() instanceof Who.Staff(StaffId by))) {
            return;
        }
        GlassFact.BROKEN.read(entry).ifPresent(fact -> byId.putIfAbsent(fact.id(), broken(entry, by, fact)));
        GlassFact.REVIEWED
                .read(entry)
                .ifPresent(fact -> byId.computeIfPresent(fact.broken(), (_, old) -> reviewed(old, entry, by, fact)));
    }

    private static BrokenGlass broken(Entry entry, StaffId by, Broken fact) {
        return new BrokenGlass(
                fact.id(),
                entry.position(),
                entry.recordedAt(),
                by,
                new PatientId(fact.patient()),
                fact.reason(),
                fact.text(),
                List.copyOf(fact.wards()),
                null);
    }

    /** The first review stands. */
    private static BrokenGlass reviewed(BrokenGlass old, Entry entry, StaffId first, Reviewed fact) {
        return old.review() != null
                ? old
                : with(
                        old,
                        new BrokenGlass.Review(
                                entry.recordedAt(), first, new StaffId(fact.second()), fact.justified(), fact.note()));
    }

    private static BrokenGlass with(BrokenGlass old, BrokenGlass.Review review) {
        return new BrokenGlass(
                old.id(),
                old.position(),
                old.at(),
                old.by(),
                old.patient(),
                old.reason(),
                old.text(),
                old.wards(),
                review);
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(byId.size());
        for (BrokenGlass one : byId.values()) {
            out.writeUTF(one.id());
            out.writeLong(one.position());
            save(out, one.at());
            out.writeUTF(one.by().hex());
            out.writeUTF(one.patient().hex());
            out.writeUTF(one.reason().name());
            out.writeUTF(one.text());
            out.writeInt(one.wards().size());
            for (String ward : one.wards()) {
                out.writeUTF(ward);
            }
            BrokenGlass.Review review = one.review();
            out.writeBoolean(review != null);
            if (review != null) {
                save(out, review.at());
                out.writeUTF(review.first().hex());
                out.writeUTF(review.second().hex());
                out.writeBoolean(review.justified());
                out.writeUTF(review.note());
            }
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            BrokenGlass one = new BrokenGlass(
                    in.readUTF(),
                    in.readLong(),
                    instant(in),
                    new StaffId(in.readUTF()),
                    new PatientId(in.readUTF()),
                    GlassReason.valueOf(in.readUTF()),
                    in.readUTF(),
                    wards(in),
                    null);
            byId.put(one.id(), in.readBoolean() ? with(one, review(in)) : one);
        }
    }

    private static BrokenGlass.Review review(DataInput in) throws IOException {
        return new BrokenGlass.Review(
                instant(in), new StaffId(in.readUTF()), new StaffId(in.readUTF()), in.readBoolean(), in.readUTF());
    }

    private static List<String> wards(DataInput in) throws IOException {
        List<String> wards = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            wards.add(in.readUTF());
        }
        return List.copyOf(wards);
    }

    private static void save(DataOutput out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
