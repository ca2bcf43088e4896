package org.relais.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.SigningKey;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.NodeId;

/** The epochs that a verifier has met so far: how each began, where each has come to, and who follows whom. */
final class EpochChain {
    private final Keys keys;
    private final Map<String, State> epochs = new LinkedHashMap<>();
    /** Every entry's hash that an epoch could follow: heads of epochs as they were when another one began. */
    private final Map<String, List<String>> successors = new HashMap<>();

    /** Epochs that began after an entry that was not, or no longer, the last of its epoch: a fork, if it is there. */
    private final Map<String, At> pending = new LinkedHashMap<>();

    EpochChain(Keys keys) {
        this.keys = keys;
    }

    /** An epoch: its last entry so far. */
    private static final class State {
        private final String epoch;
        private final byte[] publicKey;
        private EntryKey last;
        private byte[] hash;
        private long position;
        private boolean signed;

        State(String epoch, byte[] publicKey, EntryKey first, StoredEntry row) {
            this.epoch = epoch;
            this.publicKey = publicKey;
            this.last = first;
            this.hash = row.hash();
            this.position = row.position();
        }
    }

    /** An entry by place and name. */
    record At(long position, EntryKey key) {}

    /** Takes the next entry in. @return false when it does not follow what it must */
    boolean follows(Header header, StoredEntry row, @Nullable Envelope envelope) {
        EntryKey key = Verifier.keyOf(header);
        State state = epochs.get(name(row));
        if (state == null) {
            return begins(header, row, envelope);
        }
        if (header.seq() != state.last.seq() + 1 || !Arrays.equals(header.previous(), state.hash)) {
            return false;
        }
        String before = HexFormat.of().formatHex(state.hash);
        List<String> others = successors.get(before);
        if (others != null) {
            others.add(state.epoch);
        }
        state.last = key;
        state.hash = row.hash();
        state.position = row.position();
        state.signed = false;
        return true;
    }

    private boolean begins(Header header, StoredEntry row, @Nullable Envelope envelope) {
        EntryKey key = Verifier.keyOf(header);
        if (header.seq() != 1 || envelope == null) {
            return false;
        }
        byte[] publicKey = JournalFacts.EPOCH
                .read(EntryOpener.entry(row.position(), key, header, envelope))
                .map(fact -> HexFormat.of().parseHex(fact.publicKey()))
                .orElse(null);
        boolean ours = header.author().equals(keys.node());
        if (publicKey == null
                || (ours && !Arrays.equals(publicKey, keys.signing().publicKey()))) {
            return false;
        }
        String before = HexFormat.of().formatHex(header.previous());
        boolean first = Arrays.equals(header.previous(), Header.NOTHING_BEFORE);
        if (first && authorKnown(header)) {
            return false;
        }
        if (!first && !isHead(header)) {
            pending.put(before, new At(row.position(), key));
        } else if (!first) {
            successors.computeIfAbsent(before, _ -> new ArrayList<>()).add(key.epoch());
        }
        epochs.put(name(row), new State(key.epoch(), publicKey, key, row));
        return true;
    }

    private boolean authorKnown(Header header) {
        return epochs.values().stream().anyMatch(state -> state.last.author().equals(header.author()));
    }

    /** Whether the header follows an epoch's last entry, or an entry that another epoch has followed already. */
    private boolean isHead(Header header) {
        return successors.containsKey(HexFormat.of().formatHex(header.previous()))
                || epochs.values().stream()
                        .anyMatch(state -> state.last.author().equals(header.author())
                                && Arrays.equals(state.hash, header.previous()));
    }

    /** Whether the signature over a group that ends with this entry is the author's. */
    boolean signed(StoredEntry row, byte[] signature) {
        State state = epochs.get(name(row));
        if (state == null || !SigningKey.verifies(state.publicKey, GroupSignature.message(row), signature)) {
            return false;
        }
        state.signed = true;
        return true;
    }

    @Nullable
    At firstUnsigned() {
        return epochs.values().stream()
                .filter(state -> !state.signed)
                .map(state -> new At(state.position, state.last))
                .findFirst()
                .orElse(null);
    }

    /** Whether some epoch began after an entry that has still to be looked for. */
    boolean searching() {
        return !pending.isEmpty();
    }

    /** Takes in, on a second walk, an entry that a pending epoch may have followed. */
    void seenAgain(StoredEntry row) {
        String hash = HexFormat.of().formatHex(row.hash());
        At successor = pending.get(hash);
        if (successor != null && successor.key().author().equals(NodeId.of(row.author()))) {
            pending.remove(hash);
            List<String> after = successors.computeIfAbsent(hash, _ -> new ArrayList<>());
            after.add(HexFormat.of().formatHex(row.epoch()));
            after.add(successor.key().epoch());
        }
    }

    /** The first epoch that follows nothing known. */
    @Nullable
    At firstOrphan() {
        return pending.values().stream().findFirst().orElse(null);
    }

    int epochs() {
        return epochs.size();
    }

    List<Verification.Fork> forks() {
        return successors.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Verification.Fork(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static String name(StoredEntry row) {
        return HexFormat.of().formatHex(row.author()) + HexFormat.of().formatHex(row.epoch());
    }
}
