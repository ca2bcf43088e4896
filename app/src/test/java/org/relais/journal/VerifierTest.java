package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.Verification.Expected;
import org.relais.journal.Verification.Kind;
import org.relais.journal.crypto.KeySlots;
import org.relais.journal.crypto.Keys;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.SqliteOptions;
import org.relais.journal.store.SqliteStore;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

class VerifierTest {
    @TempDir
    Path temp;

    private Path path;
    private Keys keys;
    private List<StoredEntry> rows;

    /** A small log of every kind of entry, over two epochs. */
    @BeforeEach
    void writeSmallLog() throws IOException {
        path = temp.resolve("data");
        try (DataDirectory directory = TestDirectory.create(path, Mode.REAL, JournalTest.TIME)) {
            Journal journal = directory.journal();
            journal.write(note("un").onlyOnce(new byte[] {1}));
            journal.append(List.of(note("deux"), note("trois"))).join();
        }
        try (DataDirectory directory = TestDirectory.open(path, JournalTest.TIME)) {
            Journal journal = directory.journal();
            journal.write(note("a document inside").cutting(List.of(new Draft.Cut(2, 8))));
            long secret = journal.write(note("a secret")).position();
            journal.forget(secret, new Who.Operator(), "demande de la personne");
        }
        keys = KeySlots.read(path.resolve("keys.json"))
                .unlock(TestDirectory.PASSPHRASE.clone())
                .orElseThrow();
        try (EntryStore store = database(path)) {
            rows = new ArrayList<>();
            for (StoredEntry row : store.read(1, 100)) {
                List<byte[]> chunks =
                        store.chunk(row.position(), 0).map(List::of).orElse(List.of());
                rows.add(with(row, chunks));
            }
        }
    }

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Machine(), text.getBytes(UTF_8));
    }

    private static EntryStore database(Path directory) throws IOException {
        return SqliteStore.open(directory.resolve("journal.db"), SqliteOptions.DURABLE);
    }

    private static StoredEntry with(StoredEntry row, List<byte[]> chunks) {
        return new StoredEntry(
                row.position(),
                row.author(),
                row.epoch(),
                row.seq(),
                row.hash(),
                row.header(),
                row.payload(),
                row.dedup(),
                row.signature(),
                chunks);
    }

    private Verification verify(List<StoredEntry> altered, @Nullable String expect) {
        return new Verifier(new RowStore(altered), keys, expect).verify();
    }

    private static @Nullable Kind kind(Verification verification) {
        Verification.Fault fault = verification.fault();
        return fault == null ? null : fault.kind();
    }

    private static long position(Verification verification) {
        Verification.Fault fault = verification.fault();
        return fault == null ? -1 : fault.position();
    }

    @Test
    void findsAnUnalteredLogSound() {
        Verification found = DataDirectory.verify(path, TestDirectory.PASSPHRASE.clone(), null);
        assertThat(found.sound()).isTrue();
        assertThat(found.entries()).isEqualTo(8);
        assertThat(found.epochs()).isEqualTo(2);
        assertThat(found.forgotten()).isEqualTo(1);
        assertThat(found.forks()).isEmpty();
        assertThat(found.expected()).isEqualTo(Expected.NOT_ASKED);
        assertThat(verify(rows, null)).isEqualTo(found);
    }

    @Test
    void findsEveryFlippedByteOfEveryColumn() {
        for (int index = 0; index < rows.size(); index++) {
            StoredEntry row = rows.get(index);
            flip(index, row.header(), b -> copy(row, b, row.hash(), row.payload(), row.dedup(), row.signature()));
            flip(index, row.hash(), b -> copy(row, row.header(), b, row.payload(), row.dedup(), row.signature()));
            flip(index, row.payload(), b -> copy(row, row.header(), row.hash(), b, row.dedup(), row.signature()));
            flip(index, row.dedup(), b -> copy(row, row.header(), row.hash(), row.payload(), b, row.signature()));
            flip(index, row.signature(), b -> copy(row, row.header(), row.hash(), row.payload(), row.dedup(), b));
            for (byte[] chunk : row.chunks()) {
                flip(index, chunk, b -> with(row, List.of(b)));
            }
        }
    }

    private static StoredEntry copy(
            StoredEntry row,
            byte[] header,
            byte[] hash,
            byte @Nullable [] payload,
            byte @Nullable [] dedup,
            byte @Nullable [] signature) {
        return new StoredEntry(
                row.position(),
                row.author(),
                row.epoch(),
                row.seq(),
                hash,
                header,
                payload,
                dedup,
                signature,
                row.chunks());
    }

    private interface Altering {
        StoredEntry with(byte[] bytes);
    }

    private void flip(int index, byte @Nullable [] bytes, Altering altering) {
        for (int i = 0; bytes != null && i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            List<StoredEntry> altered = new ArrayList<>(rows);
            altered.set(index, altering.with(flipped));
            Verification found = verify(altered, null);
            assertThat(found.fault()).as("entry %d, byte %d", index + 1, i).isNotNull();
            assertThat(position(found)).isEqualTo(index + 1L);
        }
    }

    /** Every byte of the file, one bit of it: the whole log, in pages of 512 bytes to keep it small. */
    @Test
    void findsOrIsNotHarmedByAnyFlippedByteOfTheFile() throws IOException, SQLException {
        byte[] file = compact(path.resolve("journal.db"));
        Path folder = inMemory();
        Path copy = folder.resolve("journal.db");
        Verification sound = verify(rows, null);
        Random random = new Random(42);
        int found = 0;
        for (int at = 0; at < file.length; at++) {
            byte[] flipped = file.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(copy, flipped);
            found += found(copy, at, sound) ? 1 : 0;
        }
        Files.delete(copy);
        Files.delete(folder);
        assertThat(found).as("of %d bytes", file.length).isBetween(file.length / 4, file.length);
    }

    /** A folder that costs no fsync where the system has one: thousands of databases are opened in it. */
    private Path inMemory() throws IOException {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared)
                ? Files.createTempDirectory(shared, "relais-flips")
                : Files.createDirectory(temp.resolve("copy"));
    }

    /** Whether a flipped byte was found; else nothing was harmed. */
    private boolean found(Path copy, int at, Verification sound) {
        try (EntryStore store = SqliteStore.open(copy, SqliteOptions.DURABLE)) {
            Verification said = new Verifier(store, keys, null).verify();
            if (said.fault() == null) {
                assertThat(said).as("byte %d", at).isEqualTo(sound);
            }
            return said.fault() != null;
        } catch (IOException refused) {
            return true;
        } finally {
            assertThat(deleted(copy.resolveSibling("journal.db-wal")) && deleted(copy.resolveSibling("journal.db-shm")))
                    .isTrue();
        }
    }

    private static boolean deleted(Path file) {
        return !Files.exists(file) || file.toFile().delete();
    }

    /** A database in small pages without free ones. */
    private static byte[] compact(Path database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            statement.execute("PRAGMA page_size=512");
            statement.execute("VACUUM");
            statement.execute("PRAGMA journal_mode=WAL");
        }
        return Files.readAllBytes(database);
    }

    @Test
    void namesTheFirstEntryThatIsMissing() {
        List<StoredEntry> without = new ArrayList<>(rows);
        without.remove(2);
        Verification found = verify(without, null);
        assertThat(kind(found)).isEqualTo(Kind.GAP);
        assertThat(position(found)).isEqualTo(3);
        assertThat(kind(verify(List.of(), null))).isEqualTo(Kind.GAP);
    }

    @Test
    void findsATruncatedLogByAHeadPrintedEarlier() {
        String head = verify(rows, null).head();
        String printed = head.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
        assertThat(verify(rows, printed).expected()).isEqualTo(Expected.FOUND);
        assertThat(verify(rows, head.substring(0, 16)).sound()).isTrue();

        Verification cut = verify(rows.subList(0, 5), printed);
        assertThat(cut.expected()).isEqualTo(Expected.MISSING);
        assertThat(cut.sound()).isFalse();
        assertThatThrownBy(() -> verify(rows, "a head")).isInstanceOf(ProblemException.class);
    }

    @Test
    void findsEntriesCutOffWithinAGroup() {
        Verification cut = verify(rows.subList(0, 3), null);
        assertThat(kind(cut)).isEqualTo(Kind.SIGNATURE);
        assertThat(position(cut)).isEqualTo(3);
    }

    @Test
    void findsAPayloadRemovedWithoutAFact() {
        List<StoredEntry> altered = new ArrayList<>(rows);
        StoredEntry row = rows.get(1);
        altered.set(1, copy(row, row.header(), row.hash(), null, row.dedup(), row.signature()));
        Verification found = verify(altered, null);
        assertThat(kind(found)).isEqualTo(Kind.MISSING_PAYLOAD);
        assertThat(position(found)).isEqualTo(2);
    }

    @Test
    void showsTheForkThatARestoredCopyMakes() throws IOException {
        Path backup = temp.resolve("backup.zip");
        Path restored = temp.resolve("restored");
        List<StoredEntry> both;
        try (DataDirectory original = TestDirectory.open(path, JournalTest.TIME)) {
            original.backup(backup);
            original.journal().write(note("original goes on"));
        }
        DataDirectory.restore(backup, restored);
        try (DataDirectory copy = TestDirectory.open(restored, JournalTest.TIME)) {
            copy.journal().write(note("so does the copy"));
        }
        try (EntryStore first = database(path);
                EntryStore second = database(restored)) {
            both = new ArrayList<>(rows);
            both.addAll(first.read(9, 10));
            long next = both.size() + 1L;
            for (StoredEntry row : second.read(9, 10)) {
                both.add(moved(row, next++));
            }
        }
        Verification found = verify(both, null);
        assertThat(found.fault()).isNull();
        assertThat(found.sound()).isTrue();
        assertThat(found.forks()).hasSize(1);
        assertThat(found.forks().getFirst().head()).isEqualTo(verify(rows, null).head());
        assertThat(found.forks().getFirst().successors()).hasSize(2).doesNotHaveDuplicates();
    }

    private static StoredEntry moved(StoredEntry row, long position) {
        return new StoredEntry(
                position,
                row.author(),
                row.epoch(),
                row.seq(),
                row.hash(),
                row.header(),
                row.payload(),
                row.dedup(),
                row.signature(),
                row.chunks());
    }
}
