package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

class DataDirectoryTest {
    @TempDir
    Path temp;

    private Path data() {
        return temp.resolve("data");
    }

    private DataDirectory create() {
        return TestDirectory.create(data(), Mode.EXERCISE, JournalTest.TIME);
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().messageKey()).isEqualTo(key));
    }

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Machine(), text.getBytes(UTF_8));
    }

    @Test
    void protectsTheDiskKeyAtFullCost() {
        char[] passphrase = "quatre mots".toCharArray();
        DataDirectory.create(data(), Mode.REAL, passphrase, JournalTest.TIME).close();
        assertRefused(
                "journal.wrong-passphrase",
                () -> DataDirectory.open(data(), "quatre maux".toCharArray(), JournalTest.TIME));
        try (DataDirectory again = DataDirectory.open(data(), Mode.REAL, passphrase, JournalTest.TIME)) {
            assertThat(again.journal().mode()).isEqualTo(Mode.REAL);
            assertThat(data().resolve("keys.json")).content().contains("argon2id", "65536");
        }
    }

    @Test
    void isHeldByOneProgramAtATime() {
        assertThat(DataDirectory.isInitialised(data())).isFalse();
        assertThat(DataDirectory.isLocked(data())).isFalse();
        try (DataDirectory _ = create()) {
            assertThat(DataDirectory.isInitialised(data())).isTrue();
            assertThat(DataDirectory.isLocked(data())).isTrue();
            assertThat(DataDirectory.isLocked(data())).isTrue();
            assertRefused("journal.locked", () -> TestDirectory.open(data(), JournalTest.TIME));
        }
        assertThat(DataDirectory.isLocked(data())).isFalse();
        TestDirectory.open(data(), JournalTest.TIME).close();
    }

    @Test
    void givesTheLockBackWhenThePassphraseIsWrong() {
        create().close();
        assertRefused("journal.wrong-passphrase", () -> DataDirectory.open(data(), new char[] {'x'}, JournalTest.TIME));
        assertThat(DataDirectory.isLocked(data())).isFalse();
    }

    @Test
    void keepsTheModeOfItsFirstEntry() {
        create().close();
        char[] passphrase = TestDirectory.PASSPHRASE.clone();
        assertRefused("journal.wrong-mode", () -> DataDirectory.open(data(), Mode.REAL, passphrase, JournalTest.TIME));
        DataDirectory.open(data(), Mode.EXERCISE, passphrase, JournalTest.TIME).close();
    }

    @Test
    void refusesWhatIsNotADataDirectory() throws IOException {
        assertRefused("journal.not-initialised", () -> TestDirectory.open(temp.resolve("none"), JournalTest.TIME));
        Files.createDirectory(data());
        Files.writeString(data().resolve("letter.txt"), "mine");
        assertRefused("journal.not-empty", this::create);
        assertThat(data().resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void refusesALaterFormatAndAlteredKeys() throws IOException {
        create().close();
        Path file = data().resolve("keys.json");
        String keys = Files.readString(file);
        Files.writeString(file, keys.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        assertRefused("journal.newer-format", () -> TestDirectory.open(data(), JournalTest.TIME));
        Files.writeString(file, "{}");
        assertRefused("journal.keys-altered", () -> TestDirectory.open(data(), JournalTest.TIME));
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        try (DataDirectory directory = create()) {
            ReadModels.start(directory.journal(), List.of(), directory.snapshots())
                    .close();
            assertThat(permissions(data())).isEqualTo("rwx------");
            assertThat(permissions(directory.snapshots())).isEqualTo("rwx------");
            try (var files = Files.list(data()).filter(Files::isRegularFile)) {
                assertThat(files.toList())
                        .hasSizeGreaterThan(3)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void restoresABackupTakenWhileWriting() throws IOException {
        Path backup = temp.resolve("backup.relais");
        Path restored = temp.resolve("restored");
        String head;
        try (DataDirectory directory = create()) {
            directory.journal().write(note("kept"));
            head = directory.journal().headHash();
            directory.backup(backup);
            directory.journal().write(note("later"));
            assertRefused("journal.exists", () -> directory.backup(backup));
        }
        assertThat(permissions(backup)).isEqualTo("rw-------");
        assertThat(temp.resolve("backup.relais.db")).doesNotExist();
        DataDirectory.restore(backup, restored);
        try (DataDirectory directory = TestDirectory.open(restored, JournalTest.TIME)) {
            assertThat(directory.journal().headHash()).isEqualTo(head);
            assertThat(directory.verify(head).sound()).isTrue();
        }
        assertRefused("journal.not-empty", () -> DataDirectory.restore(backup, restored));
        assertRefused(
                "journal.not-a-backup",
                () -> DataDirectory.restore(restored.resolve("keys.json"), temp.resolve("third")));
    }

    @Test
    void forgetsAPayloadForGood() throws IOException {
        byte[] key = {1, 2, 3};
        try (DataDirectory directory = create()) {
            Journal journal = directory.journal();
            byte[] document = new byte[100_000];
            Receipt secret = journal.write(Draft.of("test.note", 1, new Who.Machine(), document)
                    .cutting(List.of(new Draft.Cut(0, 100_000)))
                    .onlyOnce(key));
            Files.createDirectory(directory.snapshots());
            try (ReadModels models = ReadModels.start(journal, List.of(), directory.snapshots())) {
                Files.writeString(directory.snapshots().resolve("notes.snapshot"), "sealed");
                journal.forget(secret.position(), new Who.Operator(), "demande");
                journal.forget(secret.position(), new Who.Operator(), "demande");
                assertThat(directory.snapshots()).isEmptyDirectory();
                assertThat(models.failures()).isEmpty();
            }
            assertThat(journal.head()).isEqualTo(3);
            assertThat(journal.entry(2).forgotten()).isTrue();
            assertRefused("journal.no-entry", () -> journal.whole(journal.entry(2)));
            assertThat(journal.write(note("again").onlyOnce(key)).known()).isTrue();
            assertThat(journal.entry(3).type()).isEqualTo("journal.forgotten");
            assertRefused("journal.not-forgettable", () -> journal.forget(1, new Who.Operator(), "the mode"));
            assertThat(directory.verify(null).sound()).isTrue();
            assertThat(Files.size(data().resolve("journal.db-wal"))).isZero();
        }
    }
}
