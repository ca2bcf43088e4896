package org.relais.care.found;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.journal.DataDirectory;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.testkit.Site;

/** What is heard by telephone: written, corrected, remembered, and its format for ever. */
class FoundBookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final PatientId ROSE = new PatientId("a1".repeat(16));
    private static final PatientId OTHER = new PatientId("b2".repeat(16));
    private static final Who WHO = new Who.Operator();

    @TempDir
    Path folder;

    @Test
    void aCorrectionSitsUnderItsOriginal() {
        try (DataDirectory data = directory()) {
            Journal journal = data.journal();
            FoundBook book = new FoundBook(journal, InstantSource.fixed(NOW));
            written(journal, book, ROSE, found("Hb 9,2", ""));
            written(journal, book, OTHER, found("autre", ""));
            String first = entries(journal, book, ROSE).getFirst().key();
            written(journal, book, ROSE, found("Hb 9,8", first));
            String second = entries(journal, book, ROSE).getLast().key();
            written(journal, book, ROSE, found("Hb 9,9", second));
            List<FoundThread> threads = FoundThread.of(entries(journal, book, ROSE));
            assertThat(threads).singleElement().satisfies(thread -> {
                assertThat(thread.original().said().value()).isEqualTo("Hb 9,2");
                assertThat(thread.corrections())
                        .extracting(one -> one.said().value())
                        .containsExactly("Hb 9,8", "Hb 9,9");
                assertThat(thread.last().said().value()).isEqualTo("Hb 9,9");
            });
            FoundBook again = Site.restored(FoundBooks.unwritten(), Site.snapshot(book));
            assertThat(again.positions(List.of(ROSE, OTHER))).isEqualTo(book.positions(List.of(OTHER, ROSE)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', Mme X, Y, 0, refused.found.value",
        "Hb 9, '', Y, 0, refused.found.said-by",
        "Hb 9, Mme X, ' ', 0, refused.found.heard-by",
        "Hb 9, Mme X, Y, 600, refused.found.future"
    })
    void refusesWhatIsIncompleteOrToCome(String value, String saidBy, String heardBy, int ahead, String key) {
        Found bad = new Found(NOW.plusSeconds(ahead), FoundKind.LAB, value, saidBy, "", heardBy, true, "");
        assertThat(new FoundBook(
                                (Draft _) -> {
                                    throw new IllegalStateException("nothing is to be written");
                                },
                                InstantSource.fixed(NOW))
                        .write(WHO, ROSE, bad))
                .isEqualTo(Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, argument(key))));
    }

    private static String argument(String key) {
        return switch (key) {
            case "refused.found.value" -> "2000";
            case "refused.found.future" -> "0";
            default -> "120";
        };
    }

    @Test
    void itsFormatIsTheOneWrittenDown() {
        String json = new String(Found.TYPE.draft(WHO, found("Hb 9,2", "k")).payload(), StandardCharsets.UTF_8);
        assertThat(json)
                .isEqualTo("{\"occurredAt\":\"2026-11-23T06:00:00Z\",\"kind\":\"LAB\",\"value\":\"Hb 9,2\","
                        + "\"saidBy\":\"Mme René-Corail\",\"place\":\"Laboratoire du port\",\"heardBy\":\"Marie Curiel\","
                        + "\"readBack\":true,\"corrects\":\"k\"}");
    }

    private DataDirectory directory() {
        return DataDirectory.create(
                folder.resolve("data"), Mode.DEMO, "a passphrase for a test".toCharArray(), InstantSource.fixed(NOW));
    }

    private static Found found(String value, String corrects) {
        return new Found(
                NOW, FoundKind.LAB, value, "Mme René-Corail", "Laboratoire du port", "Marie Curiel", true, corrects);
    }

    private static void written(Journal journal, FoundBook book, PatientId patient, Found found) {
        Receipt receipt = book.write(WHO, patient, found).orThrow();
        book.apply(journal.entry(receipt.position()));
    }

    private static List<FoundEntry> entries(Journal journal, FoundBook book, PatientId patient) {
        return journal.entries(book.positions(List.of(patient))).stream()
                .flatMap(entry -> FoundEntry.read(entry).stream())
                .toList();
    }
}
