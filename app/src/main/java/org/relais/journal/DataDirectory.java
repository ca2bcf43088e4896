package org.relais.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Cost;
import org.relais.journal.crypto.KeySlots;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.RecoveryKey;
import org.relais.journal.crypto.SigningKey;
import org.relais.journal.crypto.SiteKey;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.NewerFormatException;
import org.relais.journal.store.SqliteOptions;
import org.relais.journal.store.SqliteStore;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

/**
 * The directory in which a node keeps all it has: key slots, journal, snapshots; unlocked, and locked against every
 * other program. Mode 0700, its files 0600.
 */
public final class DataDirectory implements AutoCloseable {
    static final String KEYS = "keys.json";
    static final String DATABASE = "journal.db";
    private static final String SNAPSHOTS = "snapshots";

    private final Path path;
    private final DirectoryLock lock;
    private final EntryStore store;
    private final Keys keys;
    private final Journal journal;
    private final KeyRing ring;
    private final SiteAuthority authority;
    private final HeadNote note;

    /** A directory locked and unlocked. */
    private record Held(Path path, DirectoryLock lock, Keys keys) {}

    private DataDirectory(Held held, EntryStore store, Journal journal, Settings settings) throws IOException {
        this.path = held.path();
        this.lock = held.lock();
        this.keys = held.keys();
        this.store = store;
        this.journal = journal;
        this.ring = new KeyRing(path.resolve(KEYS), keys, journal, settings.cost());
        this.authority = new SiteAuthority(journal, keys, settings.time());
        this.note = HeadNote.of(path, keys);
        note.follow(journal, store);
        journal.beside(AsideLog.open(path, keys, settings.time()));
    }

    /** Whether a data directory was made here. */
    public static boolean isInitialised(Path path) {
        return Files.isRegularFile(path.resolve(KEYS));
    }

    /** Whether some program, this one included, holds the directory. */
    public static boolean isLocked(Path path) {
        try {
            return Files.isDirectory(path) && DirectoryLock.held(path);
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }

    /** Makes a data directory where there is none, for one mode for ever, and opens it. */
    public static DataDirectory create(Path path, Mode mode, char[] passphrase, InstantSource time) {
        return create(path, mode, passphrase, new Settings(time, Cost.DISK, SqliteOptions.DURABLE));
    }

    /** Unlocks and opens a data directory. */
    public static DataDirectory open(Path path, char[] passphrase, InstantSource time) {
        return open(path, null, passphrase, new Settings(time, Cost.DISK, SqliteOptions.DURABLE));
    }

    /** Unlocks and opens a data directory that must be of a mode. */
    public static DataDirectory open(Path path, Mode required, char[] passphrase, InstantSource time) {
        return open(path, required, passphrase, new Settings(time, Cost.DISK, SqliteOptions.DURABLE));
    }

    /** What only tests change. */
    record Settings(InstantSource time, Cost cost, SqliteOptions options) {}

    static DataDirectory create(Path path, Mode mode, char[] passphrase, Settings settings) {
        try {
            if (Files.isDirectory(path) && !PrivateFiles.empty(path)) {
                throw Problems.of(Category.CONFLICT, "journal.not-empty", path);
            }
            PrivateFiles.directory(path);
            return locked(path, lock -> {
                SecureRandom random = new SecureRandom();
                Keys keys = new Keys(NodeId.random(random), SiteKey.random(random), SigningKey.random(random));
                EntryStore store = SqliteStore.open(path.resolve(DATABASE), settings.options());
                Journal journal = new Journal(store, keys, mode, settings.time());
                journal.begin();
                KeySlots slots = KeySlots.create(keys, passphrase, settings.cost(), random);
                PrivateFiles.write(path.resolve(KEYS), slots.bytes());
                return new DataDirectory(new Held(path, lock, keys), store, journal, settings);
            });
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }

    static DataDirectory open(Path path, @Nullable Mode required, char[] passphrase, Settings settings) {
        return unlocked(
                path,
                slots -> slots.unlock(passphrase),
                (lock, keys) -> opened(new Held(path, lock, keys), required, settings));
    }

    private static DataDirectory opened(Held held, @Nullable Mode required, Settings settings) throws IOException {
        EntryStore store = database(held.path(), settings.options());
        try {
            Mode mode = mode(store, held.keys());
            if (required != null && required != mode) {
                throw Problems.of(Category.CONFLICT, "journal.wrong-mode", mode, required);
            }
            Journal journal = new Journal(store, held.keys(), mode, settings.time());
            return new DataDirectory(held, store, journal, settings);
        } catch (ProblemException refused) {
            store.close();
            throw refused;
        }
    }

    /** Opens a copy of this directory, restored from a backup of it, with the keys that are open here. */
    public DataDirectory openCopy(Path copy, InstantSource time) {
        try {
            if (Files.mismatch(path.resolve(KEYS), copy.resolve(KEYS)) >= 0) {
                throw Problems.of(Category.CORRUPT, "journal.keys-altered");
            }
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
        Settings settings = new Settings(time, Cost.DISK, SqliteOptions.DURABLE);
        return unlocked(
                copy, _ -> Optional.of(keys), (lock, known) -> opened(new Held(copy, lock, known), null, settings));
    }

    /** Sets a new passphrase on a directory that nobody uses, by means of its recovery parts. */
    public static void recover(Path path, RecoveryKey key, char[] passphrase, InstantSource time) {
        recover(path, key, passphrase, new Settings(time, Cost.DISK, SqliteOptions.DURABLE));
    }

    static void recover(Path path, RecoveryKey key, char[] passphrase, Settings settings) {
        try (DataDirectory open = unlocked(
                path,
                slots -> Optional.of(slots.unlock(key)
                        .orElseThrow(() -> Problems.of(Category.FORBIDDEN, "recovery.other-keys", key.set()))),
                (lock, keys) -> opened(new Held(path, lock, keys), null, settings))) {
            open.ring.recovered(new Who.Operator(), key.set(), passphrase);
        }
    }

    private static EntryStore database(Path path, SqliteOptions options) {
        Path file = path.resolve(DATABASE);
        if (!Files.isRegularFile(file)) {
            throw Problems.of(Category.CORRUPT, "journal.no-database", path);
        }
        try {
            return SqliteStore.open(file, options);
        } catch (NewerFormatException newer) {
            throw Problems.of(Category.CONFLICT, "journal.newer-format", newer);
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    private static Mode mode(EntryStore store, Keys keys) {
        try {
            Optional<StoredEntry> first = store.at(1);
            if (first.isEmpty()) {
                throw Problems.noEntry(1);
            }
            Entry entry = new EntryOpener(new DataKeys(keys.site())).open(first.get());
            return JournalFacts.EPOCH
                    .read(entry)
                    .map(JournalFacts.EpochOpened::mode)
                    .orElseThrow(() -> Problems.corrupt(1, new IOException("the first entry opens no epoch")));
        } catch (MalformedEntryException altered) {
            throw Problems.corrupt(1, altered);
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    @FunctionalInterface
    private interface Holding<T> {
        T with(DirectoryLock lock) throws IOException;
    }

    @FunctionalInterface
    private interface Unlocked<T> {
        T with(DirectoryLock lock, Keys keys) throws IOException;
    }

    /** Does work that keeps the lock when it succeeds, and that gives it back when it fails. */
    private static <T> T locked(Path path, Holding<T> work) throws IOException {
        DirectoryLock lock = DirectoryLock.take(path);
        if (lock == null) {
            throw Problems.of(Category.CONFLICT, "journal.locked", path);
        }
        boolean done = false;
        try {
            T result = work.with(lock);
            done = true;
            return result;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    /** One way in. */
    @FunctionalInterface
    private interface WayIn {
        Optional<Keys> open(KeySlots slots) throws IOException;
    }

    private static <T> T unlocked(Path path, WayIn way, Unlocked<T> work) {
        if (!isInitialised(path)) {
            throw Problems.of(Category.NOT_FOUND, "journal.not-initialised", path);
        }
        try {
            return locked(path, lock -> work.with(lock, keys(path, way)));
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }

    private static Keys keys(Path path, WayIn way) {
        try {
            KeySlots slots = KeySlots.read(path.resolve(KEYS));
            if (slots.format() > KeySlots.FORMAT) {
                throw Problems.of(Category.CONFLICT, "journal.newer-format");
            }
            return way.open(slots).orElseThrow(() -> Problems.of(Category.FORBIDDEN, "journal.wrong-passphrase"));
        } catch (IOException altered) {
            throw Problems.of(Category.CORRUPT, "journal.keys-altered", altered);
        }
    }

    public Path path() {
        return path;
    }

    public Journal journal() {
        return journal;
    }

    /** What opens it next time. */
    public KeyRing keyRing() {
        return ring;
    }

    /** Who issues certificates here. */
    public SiteAuthority authority() {
        return authority;
    }

    /** Where snapshots of read models belong. */
    public Path snapshots() {
        return path.resolve(SNAPSHOTS);
    }

    /**
     * Verifies the journal while it is in use.
     *
     * @param expectHead a head printed earlier, or null
     */
    public Verification verify(@Nullable String expectHead) {
        return new Verifier(store, keys, expectHead).verify();
    }

    /** Verifies the journal of a directory that nobody uses, even one too damaged to be opened. Writes no entry. */
    public static Verification verify(Path path, char[] passphrase, @Nullable String expectHead) {
        return unlocked(path, slots -> slots.unlock(passphrase), (lock, keys) -> {
            try (lock;
                    EntryStore store = database(path, SqliteOptions.DURABLE)) {
                Verification found = new Verifier(store, keys, expectHead).verify();
                return found.fault() == null
                        ? found.lacking(HeadNote.of(path, keys).missing(store).orElse(null))
                        : found;
            }
        });
    }

    /** Copies journal and key slots, as they are now, into one new file, while writing goes on. */
    public void backup(Path to) {
        try {
            Backup.write(store, path.resolve(KEYS), to);
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }

    /** Makes a data directory of a backup, in an empty or missing directory. Open it with the passphrase of then. */
    public static void restore(Path from, Path directory) {
        try {
            Backup.restore(from, directory);
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }

    /** Writes what is queued, and gives the directory free. */
    @Override
    public void close() {
        try (DirectoryLock _ = lock;
                EntryStore _ = store) {
            journal.close();
            note.close();
        } catch (IOException broken) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", broken);
        }
    }
}
