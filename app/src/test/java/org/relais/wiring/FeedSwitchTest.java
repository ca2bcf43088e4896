package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedBoard;
import org.relais.feeds.FeedDesk;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.FeedSettings.Kind;
import org.relais.feeds.FeedSettings.Tls;
import org.relais.feeds.ReceivedMessage;
import org.relais.journal.DataDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

/** The doors follow the facts while the node runs, and a restart opens them before the facts are folded. */
class FeedSwitchTest {
    private static final char[] PASSPHRASE = "a passphrase for a test".toCharArray();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Who OPERATOR = new Who.Operator();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final FeedName LAB = new FeedName("labo");

    @TempDir
    Path temp;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static FeedSettings mllp(int port) {
        return new FeedSettings("labo", Kind.MLLP, "127.0.0.1", port, "", List.of(), Tls.OFF, "windows-1252", 0);
    }

    private static boolean answers(int port, String id) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(framed(utf8(admission(id, id, "ADÉLAÏDE"))));
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != 0x1C; next = in.read()) {
                answer.append((char) next);
            }
            return answer.indexOf("MSA|AA|" + id) > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean open(House house, FeedName feed) {
        return house.feedBoard()
                .line(feed)
                .map(FeedBoard.Line::state)
                .filter(state -> state.open())
                .isPresent();
    }

    @Test
    void followsEachChangeWithoutARestart() throws IOException {
        Path data = temp.resolve("data");
        int first = freePort();
        int second = freePort();
        Path depot = Files.createDirectory(temp.resolve("depot"));
        try (House house = new House(DataDirectory.create(data, Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK);
                FeedSwitch feeds = new FeedSwitch(house, 0)) {
            InetSocketAddress usual = feeds.open();
            assertThat(usual.getAddress().isLoopbackAddress()).isTrue();
            feeds.follow();
            FeedDesk desk = house.feedDesk();
            desk.add(OPERATOR, mllp(first)).orThrow();
            Awaitility.await().atMost(LONG).until(() -> open(house, LAB));
            assertThat(answers(first, "A1")).isTrue();
            assertThat(answers(usual.getPort(), "M1")).isTrue();
            desk.change(OPERATOR, mllp(second)).orThrow();
            Awaitility.await().atMost(LONG).until(() -> answers(second, "A2"));
            assertThat(answers(first, "A3")).isFalse();
            desk.add(
                            OPERATOR,
                            new FeedSettings(
                                    "depot", Kind.FOLDER, "", 0, depot.toString(), List.of(), Tls.OFF, "UTF-8", 0))
                    .orThrow();
            Path file = Files.writeString(depot.resolve("a.hl7"), admission("D1", "0009", "RÉMY"));
            Awaitility.await().atMost(LONG).until(() -> !Files.exists(file));
            house.rooms().crisis().declare(OPERATOR, "a reason", Set.of(LAB)).orThrow();
            Awaitility.await().atMost(LONG).until(() -> !open(house, LAB));
            assertThat(answers(usual.getPort(), "M2")).isTrue();
            assertThat(house.feedBoard().names()).extracting(FeedName::value).containsExactly("mllp", "depot", "labo");
            assertThat(received(house)).containsExactlyInAnyOrder("labo", "mllp", "labo", "depot", "mllp");
        }
        assertThat(Files.readString(data.resolve("feeds-note"), StandardCharsets.ISO_8859_1))
                .startsWith("RELAISSF")
                .doesNotContain("depot");
        try (House house = House.open(data, PASSPHRASE.clone(), CLOCK);
                FeedSwitch feeds = new FeedSwitch(house, 0)) {
            feeds.open();
            assertThat(house.feeds().list().stream()
                            .map(state -> state.settings().name()))
                    .as("before the facts are folded")
                    .containsExactlyInAnyOrder("mllp", "depot", "labo");
            assertThat(house.feeds().list().stream().filter(state -> !state.open()))
                    .as("what was frozen stays so")
                    .allMatch(state -> state.feed().equals(LAB));
            feeds.follow();
            house.rooms().crisis().lift(OPERATOR, "a reason");
            Awaitility.await().atMost(LONG).until(() -> {
                house.rooms().crisis().lift(OPERATOR, "a reason");
                return open(house, LAB);
            });
            assertThat(answers(second, "A4")).isTrue();
            house.feedDesk().remove(OPERATOR, "labo").orThrow();
            Awaitility.await().atMost(LONG).until(() -> !answers(second, "A5"));
        }
    }

    @Test
    void triesAgainWhereAPortIsTaken() throws IOException {
        try (House house = new House(
                        DataDirectory.create(temp.resolve("data"), Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK);
                FeedSwitch feeds = new FeedSwitch(house, 0)) {
            feeds.open();
            feeds.follow();
            int port;
            try (ServerSocket taken = new ServerSocket(0)) {
                port = taken.getLocalPort();
                house.feedDesk()
                        .add(
                                OPERATOR,
                                new FeedSettings(
                                        "labo",
                                        Kind.MLLP,
                                        "0.0.0.0",
                                        port,
                                        "",
                                        List.of("127.0.0.1"),
                                        Tls.OFF,
                                        "windows-1252",
                                        0))
                        .orThrow();
                Awaitility.await()
                        .atMost(LONG)
                        .until(() -> house.feedBoard()
                                .line(LAB)
                                .map(FeedBoard.Line::state)
                                .filter(state -> state.trouble().equals("feeds.cannot-open"))
                                .isPresent());
            }
            Awaitility.await().atMost(LONG).until(() -> answers(port, "A1"));
        }
    }

    private static List<String> received(House house) {
        List<String> feeds = new java.util.ArrayList<>();
        house.data()
                .journal()
                .read(
                        1,
                        entry -> ReceivedMessage.read(entry)
                                .ifPresent(message ->
                                        feeds.add(message.origin().feed().value())));
        return feeds;
    }
}
