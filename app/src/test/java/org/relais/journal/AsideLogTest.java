package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

class AsideLogTest {
    private static final StaffId NURSE = new StaffId("00112233445566778899aabbccddeeff");

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void createDirectory() {
        data = temp.resolve("data");
        TestDirectory.create(data, Mode.REAL, JournalTest.TIME).close();
    }

    private DataDirectory open() {
        return TestDirectory.open(data, JournalTest.TIME);
    }

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Staff(NURSE), text.getBytes(UTF_8));
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (ProblemException refused) {
            return refused.problem().messageKey();
        }
    }

    /** A disk that reads and does not write: every insert fails. */
    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static List<String> notes(DataDirectory directory) {
        List<String> notes = new ArrayList<>();
        directory.journal().read(1, entry -> {
            byte[] payload = entry.payload();
            if (payload != null && entry.type().equals("test.note")) {
                notes.add(new String(payload, UTF_8));
            }
        });
        return notes;
    }

    private static List<JournalFacts.SetAside> facts(DataDirectory directory) {
        List<JournalFacts.SetAside> facts = new ArrayList<>();
        directory.journal().read(1, entry -> JournalFacts.ASIDE.read(entry).ifPresent(facts::add));
        return facts;
    }

    @Test
    void whatTheJournalCannotTakeIsKeptAsideAndComesHomeOnce() throws SQLException {
        try (DataDirectory directory = open()) {
            sql("CREATE TRIGGER broken BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk'); END");
            Journal journal = directory.journal();
            assertThat(refusal(() -> journal.write(note("lost?")))).isEqualTo("journal.stopped");
            journal.aside().write(note("one"));
            journal.aside().write(note("two").about(NURSE.hex()));
            assertThat(journal.aside().count()).isEqualTo(2);
        }
        try (DataDirectory still = open()) {
            assertThat(still.journal().aside().count())
                    .as("the disk is still broken")
                    .isEqualTo(2);
        }
        sql("DROP TRIGGER broken");
        for (int start = 0; start < 2; start++) {
            try (DataDirectory again = open()) {
                assertThat(notes(again)).containsExactly("one", "two");
                assertThat(facts(again))
                        .hasSize(1)
                        .first()
                        .extracting(JournalFacts.SetAside::count)
                        .isEqualTo(2);
                assertThat(again.journal().aside().count()).isZero();
                assertThat(again.verify(null).sound()).isTrue();
            }
        }
    }

    @Test
    void eachKeepsTheMomentWhenItWasSetAsideWhateverTheTimeOfTheRestart() {
        Instant start = JournalTest.TIME.instant();
        AtomicReference<Instant> now = new AtomicReference<>(start);
        try (DataDirectory directory = TestDirectory.open(data, now::get)) {
            directory.journal().aside().write(note("one"));
            now.set(start.plusSeconds(60));
            directory.journal().aside().write(note("two"));
        }
        now.set(start.plus(Duration.ofHours(9)));
        List<Instant> moments = new ArrayList<>();
        try (DataDirectory again = TestDirectory.open(data, now::get)) {
            again.journal().write(note("three"));
            again.journal().read(1, entry -> {
                if (entry.type().equals("test.note")) {
                    moments.add(entry.recordedAt());
                }
            });
            assertThat(again.verify(null).sound()).isTrue();
        }
        assertThat(moments).containsExactly(start, start.plusSeconds(60), start.plus(Duration.ofHours(9)));
    }

    @Test
    void aCrashBetweenJournalAndFileWritesNothingTwice() throws IOException {
        Path file = data.resolve(AsideLog.FILE);
        byte[] before;
        try (DataDirectory directory = open()) {
            directory.journal().aside().write(note("once"));
            before = Files.readAllBytes(file);
        }
        open().close();
        Files.write(file, before);
        try (DataDirectory again = open()) {
            assertThat(notes(again)).containsExactly("once");
            assertThat(facts(again)).hasSize(1);
        }
    }

    @Test
    void aTornRecordIsLeftOutAndTheFileTellsNothing() throws IOException {
        Path file = data.resolve(AsideLog.FILE);
        try (DataDirectory directory = open()) {
            directory.journal().aside().write(note("whole"));
            int whole = used(Files.readAllBytes(file));
            directory.journal().aside().write(note("torn"));
            byte[] bytes = Files.readAllBytes(file);
            assertThat(new String(bytes, UTF_8)).doesNotContain("whole", NURSE.hex());
            bytes[whole + 20] ^= 1;
            Files.write(file, bytes);
        }
        try (DataDirectory again = open()) {
            assertThat(notes(again)).containsExactly("whole");
        }
    }

    private static int used(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Test
    void itsRoomIsTakenBeforehandAndWhenItIsFullNothingMoreIsTaken() throws IOException {
        Path file = data.resolve(AsideLog.FILE);
        long size = Files.size(file);
        assertThat(size).isGreaterThan(100_000);
        try (DataDirectory directory = open()) {
            AsideLog aside = directory.journal().aside();
            String refused = "";
            for (int n = 0; refused.isEmpty() && n < 100; n++) {
                refused = refusal(() -> aside.write(note("x".repeat(10_000))));
            }
            assertThat(refused).isEqualTo("journal.aside-stopped");
            assertThat(Files.size(file)).isEqualTo(size);
        }
    }

    @Test
    void whoeverReadsMustHaveBeenAdmittedAndOnlyForAWhile() {
        try (DataDirectory directory = open()) {
            AsideLog aside = directory.journal().aside();
            Instant now = JournalTest.TIME.instant();
            assertThat(aside.admits(new Who.Staff(NURSE))).isFalse();
            aside.admit(NURSE, now.plus(Duration.ofHours(4)));
            assertThat(aside.admits(new Who.Staff(NURSE))).isTrue();
            aside.admit(NURSE, now);
            assertThat(aside.admits(new Who.Staff(NURSE))).isFalse();
            assertThat(aside.admits(new Who.Operator())).isTrue();
            assertThat(aside.admits(new Who.Machine())).isFalse();
        }
    }
}
