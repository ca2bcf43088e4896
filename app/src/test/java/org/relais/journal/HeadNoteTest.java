package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

/** A journal that came back shorter than it was, or as another, is told; one that was killed or restored is not. */
class HeadNoteTest {
    private static final int SECTOR = 512;

    @TempDir
    Path temp;

    private Path data() {
        return temp.resolve("data");
    }

    private static void write(DataDirectory directory, int notes) {
        for (int n = 0; n < notes; n++) {
            directory.journal().write(Draft.of("test.note", 1, new Who.Machine(), ("note " + n).getBytes(UTF_8)));
        }
    }

    private static DataDirectory open(Path path) {
        return TestDirectory.open(path, JournalTest.TIME);
    }

    private static Verification verified(Path path) {
        return DataDirectory.verify(path, TestDirectory.PASSPHRASE.clone(), null);
    }

    private static List<Loss> told(Path path) {
        try (DataDirectory directory = open(path)) {
            Verification found = directory.verify(null);
            assertThat(found.sound()).isTrue();
            return found.losses();
        }
    }

    /** A directory whose journal ends at 11, and beside it what its database was at 6. */
    private Path older() throws IOException {
        Path older = temp.resolve("older.db");
        try (DataDirectory directory = TestDirectory.create(data(), Mode.DEMO, JournalTest.TIME)) {
            write(directory, 5);
        }
        Files.copy(data().resolve("journal.db"), older);
        try (DataDirectory directory = open(data())) {
            write(directory, 4);
        }
        return older;
    }

    private static void put(Path database, Path path) throws IOException {
        Files.copy(database, path.resolve("journal.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(path.resolve("journal.db-wal"));
        Files.deleteIfExists(path.resolve("journal.db-shm"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String name : List.of("keys.json", "journal.db", "journal.db-wal", HeadNote.FILE)) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
        return to;
    }

    @Test
    void aJournalThatIsWholeTellsNothing() throws IOException {
        older();
        assertThat(verified(data()).sound()).isTrue();
        assertThat(told(data())).isEmpty();
        assertThat(told(data())).isEmpty();
    }

    @Test
    void anOlderDatabaseIsToldOnceAndForEver() throws IOException {
        older();
        String head = verified(data()).head();
        put(temp.resolve("older.db"), data());
        Verification before = verified(data());
        assertThat(before.sound()).isFalse();
        assertThat(before.fault()).isNull();
        assertThat(before.untold()).isNotNull();
        assertThat(told(data())).singleElement().satisfies(loss -> {
            assertThat(loss.noted()).isEqualTo(11);
            assertThat(loss.found()).isEqualTo(6);
            assertThat(loss.head()).isEqualTo(head);
            assertThat(loss.lastAt()).isEqualTo(JournalTest.TIME.instant());
        });
        assertThat(told(data())).hasSize(1);
        assertThat(verified(data()).untold()).isNull();
    }

    /** Restored beside, gone on with there, and brought back: longer, but not what was here. */
    @Test
    void anotherHistoryIsTold() throws IOException {
        Path older = older();
        Path beside = Files.createDirectory(temp.resolve("beside"));
        Files.copy(data().resolve("keys.json"), beside.resolve("keys.json"));
        put(older, beside);
        try (DataDirectory directory = open(beside)) {
            write(directory, 20);
        }
        put(beside.resolve("journal.db"), data());
        assertThat(told(data()))
                .singleElement()
                .satisfies(loss -> assertThat(loss.found()).isGreaterThan(loss.noted()));
    }

    @Test
    void aWriteAheadLogThatWasCutOrLostIsTold() throws IOException {
        older();
        Path killed;
        try (DataDirectory directory = open(data())) {
            byte[] before = Files.readAllBytes(data().resolve(HeadNote.FILE));
            write(directory, 3);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !Arrays.equals(before, Files.readAllBytes(data().resolve(HeadNote.FILE))));
            killed = copy(data(), temp.resolve("killed"));
        }
        assertThat(told(copy(killed, temp.resolve("whole")))).isEmpty();
        Path lost = copy(killed, temp.resolve("lost"));
        Files.delete(lost.resolve("journal.db-wal"));
        assertThat(told(lost)).singleElement().satisfies(loss -> {
            assertThat(loss.noted()).isEqualTo(15);
            assertThat(loss.found()).isEqualTo(11);
        });
        Path cut = copy(killed, temp.resolve("cut"));
        byte[] log = Files.readAllBytes(cut.resolve("journal.db-wal"));
        Files.write(cut.resolve("journal.db-wal"), Arrays.copyOf(log, log.length * 5 / 8));
        assertThat(told(cut))
                .singleElement()
                .satisfies(loss -> assertThat(loss.found()).isBetween(11L, 14L));
    }

    /** One place torn leaves the one before it; both torn tell nothing, and hinder nothing. */
    @Test
    void aTornNoteIsNoLoss() throws IOException {
        Path older = older();
        Path file = data().resolve(HeadNote.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (int place = 1; place <= 2; place++) {
            byte[] torn = whole.clone();
            torn[SECTOR * place + 20] ^= 1;
            Files.write(file, torn);
            assertThat(verified(data()).sound()).isTrue();
        }
        byte[] torn = whole.clone();
        torn[SECTOR + 20] ^= 1;
        torn[2 * SECTOR + 20] ^= 1;
        Files.write(file, torn);
        put(older, data());
        assertThat(told(data())).isEmpty();
        assertThat(verified(data()).sound()).isTrue();
    }

    @Test
    void aBackupIsRestoredKnowingly() throws IOException {
        Path zip = temp.resolve("backup.zip");
        try (DataDirectory directory = TestDirectory.create(data(), Mode.DEMO, JournalTest.TIME)) {
            write(directory, 3);
            directory.backup(zip);
            write(directory, 3);
        }
        DataDirectory.restore(zip, temp.resolve("restored"));
        assertThat(verified(temp.resolve("restored")).sound()).isTrue();
        assertThat(told(temp.resolve("restored"))).isEmpty();
    }

    @Test
    void theNoteSaysNothingToWhoeverHasNoKey() throws IOException {
        older();
        byte[] file = Files.readAllBytes(data().resolve(HeadNote.FILE));
        assertThat(file).hasSize(3 * SECTOR);
        assertThat(new String(file, 0, 8, UTF_8)).isEqualTo("RELAISHN");
        assertThat(java.util.HexFormat.of().formatHex(file))
                .doesNotContain(verified(data()).head());
    }
}
