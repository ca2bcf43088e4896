package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

class ReadModelsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Keeps every note, in order. */
    private static final class Notes implements ReadModel {
        private final List<String> notes = new ArrayList<>();
        private final int version;
        private int applied;

        Notes(int version) {
            this.version = version;
        }

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public void apply(Entry entry) {
            applied++;
            byte[] payload = entry.payload();
            if (entry.type().equals("test.bug")) {
                throw new IllegalStateException("a bug");
            }
            if (entry.type().equals("test.note") && payload != null) {
                notes.add(new String(payload, UTF_8));
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(notes.size());
            for (String note : notes) {
                out.writeUTF(note);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            for (int left = in.readInt(); left > 0; left--) {
                notes.add(in.readUTF());
            }
        }
    }

    @TempDir
    Path temp;

    private DataDirectory directory;

    @BeforeEach
    void createDirectory() {
        directory = TestDirectory.create(temp.resolve("data"), Mode.REAL, JournalTest.TIME);
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    private Receipt note(String text) {
        return directory.journal().write(Draft.of("test.note", 1, new Who.Machine(), text.getBytes(UTF_8)));
    }

    private ReadModels start(ReadModel... models) {
        ReadModels started = ReadModels.start(directory.journal(), List.of(models), directory.snapshots());
        assertThat(started.await(directory.journal().head(), LONG)).isTrue();
        return started;
    }

    @Test
    void replaysThenFollows() {
        note("before");
        Notes notes = new Notes(1);
        List<Long> folded = new ArrayList<>();
        try (ReadModels models = start(notes)) {
            assertThat(models.ready()).isTrue();
            models.onFolded(folded::add);
            Receipt after = note("after");
            assertThat(models.await(after.position(), LONG)).isTrue();
            assertThat(models.query(() -> List.copyOf(notes.notes))).containsExactly("before", "after");
            assertThat(models.position()).isEqualTo(after.position());
            assertThat(models.progress()).isEqualTo(1);
            assertThat(models.failures()).isEmpty();
        }
        assertThat(folded).containsExactly(3L);
    }

    @Test
    void answersNoWhenThePositionIsNotReachedInTime() {
        try (ReadModels models = start(new Notes(1))) {
            assertThat(models.await(99, Duration.ofMillis(20))).isFalse();
        }
    }

    @Test
    void startsFromASnapshotThatFits() {
        start(new Notes(1)).close();
        note("one");
        note("two");
        start(new Notes(1)).close();
        note("three");

        Notes again = new Notes(1);
        start(again).close();
        assertThat(again.notes).containsExactly("one", "two", "three");
        assertThat(again.applied).isEqualTo(1);
    }

    @Test
    void replaysFromZeroWhenTheModelIsNewer() {
        note("one");
        start(new Notes(1)).close();
        Notes newer = new Notes(2);
        start(newer).close();
        assertThat(newer.notes).containsExactly("one");
        assertThat(newer.applied).isEqualTo(2);
    }

    @Test
    void dropsASnapshotOfAnotherLogAndADamagedOne() throws IOException {
        note("one");
        start(new Notes(1)).close();
        Path file = directory.snapshots().resolve("notes.snapshot");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        Notes again = new Notes(1);
        start(again).close();
        assertThat(again.notes).containsExactly("one");
        assertThat(again.applied).isEqualTo(2);
    }

    @Test
    void makesASnapshotThatWasCutAnywhereAgain() throws IOException {
        note("one");
        start(new Notes(1)).close();
        Path file = directory.snapshots().resolve("notes.snapshot");
        byte[] whole = Files.readAllBytes(file);
        for (int size = 0; size < whole.length; size += 5) {
            Files.write(file, Arrays.copyOf(whole, size));
            Notes again = new Notes(1);
            try (ReadModels models = start(again)) {
                assertThat(models.failures()).isEmpty();
            }
            assertThat(again.notes).as("cut to %d bytes", size).containsExactly("one");
            assertThat(again.applied).as("cut to %d bytes", size).isEqualTo(2);
            Notes after = new Notes(1);
            start(after).close();
            assertThat(after.applied).as("made again").isZero();
        }
    }

    @Test
    void showsAModelThatFailsAndSavesNoSnapshotOfIt() {
        directory.journal().write(Draft.of("test.bug", 1, new Who.Machine(), new byte[0]));
        Notes notes = new Notes(1);
        try (ReadModels models = start(notes)) {
            note("later");
            assertThat(models.await(directory.journal().head(), LONG)).isTrue();
            assertThat(models.failures()).containsExactly(new ReadModels.Failure("notes", 2, "IllegalStateException"));
            assertThat(notes.notes).containsExactly("later");
        }
        assertThat(directory.snapshots().resolve("notes.snapshot")).doesNotExist();
    }
}
