package org.relais.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Keys;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;
import org.relais.journal.store.StoredHead;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.Who;

/**
 * Makes chained, sealed and signed entries of drafts: the state of the chain between two commits. A group begins a new
 * epoch when it is the first that this writer makes. Used by the writer's thread only.
 *
 * <p>Dedup keys are new nearly always, and the store refuses those that are not: so they are looked up beforehand only
 * once it has refused, and as long as known ones go on coming.
 */
final class GroupMaker {
    /** The end of the chain. */
    private record Tip(long position, long seq, byte[] hash) {}

    /**
     * A group not yet on disk.
     *
     * @param rows     what is to be written, the last one signed
     * @param receipts what to answer to each list of drafts
     */
    record Group(List<StoredEntry> rows, List<List<Receipt>> receipts) {}

    private final EntryStore store;
    private final Keys keys;
    private final Mode mode;
    private final InstantSource time;
    private final HybridClock clock;
    private final byte[] epoch = new byte[16];
    private final String epochHex;
    private final EntrySealer sealer;
    private Tip tip;
    private boolean lookingUp;

    GroupMaker(EntryStore store, Keys keys, Mode mode, InstantSource time) throws IOException {
        this.store = store;
        this.keys = keys;
        this.mode = mode;
        this.time = time;
        SecureRandom random = new SecureRandom();
        random.nextBytes(epoch);
        this.epochHex = HexFormat.of().formatHex(epoch);
        this.sealer = new EntrySealer(new DataKeys(keys.site()), keys.node(), epoch, random);
        this.tip = predecessor();
        this.clock = new HybridClock(lastHybrid());
    }

    private Tip predecessor() throws IOException {
        byte[] author = keys.node().bytes();
        byte[] hash = Header.NOTHING_BEFORE;
        for (StoredHead head : store.heads()) {
            if (Arrays.equals(head.author(), author)) {
                hash = head.hash();
            }
        }
        return new Tip(store.last(), 0, hash);
    }

    private long lastHybrid() throws IOException {
        StoredEntry last = store.at(tip.position()).orElse(null);
        return last == null || last.header().length < 88
                ? 0
                : ByteBuffer.wrap(last.header()).getLong(80);
    }

    /** Begins the epoch now, when no group has yet. */
    Group opening() {
        Making making = new Making();
        if (tip.seq() == 0) {
            making.append(epochOpened(tip.hash()), null);
        }
        return new Group(making.signed(), List.of());
    }

    boolean lookingUp() {
        return lookingUp;
    }

    /** Makes the group that the store refused once more, with every dedup key looked up. */
    Group makeAgain(List<List<GroupWriter.Pending>> jobs) throws IOException {
        lookingUp = true;
        return make(jobs);
    }

    Group make(List<List<GroupWriter.Pending>> jobs) throws IOException {
        Making making = new Making();
        List<List<Receipt>> receipts = new ArrayList<>();
        for (List<GroupWriter.Pending> drafts : jobs) {
            List<Receipt> answers = new ArrayList<>();
            for (GroupWriter.Pending pending : drafts) {
                answers.add(making.take(pending));
            }
            receipts.add(List.copyOf(answers));
        }
        lookingUp = making.known;
        return new Group(making.signed(), receipts);
    }

    /** Takes note that a group is on disk: the next one follows it. */
    void committed(Group group) {
        StoredEntry last = group.rows().getLast();
        tip = new Tip(last.position(), last.seq(), last.hash());
    }

    private Draft epochOpened(byte[] previous) {
        String after = Arrays.equals(previous, Header.NOTHING_BEFORE)
                ? null
                : HexFormat.of().formatHex(previous);
        return JournalFacts.EPOCH.draft(
                new Who.Machine(),
                new JournalFacts.EpochOpened(
                        mode, HexFormat.of().formatHex(keys.signing().publicKey()), after));
    }

    /** One group in the making. */
    private final class Making {
        private final List<StoredEntry> rows = new ArrayList<>();
        private final Map<ByteBuffer, Receipt> fresh = new HashMap<>();
        private Tip end = tip;
        private boolean known;

        Receipt take(GroupWriter.Pending pending) throws IOException {
            byte[] dedup = pending.dedup();
            if (dedup == null) {
                return add(pending.draft(), null);
            }
            Receipt twin = fresh.get(ByteBuffer.wrap(dedup));
            if (twin != null) {
                return new Receipt(twin.position(), twin.key(), true);
            }
            OptionalLong there = lookingUp ? store.contains(dedup) : OptionalLong.empty();
            if (there.isPresent()) {
                known = true;
                return known(there.getAsLong());
            }
            Receipt receipt = add(pending.draft(), dedup);
            fresh.put(ByteBuffer.wrap(dedup), receipt);
            return receipt;
        }

        private Receipt known(long position) throws IOException {
            StoredEntry row = store.at(position).orElseThrow(() -> new IOException("an entry vanished"));
            return new Receipt(position, keyOf(row), true);
        }

        private Receipt add(Draft draft, byte @Nullable [] dedup) {
            if (end.seq() == 0) {
                append(epochOpened(end.hash()), null);
            }
            return append(draft, dedup);
        }

        private Receipt append(Draft draft, byte @Nullable [] dedup) {
            Instant now = time.instant();
            Instant wall = Objects.requireNonNullElse(draft.wall(), now);
            EntrySealer.Place place =
                    new EntrySealer.Place(end.position() + 1, end.seq() + 1, end.hash(), clock.tick(now), wall);
            StoredEntry row = sealer.seal(draft, dedup, place);
            rows.add(row);
            end = new Tip(row.position(), row.seq(), row.hash());
            return new Receipt(row.position(), new EntryKey(keys.node(), epochHex, row.seq()), false);
        }

        List<StoredEntry> signed() {
            if (!rows.isEmpty()) {
                StoredEntry last = rows.removeLast();
                rows.add(last.signed(keys.signing().sign(GroupSignature.message(last))));
            }
            return rows;
        }
    }

    static EntryKey keyOf(StoredEntry row) {
        return new EntryKey(NodeId.of(row.author()), HexFormat.of().formatHex(row.epoch()), row.seq());
    }
}
