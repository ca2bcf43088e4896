package org.relais.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SqliteStoreTest extends EntryStoreContract {
    @Override
    EntryStore open(Path directory) throws IOException {
        return SqliteStore.open(directory.resolve("journal.db"), SqliteOptions.DURABLE);
    }

    @Override
    EntryStore openBackup(Path file) throws IOException {
        return SqliteStore.open(file, SqliteOptions.DURABLE);
    }

    @Test
    void letsNobodyElseReadItsFiles() throws IOException {
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void leavesNoTraceOfAForgottenPayloadInItsFiles() throws IOException {
        byte[] canary = "CANARI-JOSEPH-MONROSE".getBytes(StandardCharsets.US_ASCII);
        byte[] epoch = new byte[16];
        try (EntryStore store = open(Files.createDirectory(temp.resolve("canary")))) {
            store.append(List.of(new StoredEntry(
                    1, epoch, epoch, 1, new byte[32], new byte[1], canary, null, null, List.of(canary))));
            assertThat(files()).contains(new String(canary, StandardCharsets.US_ASCII));
            assertThat(store.forget(
                            1,
                            new StoredEntry(
                                    2, epoch, epoch, 2, new byte[32], new byte[1], null, null, null, List.of())))
                    .isTrue();
            assertThat(files()).doesNotContain(new String(canary, StandardCharsets.US_ASCII));
        }
    }

    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(temp.resolve("canary"))) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void refusesTheFileOfAnotherProgramAndOfALaterFormat() throws IOException, SQLException {
        Path other = temp.resolve("other.db");
        execute(other, "CREATE TABLE t (a)");
        assertThatThrownBy(() -> openBackup(other)).isInstanceOf(IOException.class);

        Path later = temp.resolve("later.db");
        openBackup(later).close();
        execute(later, "PRAGMA user_version=3");
        assertThatThrownBy(() -> openBackup(later)).isInstanceOf(NewerFormatException.class);
    }

    @Test
    void learnsFromAFileOfTheFirstFormatWhereItsEntriesLie() throws IOException, SQLException {
        Path file = temp.resolve("first.db");
        try (EntryStore store = openBackup(file)) {
            store.append(List.of(row(1), row(2), row(3)));
        }
        execute(file, "DROP TABLE run");
        execute(file, "PRAGMA user_version=1");
        try (EntryStore store = openBackup(file)) {
            assertThat(store.range(new byte[16], new byte[16], 2, 9))
                    .extracting(StoredEntry::position)
                    .containsExactly(2L, 3L);
            assertThat(store.check()).isEmpty();
            store.append(List.of(row(4)));
            assertThat(store.heads()).extracting(StoredHead::seq).containsExactly(4L);
        }
    }

    @Test
    void noticesThatItsTableOfRunsIsWrong() throws IOException, SQLException {
        Path file = temp.resolve("runs.db");
        try (EntryStore store = openBackup(file)) {
            store.append(List.of(row(1), row(2), row(3)));
        }
        execute(file, "UPDATE run SET seq = 2");
        try (EntryStore store = openBackup(file)) {
            assertThat(store.check()).hasSize(1);
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void copiesTheLogIntoTheDatabaseWhileWritingGoesOn() throws IOException {
        Path directory = Files.createDirectory(temp.resolve("busy"));
        SqliteOptions eager = new SqliteOptions("FULL", 64 << 10, 256 << 10);
        try (EntryStore store = SqliteStore.open(directory.resolve("journal.db"), eager)) {
            Path database = directory.resolve("journal.db");
            AtomicInteger written = new AtomicInteger();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        for (int n = 0; n < 40; n++) {
                            store.append(List.of(row(written.incrementAndGet())));
                        }
                        return Files.size(database) > 256 << 10;
                    });
            assertThat(store.last()).isEqualTo(written.get());
        }
    }

    private static StoredEntry row(int n) {
        byte[] hash = new byte[32];
        hash[0] = (byte) n;
        hash[1] = (byte) (n >> 8);
        byte[] epoch = new byte[16];
        return new StoredEntry(n, epoch, epoch, n, hash, new byte[160], new byte[3000], null, null, List.of());
    }
}
