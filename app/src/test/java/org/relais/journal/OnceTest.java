package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

class OnceTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-24T06:14:00Z"));

    @TempDir
    Path folder;

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Operator(), text.getBytes(UTF_8));
    }

    private static List<String> notes(Journal journal) {
        List<String> texts = new ArrayList<>();
        journal.read(1, entry -> {
            byte[] payload = entry.payload();
            if (entry.type().equals("test.note") && payload != null) {
                texts.add(new String(payload, UTF_8));
            }
        });
        return texts;
    }

    private static List<Receipt> submit(Journal journal, String key) {
        return new Once(key).within(() -> {
            Once.eachTime(() -> journal.write(note("trace")));
            List<Receipt> together =
                    journal.append(List.of(note("added"), note("password"))).join();
            return List.of(together.get(0), together.get(1), journal.write(note("added")));
        });
    }

    @Test
    void aSubmissionTakenInTwiceWritesNothingTwiceEvenOverARestart() {
        List<Receipt> first;
        try (DataDirectory directory = TestDirectory.create(folder.resolve("data"), Mode.DEMO, TIME)) {
            first = submit(directory.journal(), "key");
            assertThat(directory.journal().contains(new Once("key").first()))
                    .map(Receipt::position)
                    .contains(first.getFirst().position());
            assertThat(directory.journal().contains(new Once("other").first())).isEmpty();
        }
        try (DataDirectory directory = TestDirectory.open(folder.resolve("data"), TIME)) {
            List<Receipt> second = submit(directory.journal(), "key");
            assertThat(second).extracting(Receipt::known).containsOnly(true);
            assertThat(second)
                    .extracting(Receipt::position)
                    .isEqualTo(first.stream().map(Receipt::position).toList());
            assertThat(notes(directory.journal())).containsExactly("trace", "added", "password", "added", "trace");
        }
    }

    @Test
    void anotherSubmissionAndWorkOutsideOfAnyWriteAnew() {
        try (DataDirectory directory = TestDirectory.create(folder.resolve("data"), Mode.DEMO, TIME)) {
            Journal journal = directory.journal();
            submit(journal, "one");
            submit(journal, "two");
            journal.write(note("added"));
            journal.write(note("added"));
            assertThat(notes(journal)).filteredOn("added"::equals).hasSize(6);
        }
    }

    @Test
    void aKeyOfTheFactItselfStands() {
        try (DataDirectory directory = TestDirectory.create(folder.resolve("data"), Mode.DEMO, TIME)) {
            Journal journal = directory.journal();
            byte[] own = "MSH|1".getBytes(UTF_8);
            new Once("one").within(() -> journal.write(note("message").onlyOnce(own)));
            assertThat(journal.contains(own)).isPresent();
            assertThat(journal.contains(new Once("one").first())).isEmpty();
        }
    }
}
