package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedSettings.Kind;
import org.relais.feeds.FeedSettings.Tls;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.journal.DataDirectory;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.Who;

/** Feeds set up by facts, and the board that tells how each stands. */
class FeedDeskTest {
    private static final Who OPERATOR = new Who.Operator();
    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    private static final FeedName LAB = new FeedName("labo");

    @TempDir
    Path temp;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final FeedRoster roster = new FeedRoster();
    private final Hl7Interpreter interpreter = new Hl7Interpreter();
    private final FeedLedger ledger = new FeedLedger(interpreter);
    private DataDirectory directory;
    private ReadModels models;
    private FeedDesk desk;

    @BeforeEach
    void open() {
        directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, now::get);
        models = ReadModels.start(directory.journal(), List.of(roster, ledger), directory.snapshots());
        desk = new FeedDesk(
                directory.journal(),
                roster,
                FeedKeys.open(directory.path(), directory.journal().sealedFiles("feed-keys")));
    }

    @AfterEach
    void close() {
        models.close();
        directory.close();
    }

    private static FeedSettings mllp(String name, int port, int silence) {
        return new FeedSettings(name, Kind.MLLP, "127.0.0.1", port, "", List.of(), Tls.OFF, "windows-1252", silence);
    }

    private FeedSettings folder(String name, String path) {
        return new FeedSettings(name, Kind.FOLDER, "127.0.0.1", 0, path, List.of(), Tls.OFF, "UTF-8", 0);
    }

    private void done(Outcome<Receipt> outcome) {
        assertThat(models.await(outcome.orThrow().position(), Duration.ofSeconds(30)))
                .isTrue();
    }

    private static String refusal(Outcome<Receipt> outcome) {
        return outcome instanceof Outcome.Refused<Receipt>(var problem) ? problem.messageKey() : "done";
    }

    @Test
    void addsChangesAndRemoves() throws IOException {
        assertThat(roster.all()).hasSize(1);
        done(desk.add(OPERATOR, mllp("labo", 2600, 15)));
        done(desk.add(OPERATOR, folder("depot", "/srv/depot")));
        assertThat(refusal(desk.add(OPERATOR, mllp("labo", 2601, 0)))).isEqualTo("feeds.exists");
        assertThat(refusal(desk.add(OPERATOR, mllp("bio", 2600, 0)))).isEqualTo("feeds.clash");
        assertThat(refusal(desk.add(OPERATOR, folder("bis", "/srv/depot")))).isEqualTo("feeds.clash");
        assertThat(refusal(desk.add(OPERATOR, folder("own", directory.path().toString()))))
                .isEqualTo("feeds.setting.own-folder");
        assertThat(refusal(desk.add(OPERATOR, folder("up", temp.toString())))).isEqualTo("feeds.setting.own-folder");
        assertThat(refusal(desk.add(OPERATOR, mllp("import", 2700, 0)))).isEqualTo("feeds.setting.name");
        assertThat(refusal(desk.change(OPERATOR, mllp("none", 2700, 0)))).isEqualTo("feeds.unknown");
        done(desk.change(OPERATOR, mllp("labo", 2602, 0)));
        done(desk.change(OPERATOR, mllp("mllp", 0, 30)));
        assertThat(roster.all().stream().map(one -> one.settings().name())).containsExactly("mllp", "depot", "labo");
        assertThat(roster.get(LAB).orElseThrow().port()).isEqualTo(2602);
        assertThat(again(roster).all()).isEqualTo(roster.all());
        done(desk.remove(OPERATOR, "labo"));
        assertThat(roster.get(LAB)).isEmpty();
        done(desk.remove(OPERATOR, "mllp"));
        assertThat(refusal(desk.remove(OPERATOR, "mllp"))).isEqualTo("feeds.always-there");
        assertThat(refusal(desk.remove(OPERATOR, "labo"))).isEqualTo("feeds.unknown");
    }

    @Test
    void asksForKeysBeforeItEncrypts() {
        FeedSettings tls =
                new FeedSettings("labo", Kind.MLLP, "0.0.0.0", 2600, "", List.of(), Tls.MUTUAL, "windows-1252", 0);
        assertThat(refusal(desk.add(OPERATOR, tls))).isEqualTo("feeds.no-keys");
    }

    private static FeedRoster again(FeedRoster roster) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        roster.save(new DataOutputStream(bytes));
        FeedRoster read = new FeedRoster();
        read.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return read;
    }

    /** A door that is open and brings what the test puts into the inbox. */
    private static final class Open implements Door {
        @Override
        public String place() {
            return "127.0.0.1:2600";
        }

        @Override
        public int connections() {
            return 2;
        }

        @Override
        public void close() {}
    }

    @Test
    void tellsAgeRateLagAndAlarmsOnSilence() {
        done(desk.add(OPERATOR, mllp("labo", 2600, 15)));
        FeedCounters counters = new FeedCounters(now::get);
        Inbox inbox = new Inbox(directory.journal(), counters);
        Feeds feeds = new Feeds();
        feeds.put(roster.get(LAB).orElseThrow(), false, Open::new);
        FeedBoard board = new FeedBoard(
                new FeedBoard.Sources(roster, ledger, feeds, counters),
                models,
                () -> ZoneId.of("America/Martinique"),
                now::get);
        now.set(START.plus(Duration.ofMinutes(14)));
        assertThat(board.silent()).as("as old as the node").isEmpty();
        now.set(START.plus(Duration.ofMinutes(16)));
        assertThat(board.silent()).extracting(FeedBoard.Line::feed).containsExactly(LAB);
        byte[] raw = utf8(admission("C1", "0001", "A").replace("20261123060000||ADT", "20261123021550||ADT"));
        long position = inbox.receive(LAB, "127.0.0.1", raw).join().position();
        assertThat(models.await(position, Duration.ofSeconds(30))).isTrue();
        FeedBoard.Line line = board.line(LAB).orElseThrow();
        assertThat(line.silent()).isNull();
        assertThat(line.lag()).isEqualTo(Duration.ofSeconds(10));
        assertThat(line.fiveMinutes()).isEqualTo(1);
        assertThat(line.age(START.plus(Duration.ofMinutes(16)))).contains(Duration.ZERO);
        now.set(START.plus(Duration.ofMinutes(32)));
        assertThat(board.line(LAB).orElseThrow().fiveMinutes()).isZero();
        assertThat(board.line(LAB).orElseThrow().silent()).isEqualTo(START.plus(Duration.ofMinutes(16)));
        inbox.receive(LAB, "127.0.0.1", raw).join();
        assertThat(board.silent())
                .as("a message known before is a sign of life")
                .isEmpty();
        now.set(START.plus(Duration.ofMinutes(64)));
        assertThat(board.silent()).hasSize(1);
        feeds.freeze(LAB);
        assertThat(board.silent()).as("a frozen feed alarms nobody").isEmpty();
    }
}
