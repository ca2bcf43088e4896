package org.relais.journal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.KeyedHash;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.SealedFile;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Pseudonyms;
import org.relais.kernel.Who;

/**
 * The log of this node, opened for writing: the only writer of its data directory. Thread-safe. An append completes
 * only after fsync; after the first I/O error nothing more is written.
 */
public final class Journal implements AutoCloseable {
    private static final int BATCH = 256;
    /** Types of entries that the journal writes about itself: never forgotten. */
    private static final String OWN = "journal.";

    private final EntryStore store;
    private final NodeId node;
    private final Mode mode;
    private final DataKeys keys;
    private final KeyedHash dedup;
    private final KeyedHash pseudonyms;
    private final GroupWriter writer;
    private final ConcurrentLinkedDeque<EntryOpener> openers = new ConcurrentLinkedDeque<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final List<ForgetListener> forgetListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable AsideLog aside;
    private volatile long head;

    Journal(EntryStore store, Keys keys, Mode mode, InstantSource time) throws IOException {
        this.store = store;
        this.node = keys.node();
        this.mode = mode;
        this.keys = new DataKeys(keys.site());
        this.dedup = new KeyedHash(this.keys.dedup());
        this.pseudonyms = new KeyedHash(this.keys.pseudonym());
        this.head = store.last();
        this.writer = new GroupWriter(store, new GroupMaker(store, keys, mode, time), this::committed);
    }

    /** Writes the entry that begins this writer's epoch, which otherwise goes with the first fact. */
    void begin() {
        joined(writer.begin());
    }

    private void committed(long position) {
        head = position;
        for (LongConsumer listener : listeners) {
            listener.accept(position);
        }
    }

    /** The node that writes here. */
    public NodeId node() {
        return node;
    }

    /** What this data directory is for, as its first entry says. */
    public Mode mode() {
        return mode;
    }

    /** The keyed one-way function of this site. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /**
     * Queues a fact. Completes once it is on disk, or exceptionally with a {@link ProblemException} when nothing was
     * written. Waits where more than 64 MiB are in flight. Completes on the thread that wrote, which may be this
     * one or another caller's: what hangs on it without an executor of its own must be short, and must not append and wait.
     */
    public CompletableFuture<Receipt> append(Draft draft) {
        return append(List.of(draft)).thenApply(List::getFirst);
    }

    /** Queues facts that are written together or not at all. */
    public CompletableFuture<List<Receipt>> append(List<Draft> drafts) {
        List<GroupWriter.Pending> pending = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            pending.add(pending(Once.keyed(draft)));
        }
        return pending.isEmpty() ? CompletableFuture.completedFuture(List.of()) : writer.append(pending);
    }

    private GroupWriter.Pending pending(Draft draft) {
        Drafts.check(draft);
        byte[] key = draft.dedupKey();
        return new GroupWriter.Pending(draft, key == null ? null : placed(dedup.of(key), draft.near()));
    }

    /** The keyed hash with the place in its first six bytes, unless it has none. */
    private static byte[] placed(byte[] hash, long near) {
        for (int n = 0; near != 0 && n < 6; n++) {
            hash[n] = (byte) (near >>> (8 * (5 - n)));
        }
        return hash;
    }

    /** Writes one fact and waits for the disk. */
    public Receipt write(Draft draft) {
        return joined(append(List.of(draft))).getFirst();
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw failed;
        }
    }

    /**
     * Drops the payload of an entry for ever: its own fact says so and the chain still verifies. Wipes the store's files
     * and drops every snapshot; read models in memory know it until the program is started again. Backups made before
     * still hold it until they expire. An entry that is forgotten already stays so, without a second fact.
     */
    public void forget(long position, Who who, String reason) {
        if (!entry(position).type().startsWith(OWN)) {
            forgetListeners.forEach(ForgetListener::dropping);
            forget(List.of(position), who, reason);
            forgetListeners.forEach(ForgetListener::dropping);
        } else {
            throw Problems.of(Category.FORBIDDEN, "journal.not-forgettable", position);
        }
    }

    /**
     * Drops the payloads of many entries for ever, as {@link #forget(long, Who, String)} does, then has the read models
     * forget what they took from them, and only then lets snapshots be written again. Entries of types {@code journal.*}
     * and entries forgotten already are passed over.
     *
     * @param positions in the order in which they are to go
     * @param models    makes the read models forget, and returns once they have
     * @return how many payloads were dropped
     */
    public int forgetAll(List<Long> positions, Forgetting why, Runnable models) {
        forgetListeners.forEach(ForgetListener::dropping);
        int dropped = 0;
        for (int from = 0; from < positions.size(); from += GroupWriter.GROUP_ENTRIES) {
            int to = Math.min(positions.size(), from + GroupWriter.GROUP_ENTRIES);
            dropped += forget(positions.subList(from, to), why.who(), why.reason());
        }
        models.run();
        forgetListeners.forEach(ForgetListener::dropped);
        return dropped;
    }

    /**
     * Who has something forgotten, and why.
     *
     * @param reason never says whose
     */
    public record Forgetting(Who who, String reason) {}

    private int forget(List<Long> positions, Who who, String reason) {
        List<Long> going = new ArrayList<>();
        List<GroupWriter.Pending> facts = new ArrayList<>();
        for (long position : positions) {
            Entry entry = entry(position);
            if (!entry.forgotten() && !entry.type().startsWith(OWN)) {
                EntryKey key = entry.key();
                going.add(position);
                facts.add(pending(JournalFacts.FORGOTTEN.draft(
                        who, new JournalFacts.Forgotten(key.author().hex(), key.epoch(), key.seq(), reason))));
            }
        }
        if (!going.isEmpty()) {
            joined(writer.forget(going, facts));
            going.forEach(position -> forgetListeners.forEach(listener -> listener.forgot(position)));
        }
        return going.size();
    }

    /** Whoever keeps something of what entries say. */
    interface ForgetListener {
        /** Payloads go: what is kept on disk must go, and nothing more be kept, for memory still knows them. */
        default void dropping() {}

        /** One entry's payload is gone. */
        default void forgot(long position) {}

        /** The read models have forgotten too: what is kept from now on knows nothing of it. */
        default void dropped() {}
    }

    /** Where the entry with this dedup key lies, when there is one. */
    public Optional<Receipt> contains(byte[] dedupKey) {
        try {
            OptionalLong position = store.contains(dedup.of(dedupKey));
            return position.isEmpty()
                    ? Optional.empty()
                    : store.at(position.getAsLong())
                            .map(row -> new Receipt(row.position(), GroupMaker.keyOf(row), true));
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    /** Position of the last entry on disk; 0 when empty. */
    public long head() {
        return head;
    }

    /** Hash of the last entry on disk, 64 hexadecimal digits: what packs print and {@code verify --expect} looks for. */
    public String headHash() {
        return HexFormat.of().formatHex(hashAt(head()));
    }

    /** Hash of the entry at a position. */
    byte[] hashAt(long position) {
        return row(position).hash();
    }

    /** The entry at a position, opened. Refuses with NOT_FOUND or CORRUPT. */
    public Entry entry(long position) {
        return opened(opener -> open(opener, row(position)));
    }

    /** The entries at ascending positions, opened, in that order; what a chart is folded from. */
    public List<Entry> entries(long[] positions) {
        return opened(opener -> {
            List<Entry> entries = new ArrayList<>(positions.length);
            for (long position : positions) {
                entries.add(open(opener, row(position)));
            }
            return entries;
        });
    }

    /** The payload with its cuts spliced back, byte for byte as it was appended. Refuses a forgotten one: NOT_FOUND. */
    public byte[] whole(Entry entry) {
        byte[] rest = entry.payload();
        if (rest == null) {
            throw Problems.noEntry(entry.position());
        }
        if (entry.cuts().isEmpty()) {
            return rest;
        }
        return opened(opener -> {
            StoredEntry row = row(entry.position());
            try {
                return new Splicer(store, opener).whole(row);
            } catch (MalformedEntryException altered) {
                throw Problems.corrupt(row.position(), altered);
            } catch (IOException broken) {
                throw Problems.unreadable(broken);
            }
        });
    }

    /** Hands every entry from a position to the present head to the reader, in order. */
    public void read(long fromPosition, Consumer<Entry> reader) {
        long end = head();
        long next = Math.max(1, fromPosition);
        EntryOpener opener = new EntryOpener(keys);
        while (next <= end) {
            List<StoredEntry> rows = rows(next);
            for (StoredEntry row : rows) {
                if (row.position() <= end) {
                    reader.accept(open(opener, row));
                }
            }
            next = rows.isEmpty() ? end + 1 : rows.getLast().position() + 1;
        }
    }

    /** Where accesses are traced once writing has stopped. */
    public AsideLog aside() {
        AsideLog beside = aside;
        if (beside == null) {
            throw Problems.of(Category.UNAVAILABLE, "journal.aside-stopped");
        }
        return beside;
    }

    /** Writes what was set aside before, and sets aside in this file from now on. */
    void beside(AsideLog log) {
        aside = log;
        log.absorb(this);
    }

    /** False once an I/O error has stopped writing. */
    public boolean writing() {
        return writer.writing();
    }

    /** Writes what is queued, then writes no more. What lies below is closed by {@link DataDirectory#close}. */
    @Override
    public void close() {
        writer.close();
    }

    /** The form of sealed files of this site. */
    public SealedFile sealedFiles(String purpose) {
        return new SealedFile(keys.site(), purpose);
    }

    void onCommitted(LongConsumer listener) {
        listeners.add(listener);
    }

    void onForget(ForgetListener listener) {
        forgetListeners.add(listener);
    }

    /** A large batch of rows from a position, still sealed. */
    List<StoredEntry> rows(long fromPosition) {
        try {
            return store.read(fromPosition, BATCH);
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    EntryOpener opener() {
        return new EntryOpener(keys);
    }

    private StoredEntry row(long position) {
        try {
            return store.at(position).orElseThrow(() -> Problems.noEntry(position));
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    private static Entry open(EntryOpener opener, StoredEntry row) {
        try {
            return opener.open(row);
        } catch (MalformedEntryException altered) {
            throw Problems.corrupt(row.position(), altered);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        T with(EntryOpener opener);
    }

    private <T> T opened(Opening<T> work) {
        EntryOpener opener = openers.poll();
        if (opener == null) {
            opener = new EntryOpener(keys);
        }
        T done = work.with(opener);
        openers.push(opener);
        return done;
    }
}
