package org.relais.care.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.DataDirectory;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.testkit.Site;

/** What was printed for whom: numbered, never again without a reason, remembered; and its format for ever. */
class LabelBookTest {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final PatientId ROSE = new PatientId("a1".repeat(16));
    private static final PatientId ROSE_BEFORE = new PatientId("b2".repeat(16));
    private static final Who WHO = new Who.Operator();

    @TempDir
    Path folder;

    private DataDirectory data;
    private LabelBook book;

    @BeforeEach
    void open() {
        data = DataDirectory.create(
                folder.resolve("data"), Mode.DEMO, "words for a test".toCharArray(), InstantSource.fixed(NOW));
        book = new LabelBook(data.journal(), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void eachPrintHasTheNextNumberAndAllButTheFirstAReason() {
        assertThat(print(Map.of(LabelKind.BAND, 1), null, ROSE)).isEqualTo("BAND 1");
        assertThat(print(Map.of(LabelKind.BAND, 1), null, ROSE)).isEqualTo("refused.labels.reason");
        assertThat(print(Map.of(LabelKind.BAND, 1), ReprintReason.LOST, ROSE)).isEqualTo("BAND 2");
        assertThat(print(Map.of(LabelKind.TUBE, 12), null, ROSE)).isEqualTo("TUBE 1");
        folded();
        assertThat(print(Map.of(LabelKind.BAND, 1, LabelKind.TUBE, 1), ReprintReason.MORE, ROSE))
                .isEqualTo("BAND 3 TUBE 2");
        assertThat(print(Map.of(LabelKind.DOCUMENT, 3), ReprintReason.MORE, ROSE))
                .as("a reason that is not needed is not kept")
                .isEqualTo("DOCUMENT 1");
        folded();
        List<LabelEntry> entries = entries(ROSE);
        assertThat(entries)
                .extracting(one -> one.said().reason())
                .containsExactly(null, ReprintReason.LOST, null, ReprintReason.MORE, null);
        assertThat(entries).allSatisfy(one -> assertThat(one.by()).isEqualTo(WHO));
    }

    @Test
    void whatWasPrintedForAnAbsorbedRecordCounts() {
        print(Map.of(LabelKind.BAND, 1), null, ROSE_BEFORE);
        folded();
        assertThat(print(Map.of(LabelKind.BAND, 1), null, ROSE, ROSE_BEFORE)).isEqualTo("refused.labels.reason");
        assertThat(print(Map.of(LabelKind.BAND, 1), ReprintReason.CORRECTED, ROSE, ROSE_BEFORE))
                .isEqualTo("BAND 2");
    }

    @Test
    void twoWhoPrintAtOnceNeverGetTheSameNumber() {
        List<CompletableFuture<String>> prints = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            prints.add(
                    CompletableFuture.supplyAsync(() -> print(Map.of(LabelKind.BAND, 1), ReprintReason.DAMAGED, ROSE)));
        }
        assertThat(prints.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
    }

    @Test
    void whatAPrinterDidNotPrintIsNotTakenForMadeUntilItIsSentAgain() {
        print(Map.of(LabelKind.NEWBORN_BAND, 2), null, ROSE);
        folded();
        LabelEntry print = entries(ROSE).getFirst();
        assertThat(book.made(List.of(ROSE), LabelKind.NEWBORN_BAND)).isTrue();
        book.sent(WHO, print, LabelsSent.Result.SILENT);
        folded();
        assertThat(book.sending(print.said().job())).contains(LabelsSent.Result.SILENT);
        assertThat(book.made(List.of(ROSE), LabelKind.NEWBORN_BAND)).isFalse();
        assertThat(book.printed(List.of(ROSE), LabelKind.NEWBORN_BAND))
                .as("its number is never used again")
                .isOne();
        LabelBook again = Site.restored(empty(), Site.snapshot(book));
        assertThat(again.sending(print.said().job())).contains(LabelsSent.Result.SILENT);
        book.sent(WHO, print, LabelsSent.Result.TAKEN);
        folded();
        assertThat(book.made(List.of(ROSE), LabelKind.NEWBORN_BAND)).isTrue();
    }

    @Test
    void refusesNothingTooManyAndAnImpossibleRank() {
        assertThat(print(Map.of(), null, ROSE)).isEqualTo("refused.labels.nothing");
        assertThat(print(Map.of(LabelKind.BAND, 3), null, ROSE)).isEqualTo("refused.labels.count");
        assertThat(print(Map.of(LabelKind.BAND, -1), null, ROSE)).isEqualTo("refused.labels.count");
        LabelBook.Order twins = new LabelBook.Order(
                Map.of(LabelKind.NEWBORN_BAND, 2), "1234567889", null, "a4", "JOB1", new BirthMark(3, 2, ""));
        assertThat(said(book.print(WHO, List.of(ROSE), twins))).isEqualTo("refused.labels.birth");
    }

    @Test
    void aSnapshotHoldsAllAndWhatIsForgottenIsGone() {
        print(Map.of(LabelKind.BAND, 1), null, ROSE);
        print(Map.of(LabelKind.BAND, 1), ReprintReason.LOST, ROSE);
        folded();
        LabelBook again = Site.restored(empty(), Site.snapshot(book));
        assertThat(again.printed(List.of(ROSE), LabelKind.BAND)).isEqualTo(2);
        assertThat(again.positions(List.of(ROSE))).isEqualTo(book.positions(List.of(ROSE)));
        for (long position : book.positions(List.of(ROSE))) {
            again.forgot(position);
        }
        assertThat(again.positions(List.of(ROSE))).isEmpty();
        assertThat(again.printed(List.of(ROSE), LabelKind.BAND)).isZero();
    }

    @Test
    void theFormatOfVersionOneIsReadForEver() {
        String kept = """
            {"occurredAt":"2026-11-24T06:00:00Z","lines":[{"kind":"NEWBORN_BAND","count":2,"print":1}],
            "number":"1234567986","reason":null,"printer":"a4","job":"K3F9QX7A2B",
            "birth":{"rank":2,"of":2,"mother":"1234567889"}}
            """;
        Draft draft = Draft.of("care.labels", 1, WHO, kept.getBytes(StandardCharsets.UTF_8))
                .about(ROSE.hex());
        long position = data.journal().write(draft).position();
        assertThat(LabelEntry.read(data.journal().entry(position)).orElseThrow().said())
                .isEqualTo(new LabelsPrinted(
                        NOW,
                        List.of(new LabelsPrinted.Line(LabelKind.NEWBORN_BAND, 2, 1)),
                        "1234567986",
                        null,
                        "a4",
                        "K3F9QX7A2B",
                        new BirthMark(2, 2, "1234567889")));
    }

    private LabelBook empty() {
        return new LabelBook(
                _ -> {
                    throw new IllegalStateException("nothing is to be written");
                },
                _ -> List.of(),
                InstantSource.fixed(NOW));
    }

    private void folded() {
        Journal journal = data.journal();
        LabelBook fresh = new LabelBook(journal, InstantSource.fixed(NOW));
        journal.read(1, fresh::apply);
        book = fresh;
    }

    private List<LabelEntry> entries(PatientId patient) {
        return book.entries(List.of(patient)).reversed();
    }

    private String print(Map<LabelKind, Integer> counts, @Nullable ReprintReason reason, PatientId... ids) {
        return said(
                book.print(WHO, List.of(ids), new LabelBook.Order(counts, "1234567889", reason, "a4", "JOB1", null)));
    }

    private static String said(Outcome<LabelBook.Noted> outcome) {
        return switch (outcome) {
            case Outcome.Done<LabelBook.Noted>(LabelBook.Noted noted) ->
                String.join(
                        " ",
                        noted.said().lines().stream()
                                .map(line -> line.kind() + " " + line.print())
                                .toList());
            case Outcome.Refused<LabelBook.Noted>(Problem problem) -> problem.messageKey();
        };
    }
}
