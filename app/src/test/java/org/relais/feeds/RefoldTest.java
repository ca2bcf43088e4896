package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.utf8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.journal.DataDirectory;
import org.relais.journal.Entry;
import org.relais.journal.ReadModels;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

/** A newer interpreter understands more: what was in quarantine leaves it, and Relais says how much. */
class RefoldTest {
    private static final FeedName FEED = new FeedName("mllp");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    /** The real interpreter, as it was before a fix: it did not know A01. */
    private record Older(Interpreter newer) implements Interpreter {
        @Override
        public Optional<Interpretation> interpret(Entry entry, Depth depth) {
            return newer.interpret(entry, depth)
                    .map(said -> said.label().startsWith("ADT^A01")
                            ? new Interpretation(
                                    List.of(),
                                    said.source(),
                                    said.label(),
                                    said.sentAt(),
                                    List.of(new Interpretation.Reason("feeds.reason.unknown-trigger", List.of("A01"))),
                                    List.of())
                            : said);
        }

        @Override
        public int version() {
            return newer.version() - 1;
        }
    }

    @Test
    void saysHowMuchLeftTheQuarantineAfterAFix() {
        Hl7Interpreter fixed = new Hl7Interpreter();
        try (DataDirectory directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.system())) {
            Inbox inbox = new Inbox(directory.journal(), new FeedCounters());
            for (int i = 0; i < 5; i++) {
                inbox.receive(FEED, "test", utf8(admission("C" + i, "000" + i, "A")))
                        .join();
            }
            inbox.receive(FEED, "test", utf8("no message")).join();
            Quarantine before = new Quarantine(new Older(fixed));
            try (ReadModels models = ReadModels.start(directory.journal(), List.of(before), directory.snapshots())) {
                Refold refold = new Refold(directory.journal(), models, before, new Older(fixed));
                assertThat(models.await(directory.journal().head(), LONG)).isTrue();
                assertThat(refold.since()).isEqualTo(new Refold.Report(fixed.version() - 1, 6, 0, 6, 0));
                refold.note();
                long head = directory.journal().head();
                assertThat(models.await(head, LONG)).isTrue();
                refold.note();
                assertThat(directory.journal().head()).as("nothing new to note").isEqualTo(head);
                inbox.receive(FEED, "test", utf8(admission("C9", "0009", "B"))).join();
                assertThat(refold.run(new Who.Operator()))
                        .isEqualTo(new Refold.Report(fixed.version() - 1, 6, 0, 7, 0));
            }
            Quarantine after = new Quarantine(fixed);
            try (ReadModels models = ReadModels.start(directory.journal(), List.of(after), directory.snapshots())) {
                Refold refold = new Refold(directory.journal(), models, after, fixed);
                assertThat(models.await(directory.journal().head(), LONG)).isTrue();
                assertThat(after.lastReadAt()).isPresent();
                assertThat(refold.run(new Who.Operator())).isEqualTo(new Refold.Report(fixed.version(), 7, 6, 1, 0));
                assertThat(refold.run(new Who.Operator())).isEqualTo(new Refold.Report(fixed.version(), 1, 0, 1, 0));
            }
        }
    }

    @Test
    void saysWhatIsUnderstoodAloneThoughTheModelsHoldItStill() {
        Hl7Interpreter fixed = new Hl7Interpreter();
        try (DataDirectory directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.system())) {
            Inbox inbox = new Inbox(directory.journal(), new FeedCounters());
            inbox.receive(FEED, "test", utf8(admission("C1", "0001", "A"))).join();
            Quarantine held = new Quarantine(new Older(fixed));
            try (ReadModels models = ReadModels.start(directory.journal(), List.of(held), directory.snapshots())) {
                assertThat(models.await(directory.journal().head(), LONG)).isTrue();
                assertThat(new Refold(directory.journal(), models, held, fixed).run(new Who.Operator()))
                        .isEqualTo(new Refold.Report(fixed.version(), 1, 0, 1, 1));
            }
        }
    }
}
