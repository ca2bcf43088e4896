package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.feeds.hl7v2.MllpListener;
import org.relais.journal.DataDirectory;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.Texts;

class FeedsTest {
    private static final FeedName FEED = new FeedName("mllp");
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    Path temp;

    private DataDirectory directory;
    private Inbox inbox;
    private final Hl7Interpreter interpreter = new Hl7Interpreter();

    @BeforeEach
    void open() {
        directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.fixed(NOW));
        inbox = new Inbox(directory.journal(), new FeedCounters());
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void importsFilesOfOneAndManyMessages() throws IOException {
        String one = "\uFEFF" + admission("C1", "0001", "JOSEPH");
        String many = admission("C2", "0002", "DÉSIRÉ") + admission("C3", "0003", "RÉMY") + "MSH|^~\\&|X\r";
        Path single = Files.writeString(temp.resolve("one.hl7"), one);
        Path several = Files.writeString(temp.resolve("many.hl7"), many);
        FileImport.Report report = new FileImport(inbox, interpreter).run(List.of(single, several, single), so -> {});
        assertThat(report).isEqualTo(new FileImport.Report(3, 5, 4, 1, 1, List.of()));
        assertThat(new RawExport(directory.journal()).into(temp.resolve("out"))).isEqualTo(4);
        assertThat(temp.resolve("out").toFile().list()).hasSize(4);
    }

    @Test
    void foldsQuarantineAndLedgerAlikeFromReplayAndSnapshot() throws IOException {
        inbox.receive(FEED, "127.0.0.1", utf8(admission("C1", "0001", "A"))).join();
        inbox.receive(FEED, "127.0.0.1", utf8(admission("C1", "0002", "B"))).join();
        inbox.receive(FEED, "127.0.0.1", utf8("not a message")).join();
        Quarantine quarantine = new Quarantine(interpreter);
        FeedLedger ledger = new FeedLedger(interpreter);
        directory.journal().read(1, entry -> {
            quarantine.apply(entry);
            ledger.apply(entry);
        });
        assertThat(quarantine.list(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(quarantine
                        .list(Long.MAX_VALUE, 10)
                        .getFirst()
                        .reasons()
                        .getFirst()
                        .key())
                .isEqualTo("feeds.reason.not-hl7");
        FeedLedger.Line line = ledger.line(FEED).orElseThrow();
        assertThat(line.kept()).isEqualTo(3);
        assertThat(line.quarantined()).isEqualTo(1);
        assertThat(line.recycled()).isEqualTo(1);
        assertThat(line.lastAt()).isEqualTo(NOW);
        assertThat(line.lastHour()).isEqualTo(3);
        assertThat(ledger.kept(FEED, NOW, 5)).isEqualTo(3);
        assertThat(ledger.kept(FEED, NOW.plusSeconds(300), 5)).isZero();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        quarantine.save(out);
        ledger.save(out);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Quarantine loaded = new Quarantine(interpreter);
        FeedLedger reopened = new FeedLedger(interpreter);
        loaded.load(in);
        reopened.load(in);
        assertThat(loaded.list(Long.MAX_VALUE, 10)).isEqualTo(quarantine.list(Long.MAX_VALUE, 10));
        assertThat(reopened.lines()).isEqualTo(ledger.lines());
    }

    @Test
    void freezesByClosingTheListenerAndThawsAtTheSamePort() throws IOException {
        try (Feeds feeds = new Feeds()) {
            InetSocketAddress[] at = {new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)};
            feeds.put(FeedSettings.mllp("mllp", 0), false, () -> {
                MllpListener listener = MllpListener.open(FEED, at[0], inbox);
                at[0] = listener.address();
                return listener;
            });
            InetSocketAddress address = at[0];
            assertThat(feeds.freeze(FEED).orThrow().open()).isFalse();
            Assertions.assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
                    .isInstanceOf(ConnectException.class);
            assertThat(feeds.thaw(FEED).orThrow().place()).endsWith(":" + address.getPort());
            try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void saysEveryReasonInBothLanguages() throws IOException {
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language, "feeds");
            try (var walk = Files.walk(Path.of("src/main/java/org/relais/feeds/hl7v2"))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    var keys = java.util.regex.Pattern.compile("\"(feeds\\.(?:reason|flag)\\.[a-z0-9-]+)\"")
                            .matcher(Files.readString(file));
                    while (keys.find()) {
                        assertThat(texts.has(keys.group(1))).as(keys.group(1)).isTrue();
                    }
                }
            }
        }
    }
}
