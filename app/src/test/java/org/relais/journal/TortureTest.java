package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

/** A disk that fails, fills up, or forgets the end of a file: nothing acknowledged is lost, nothing is acknowledged that is. */
class TortureTest {
    private static final int FACTS = 400;

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void createDirectory() {
        data = temp.resolve("data");
        TestDirectory.create(data, Mode.REAL, JournalTest.TIME).close();
    }

    private List<String> probe(String inject) throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        Process process = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        temp.resolve("trace").toString(),
                        "-e",
                        "trace=fsync,fdatasync,pwrite64",
                        "-e",
                        "inject=" + inject,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TortureProbe.class.getName(),
                        data.toString(),
                        Integer.toString(FACTS))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }

    private static boolean straceInjects() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qqo", "/dev/null", "-e", "inject=fsync:error=EIO", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The second of these is the trap: after one failed fsync the next one says that all is well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fsync,fdatasync:error=EIO:when=20+",
                "fsync,fdatasync:error=EIO:when=20",
                "pwrite64:error=ENOSPC:when=150+",
                "pwrite64:error=EIO:when=150"
            })
    void theFirstErrorStopsWritingForGoodAndWhatWasAcknowledgedIsThere(String inject)
            throws IOException, InterruptedException {
        assumeThat(straceInjects())
                .as("SKIPPED: strace is absent or not allowed, a failing disk is NOT tried")
                .isTrue();
        List<String> lines = probe(inject);
        List<String> acknowledged =
                lines.stream().filter(line -> line.startsWith("ack ")).toList();
        int first = lines.indexOf("refused journal.stopped");
        assertThat(acknowledged).as(lines.toString()).isNotEmpty().hasSizeLessThan(FACTS);
        assertThat(first).as(lines.toString()).isPositive();
        assertThat(lines.subList(first, lines.size())).noneMatch(line -> line.startsWith("ack "));
        assertThat(lines).contains("writing false", "read " + acknowledged.size());
        restartsCleanly(acknowledged);
    }

    private void restartsCleanly(List<String> acknowledged) {
        try (DataDirectory directory = TestDirectory.open(data, JournalTest.TIME)) {
            assertThat(directory.verify(null).sound()).isTrue();
            for (String line : acknowledged) {
                String[] parts = line.split(" ");
                byte[] payload =
                        directory.journal().entry(Long.parseLong(parts[1])).payload();
                assertThat(payload)
                        .isNotNull()
                        .startsWith(ByteBuffer.allocate(4)
                                .putInt(Integer.parseInt(parts[2]))
                                .array());
            }
            assertThat(directory.journal().write(note("after")).position()).isPositive();
        }
    }

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Machine(), text.getBytes(UTF_8));
    }

    private static void cut(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    /** A log copied with its write-ahead log while it is written, as a crashed machine leaves it. */
    private Path crashed() throws IOException {
        Path copy = temp.resolve("crashed");
        Files.createDirectory(copy);
        try (DataDirectory directory = TestDirectory.open(data, JournalTest.TIME)) {
            for (int n = 0; n < 30; n++) {
                directory.journal().write(note("n°" + n));
            }
            for (String name : List.of("journal.db", "journal.db-wal", "keys.json")) {
                Files.copy(data.resolve(name), copy.resolve(name));
            }
        }
        return copy;
    }

    @Test
    void aCutWriteAheadLogGivesTheEntriesBeforeTheCutAndWritesOn() throws IOException {
        Path copy = crashed();
        byte[] wal = Files.readAllBytes(copy.resolve("journal.db-wal"));
        byte[] database = Files.readAllBytes(copy.resolve("journal.db"));
        long before = Long.MAX_VALUE;
        for (int tenth = 10; tenth >= 0; tenth--) {
            Files.write(copy.resolve("journal.db"), database);
            Files.write(copy.resolve("journal.db-wal"), Arrays.copyOf(wal, wal.length * tenth / 10));
            Files.deleteIfExists(copy.resolve("journal.db-shm"));
            // The note of the turn before would tell of a loss, which HeadNoteTest tries.
            Files.deleteIfExists(copy.resolve(HeadNote.FILE));
            try (DataDirectory directory = TestDirectory.open(copy, JournalTest.TIME)) {
                long head = directory.journal().head();
                assertThat(head).isBetween(1L, before);
                before = head;
                assertThat(directory.verify(null).sound()).isTrue();
                assertThat(directory.journal().write(note("on")).position()).isEqualTo(head + 2);
            }
        }
        assertThat(before).as("the cuts took something away").isLessThan(31);
    }

    @Test
    void aCutDatabaseIsRefusedOrFoundNeverTakenForWhole() throws IOException {
        crashed();
        Path file = data.resolve("journal.db");
        byte[] whole = Files.readAllBytes(file);
        List<String> outcomes = new ArrayList<>();
        for (int eighth = 7; eighth >= 0; eighth--) {
            Files.write(file, whole);
            cut(file, (long) whole.length * eighth / 8);
            outcomes.add(opened());
        }
        assertThat(outcomes).as("of 8 cuts").hasSize(8).doesNotContain("sound");
    }

    private String opened() {
        try (DataDirectory directory = TestDirectory.open(data, JournalTest.TIME)) {
            return directory.verify(null).sound() ? "sound" : "unsound";
        } catch (ProblemException refused) {
            assertThat(refused.problem().messageKey()).startsWith("journal.");
            return refused.problem().messageKey();
        }
    }

    @Test
    void cutKeySlotsAreNamedAndLeaveTheDirectoryFree() throws IOException {
        byte[] keys = Files.readAllBytes(data.resolve("keys.json"));
        for (int size = 0; size < keys.length - 2; size += 37) {
            Files.write(data.resolve("keys.json"), Arrays.copyOf(keys, size));
            assertThat(opened()).isEqualTo("journal.keys-altered");
            assertThat(DataDirectory.isLocked(data)).isFalse();
        }
        Files.write(data.resolve("keys.json"), keys);
        assertThat(opened()).isEqualTo("sound");
    }
}
