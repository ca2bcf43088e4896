package org.relais.access.screens;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** The screens that were shared and not ended by hand. Asked from any thread. */
public final class Screens implements ReadModel {
    private record Known(Screen screen, String proof) {}

    private final Map<String, Known> byId = new TreeMap<>();

    /** Those shared since a moment, the latest first. */
    public synchronized List<Screen> since(Instant moment) {
        return byId.values().stream()
                .map(Known::screen)
                .filter(screen -> !screen.since().isBefore(moment))
                .sorted(Comparator.comparing(Screen::since).reversed())
                .toList();
    }

    /** The screen, if this proves that it is the one. */
    synchronized Optional<Screen> proven(String id, String proof) {
        return Optional.ofNullable(byId.get(id))
                .filter(known -> MessageDigest.isEqual(
                        known.proof().getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII)))
                .map(Known::screen);
    }

    @Override
    public String name() {
        return "screens";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        if (entry.who() instanceof Who.Staff(StaffId by)) {
            ScreenFact.Shared.TYPE
                    .read(entry)
                    .ifPresent(fact -> byId.put(
                            fact.id(),
                            new Known(
                                    new Screen(fact.id(), new WardCode(fact.ward()), by, entry.recordedAt()),
                                    fact.proof())));
        }
        ScreenFact.Ended.TYPE.read(entry).ifPresent(fact -> byId.remove(fact.id()));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(byId.size());
        for (Known known : byId.values()) {
            Screen screen = known.screen();
            out.writeUTF(screen.id());
            out.writeUTF(screen.ward().value());
            out.writeUTF(screen.by().hex());
            out.writeUTF(screen.since().toString());
            out.writeUTF(known.proof());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            Screen screen =
                    new Screen(id, new WardCode(in.readUTF()), new StaffId(in.readUTF()), Instant.parse(in.readUTF()));
            byId.put(id, new Known(screen, in.readUTF()));
        }
    }
}
