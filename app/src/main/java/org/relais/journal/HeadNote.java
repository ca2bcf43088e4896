package org.relais.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.Sealer;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sealed note of where the journal ended, in a small file beside the database: a database that lost its end while
 * nobody looked, or was exchanged, is found out when the directory is opened. Written at most once a second, by a thread
 * that no writer waits for, and at closing: always of what is on disk already, at most a second behind it. Without fsync,
 * two places in turn, each a sector of its own: a torn one leaves the other.
 */
final class HeadNote implements AutoCloseable {
    static final String FILE = "head.sealed";
    private static final Logger LOG = LoggerFactory.getLogger(HeadNote.class);
    private static final byte[] MAGIC = "RELAISHN\1".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = 512;
    private static final int PLACES = 2;
    private static final int PLAIN = 2 * Long.BYTES + Header.HASH;
    private static final int SEALED = Sealer.NONCE_BYTES + PLAIN + Sealer.TAG_BYTES;
    private static final long EVERY = 1_000_000_000;

    /**
     * The last entry that was on disk at some moment.
     *
     * @param count of the notes written so far: the higher is the later, also after a loss
     */
    private record Noted(long count, long position, byte[] hash) {}

    private final Path file;
    private final SecretKey key;
    private final Sealer sealer = new Sealer(new SecureRandom());
    private final AtomicBoolean due = new AtomicBoolean();
    private @Nullable Noted last;
    private int place;
    private @Nullable Journal journal;

    private HeadNote(Path file, SecretKey key) {
        this.file = file;
        this.key = key;
    }

    /** The note of a directory, which may have none yet. */
    static HeadNote of(Path directory, Keys keys) throws IOException {
        HeadNote note = new HeadNote(
                directory.resolve(FILE),
                keys.site().derive("relais head 1", keys.node().bytes()));
        note.load();
        return note;
    }

    private void load() throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean whole =
                bytes.length == SECTOR * (1 + PLACES) && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        for (int n = 0; whole && n < PLACES; n++) {
            int from = SECTOR * (1 + n);
            Noted noted = opened(Arrays.copyOfRange(bytes, from, from + SEALED));
            Noted best = last;
            if (noted != null && (best == null || noted.count() > best.count())) {
                last = noted;
                place = n;
            }
        }
        if (last == null) {
            LOG.warn(
                    "the note of the journal's head cannot be read: it is made anew and tells nothing of what was before");
        }
    }

    private @Nullable Noted opened(byte[] sealed) {
        try {
            ByteBuffer plain = ByteBuffer.wrap(sealer.open(key, MAGIC, sealed));
            long count = plain.getLong();
            long position = plain.getLong();
            byte[] hash = new byte[Header.HASH];
            plain.get(hash);
            return new Noted(count, position, hash);
        } catch (AEADBadTagException torn) {
            return null;
        }
    }

    /** What the store lacks of what was noted; empty where all is there, or nothing was noted. */
    Optional<Loss> missing(EntryStore store) throws IOException {
        Noted noted = last;
        if (noted == null) {
            return Optional.empty();
        }
        StoredEntry there = store.at(noted.position()).orElse(null);
        if (there != null && Arrays.equals(there.hash(), noted.hash())) {
            return Optional.empty();
        }
        long end = store.last();
        return Optional.of(loss(noted, store.at(end).orElseThrow(() -> Problems.noEntry(end))));
    }

    private static Loss loss(Noted noted, StoredEntry end) {
        try {
            return new Loss(
                    noted.position(),
                    HexFormat.of().formatHex(noted.hash()),
                    end.position(),
                    Header.decode(end.header()).wall());
        } catch (MalformedEntryException altered) {
            throw Problems.corrupt(end.position(), altered);
        }
    }

    /**
     * Notes from now on where this journal ends. What it lacks becomes a fact of it first; one that takes nothing leaves the
     * note as it is, so that the next opening tells again.
     */
    void follow(Journal writing, EntryStore store) throws IOException {
        Optional<Loss> loss = missing(store);
        try {
            loss.ifPresent(lost -> writing.write(Loss.TYPE.draft(new Who.Machine(), lost)));
        } catch (ProblemException untold) {
            return;
        }
        synchronized (this) {
            journal = writing;
            note();
        }
        writing.onCommitted(_ -> {
            if (due.compareAndSet(false, true)) {
                Thread.ofVirtual().name("journal-head-note").start(this::soon);
            }
        });
    }

    private void soon() {
        LockSupport.parkNanos(this, EVERY);
        due.set(false);
        note();
    }

    private synchronized void note() {
        Journal followed = journal;
        if (followed == null) {
            return;
        }
        long position = followed.head();
        Noted before = last;
        if (before != null && before.position() == position && Files.exists(file)) {
            return;
        }
        try {
            long count = before == null ? 1 : before.count() + 1;
            put(new Noted(count, position, followed.hashAt(position)));
        } catch (IOException | ProblemException unwritten) {
            journal = null;
            LOG.warn(
                    "the journal's head is noted no more: {}",
                    unwritten.getClass().getSimpleName());
        }
    }

    private void put(Noted noted) throws IOException {
        int next = last == null ? 0 : (place + 1) % PLACES;
        byte[] plain = ByteBuffer.allocate(PLAIN)
                .putLong(noted.count())
                .putLong(noted.position())
                .put(noted.hash())
                .array();
        byte[] sealed = sealer.seal(key, MAGIC, plain);
        if (last == null || !Files.exists(file)) {
            byte[] fresh = Arrays.copyOf(MAGIC, SECTOR * (1 + PLACES));
            System.arraycopy(sealed, 0, fresh, SECTOR * (1 + next), SEALED);
            PrivateFiles.write(file, fresh);
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(sealed);
                for (long at = (long) SECTOR * (1 + next); left.hasRemaining(); ) {
                    at += channel.write(left, at);
                }
            }
        }
        last = noted;
        place = next;
    }

    /** Notes the end once more; nothing more is noted. */
    @Override
    public synchronized void close() {
        note();
        journal = null;
    }
}
