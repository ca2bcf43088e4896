package org.relais.access.phones;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** The phones that were paired within the last day, and those that still are. Asked from any thread. */
public final class Phones implements ReadModel {
    private static final Duration KEPT = Duration.ofDays(1);

    private record Known(Phone phone, String proof) {}

    private final Map<String, Known> byId = new TreeMap<>();
    private final InstantSource clock;

    public Phones(InstantSource clock) {
        this.clock = clock;
    }

    /** Phones, the latest first. */
    public synchronized List<Phone> list() {
        Instant oldest = clock.instant().minus(KEPT);
        return byId.values().stream()
                .map(Known::phone)
                .filter(phone -> phone.until().isAfter(oldest))
                .sorted(Comparator.comparing(Phone::since).reversed())
                .toList();
    }

    /** The phone of an id, however long ago. */
    public synchronized Optional<Phone> byId(String id) {
        return Optional.ofNullable(byId.get(id)).map(Known::phone);
    }

    /** The phone, if this proves that it is the one, paired still. */
    synchronized Optional<Phone> proven(String id, String proof) {
        return Optional.ofNullable(byId.get(id))
                .filter(known -> MessageDigest.isEqual(
                        known.proof().getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII)))
                .map(Known::phone)
                .filter(phone -> phone.active(clock.instant()));
    }

    @Override
    public String name() {
        return "phones";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(Entry entry) {
        PhoneFact.Paired.TYPE.read(entry).ifPresent(fact -> put(entry, fact));
        PhoneFact.Revoked.TYPE.read(entry).ifPresent(this::revoke);
    }

    private synchronized void put(Entry entry, PhoneFact.Paired fact) {
        Phone phone = new Phone(
                fact.id(),
                fact.label(),
                fact.ward(),
                entry.who(),
                entry.recordedAt(),
                Instant.parse(fact.until()),
                false);
        byId.put(fact.id(), new Known(phone, fact.proof()));
    }

    private synchronized void revoke(PhoneFact.Revoked fact) {
        byId.computeIfPresent(fact.id(), (_, known) -> {
            Phone old = known.phone();
            return new Known(
                    new Phone(old.id(), old.label(), old.ward(), old.by(), old.since(), old.until(), true),
                    known.proof());
        });
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(byId.size());
        for (Known known : byId.values()) {
            Phone phone = known.phone();
            out.writeUTF(phone.id());
            out.writeUTF(phone.label());
            out.writeUTF(phone.ward());
            out.writeUTF(phone.by() instanceof Who.Staff(StaffId(String hex)) ? hex : "");
            out.writeUTF(phone.since().toString());
            out.writeUTF(phone.until().toString());
            out.writeBoolean(phone.revoked());
            out.writeUTF(known.proof());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            String label = in.readUTF();
            String ward = in.readUTF();
            String staff = in.readUTF();
            Who by = staff.isEmpty() ? new Who.Operator() : new Who.Staff(new StaffId(staff));
            Instant since = Instant.parse(in.readUTF());
            Instant until = Instant.parse(in.readUTF());
            Phone phone = new Phone(id, label, ward, by, since, until, in.readBoolean());
            byId.put(id, new Known(phone, in.readUTF()));
        }
    }
}
