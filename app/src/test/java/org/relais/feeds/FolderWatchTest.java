package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.bytes;
import static org.relais.testkit.Hl7.header;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FileRefused.Reason;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;

/** What writers of files do wrong, in a real folder before a real journal. */
class FolderWatchTest {
    private static final FeedName LAB = new FeedName("labo");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);

    /** Whole files are taken soon, unfinished ones never. */
    private static final FolderWatch.Timing PATIENT = new FolderWatch.Timing(SHORT, Duration.ofMillis(100), NEVER);

    /** What is not taken soon is put aside soon. */
    private static final FolderWatch.Timing HASTY =
            new FolderWatch.Timing(SHORT, Duration.ofMillis(100), Duration.ofMillis(300));

    private static final String ONE = admission("C1", "0001", "ADÉLAÏDE");
    private static final String TWO = admission("C2", "0002", "RÉMY");

    @TempDir
    Path temp;

    private Path folder;
    private DataDirectory directory;
    private Inbox inbox;
    private final List<FileRefused> refused = new CopyOnWriteArrayList<>();
    private @Nullable FolderWatch watch;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.resolve("depot"));
        directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.system());
        inbox = new Inbox(directory.journal(), new FeedCounters());
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
        directory.close();
    }

    private void watch(FolderWatch.Timing timing) {
        watch(timing, inbox);
    }

    private void watch(FolderWatch.Timing timing, Inbox into) {
        FeedSettings settings = new FeedSettings(
                "labo",
                FeedSettings.Kind.FOLDER,
                "",
                0,
                folder.toString(),
                List.of(),
                FeedSettings.Tls.OFF,
                "ISO-8859-15",
                0);
        assertThat(settings.problem()).isEmpty();
        watch = FolderWatch.open(settings, into, refused::add, timing);
    }

    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        directory
                .journal()
                .read(
                        1,
                        entry -> ReceivedMessage.read(entry).ifPresent(message -> {
                            assertThat(message.origin().feed()).isEqualTo(LAB);
                            kept.add(new String(message.raw(), java.nio.charset.StandardCharsets.UTF_8));
                        }));
        return kept;
    }

    /** A file that appears whole. */
    private Path put(String name, String text) throws IOException {
        return Files.move(Files.writeString(folder.resolve("." + name), text), folder.resolve(name));
    }

    private void gone(Path file) {
        Awaitility.await().atMost(LONG).until(() -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void takesWhatIsWholeAndDeletesItOnceKept() throws IOException {
        watch(PATIENT);
        Path first = Files.writeString(folder.resolve("a.hl7"), ONE);
        Path second = Files.writeString(folder.resolve("b.hl7"), TWO + admission("C3", "0003", "JOSEPH"));
        gone(first);
        gone(second);
        assertThat(kept()).hasSize(3).startsWith(ONE);
        assertThat(refused).isEmpty();
    }

    @Test
    void waitsForWhoWritesSlowly() throws IOException {
        watch(PATIENT);
        Path slow = folder.resolve("slow.hl7");
        String half = ONE.substring(0, ONE.length() / 2);
        Files.writeString(slow, half);
        Path other = Files.writeString(folder.resolve("z.hl7"), TWO);
        gone(other);
        Path third = Files.writeString(folder.resolve("zz.hl7"), admission("C3", "0003", "JOSEPH"));
        gone(third);
        assertThat(slow).exists();
        assertThat(kept()).hasSize(2).doesNotContain(half);
        Files.writeString(slow, ONE.substring(half.length()), StandardOpenOption.APPEND);
        gone(slow);
        assertThat(kept()).contains(ONE).hasSize(3);
    }

    @Test
    void waitsForTheTrailerOfABatch() throws IOException {
        watch(PATIENT);
        Path batch = folder.resolve("batch.hl7");
        Files.writeString(batch, "FHS|^~\\&|LABO\rBHS|^~\\&|LABO\r" + ONE);
        Path other = Files.writeString(folder.resolve("z.hl7"), TWO);
        gone(other);
        assertThat(batch).exists();
        Files.writeString(batch, "BTS|1\rFTS|1\r", StandardOpenOption.APPEND);
        gone(batch);
        assertThat(kept()).containsExactly(TWO, ONE);
    }

    @Test
    void takesARenamedFileAndLeavesNamesOnTheWayAlone() throws IOException {
        watch(PATIENT);
        Path part = Files.writeString(folder.resolve("a.hl7.part"), ONE);
        Path hidden = Files.writeString(folder.resolve(".b.hl7"), TWO);
        Path seen = Files.writeString(folder.resolve("c.hl7"), admission("C3", "0003", "JOSEPH"));
        gone(seen);
        assertThat(part).exists();
        assertThat(hidden).exists();
        Path whole = Files.move(part, folder.resolve("a.hl7"));
        gone(whole);
        assertThat(hidden).exists();
        assertThat(kept()).hasSize(2).contains(ONE);
    }

    @Test
    void takesTheSameFileAgainWithoutHarm() throws IOException {
        watch(PATIENT);
        gone(Files.writeString(folder.resolve("a.hl7"), ONE + TWO));
        gone(Files.writeString(folder.resolve("a.hl7"), ONE + TWO));
        assertThat(kept()).containsExactly(ONE, TWO);
        assertThat(inbox.counters().counts(LAB).duplicates()).isEqualTo(2);
    }

    @Test
    void deletesNothingBeforeItIsOnDisk() throws IOException {
        List<CompletableFuture<Receipt>> disk = new CopyOnWriteArrayList<>();
        Inbox slow = new Inbox(
                draft -> {
                    CompletableFuture<Receipt> later = new CompletableFuture<>();
                    disk.add(later);
                    return later;
                },
                new FeedCounters());
        watch(PATIENT, slow);
        Path file = Files.writeString(folder.resolve("a.hl7"), ONE + TWO);
        Awaitility.await().atMost(LONG).until(() -> disk.size() == 2);
        Receipt receipt = directory
                .journal()
                .write(org.relais.journal.Draft.of("test.note", 1, new org.relais.kernel.Who.Machine(), new byte[1]));
        disk.get(0).complete(receipt);
        assertThat(file).exists();
        disk.get(1).complete(receipt);
        gone(file);
    }

    @Test
    void keepsFilesWhileNothingCanBeWritten() throws IOException {
        Inbox broken = new Inbox(
                draft -> CompletableFuture.failedFuture(
                        org.relais.kernel.Problem.of(org.relais.kernel.Problem.Category.UNAVAILABLE, "journal.stopped")
                                .asException()),
                new FeedCounters());
        watch(PATIENT, broken);
        Path file = Files.writeString(folder.resolve("a.hl7"), ONE);
        FolderWatch open = java.util.Objects.requireNonNull(watch);
        Awaitility.await().atMost(LONG).until(() -> open.trouble().equals("feeds.folder-not-written"));
        assertThat(file).hasContent(ONE);
        assertThat(refused).isEmpty();
    }

    @Test
    void neverFollowsALinkNorEntersASubfolder() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.hl7"), ONE);
        Path inside =
                Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("b.hl7"), TWO);
        Files.createSymbolicLink(folder.resolve("link.hl7"), secret);
        Files.createSymbolicLink(folder.resolve("linked-folder"), temp);
        watch(HASTY);
        Awaitility.await().atMost(LONG).until(() -> refused.size() == 2);
        gone(put("c.hl7", admission("C3", "0003", "JOSEPH")));
        assertThat(refused).extracting(FileRefused::reason).containsOnly(Reason.LINK);
        assertThat(secret).hasContent(ONE);
        assertThat(inside).hasContent(TWO);
        assertThat(folder.resolve("sub")).isDirectory();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void putsAsideWhatIsNoFileAndWhatStaysEmptyAndGoesOn() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here");
        assertThat(new ProcessBuilder(
                                "/usr/bin/mkfifo", folder.resolve("pipe.hl7").toString())
                        .start()
                        .waitFor(30, TimeUnit.SECONDS))
                .isTrue();
        Files.createFile(folder.resolve("empty.hl7"));
        watch(HASTY);
        Awaitility.await().atMost(LONG).until(() -> refused.size() == 2);
        gone(put("c.hl7", ONE));
        assertThat(refused).extracting(FileRefused::reason).containsExactlyInAnyOrder(Reason.NO_FILE, Reason.EMPTY);
        assertThat(folder.resolve(FolderWatch.ASIDE).resolve("empty.hl7")).exists();
        assertThat(folder.resolve("empty.hl7")).doesNotExist();
        assertThat(inbox.counters().counts(LAB).refused()).isEqualTo(2);
    }

    @Test
    void putsAsideAMessageTooLargeKeepsWhatStoodBeforeAndDoesNotLoop() throws IOException {
        Path huge = folder.resolve("huge.hl7");
        Files.writeString(huge, ONE + header("MDM^T02", "C2") + "\rOBX|1|ED|||");
        try (FileChannel out = FileChannel.open(huge, StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(new byte[] {'\r'}), FileImport.LARGEST + 1_000_000L);
        }
        watch(PATIENT);
        gone(huge);
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().reason()).isEqualTo(Reason.TOO_BIG);
        assertThat(folder.resolve(FolderWatch.ASIDE).resolve("huge.hl7")).exists();
        gone(Files.writeString(folder.resolve("next.hl7"), TWO));
        assertThat(kept()).containsExactly(ONE, TWO);
        assertThat(refused).hasSize(1);
    }

    @Test
    void usesTheFeedsOwnCharset() throws IOException {
        byte[] raw = bytes(ONE.replace("UNICODE UTF-8", "").replace("ADÉLAÏDE", "CŒUR"), "ISO-8859-15");
        watch(PATIENT);
        gone(Files.write(folder.resolve("a.hl7"), raw));
        List<ReceivedMessage> found = new ArrayList<>();
        directory.journal().read(1, entry -> ReceivedMessage.read(entry).ifPresent(found::add));
        assertThat(found.getFirst().raw()).isEqualTo(raw);
        assertThat(found.getFirst().origin().charset().name()).isEqualTo("ISO-8859-15");
        assertThat(org.relais.hl7.Message.read(raw, found.getFirst().origin().charset())
                        .orElseThrow()
                        .encoding()
                        .text())
                .contains("CŒUR");
        assertThat(new Hl7Interpreter().version()).isPositive();
    }

    @Test
    void saysWhenTheFolderIsNotThereAndGoesOnOnceItIs() throws IOException {
        Files.delete(folder);
        watch(PATIENT);
        FolderWatch open = java.util.Objects.requireNonNull(watch);
        Awaitility.await().atMost(LONG).until(() -> open.trouble().equals("feeds.folder-unreadable"));
        Files.createDirectory(folder);
        gone(Files.writeString(folder.resolve("a.hl7"), ONE));
        Awaitility.await().atMost(LONG).until(() -> open.trouble().isEmpty());
        assertThat(kept()).containsExactly(ONE);
    }

    @Test
    void leavesEverythingWhereItIsWhenClosed() throws IOException {
        watch(PATIENT);
        gone(Files.writeString(folder.resolve("a.hl7"), ONE));
        java.util.Objects.requireNonNull(watch).close();
        Path later = Files.writeString(folder.resolve("b.hl7"), TWO);
        watch(PATIENT);
        gone(later);
        assertThat(kept()).containsExactly(ONE, TWO);
    }
}
