package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demonstration's attack, to its end: the hospital's systems are gone, Relais and its people are not. */
class AttackTest {
    @TempDir
    static Path folder;

    private static String data() {
        return folder.resolve("demo").toString();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            return !socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress());
        } catch (IOException closed) {
            return false;
        }
    }

    private static long held() throws IOException, InterruptedException {
        String out = folder.resolve("out").toString();
        return Program.run("export-raw", "--out", out, "--json", "--data", data())
                .json()
                .get("messages")
                .asLong();
    }

    private static int crisis(String what, String reason) throws IOException, InterruptedException {
        return Program.run("crisis", what, "--reason", reason, "--data", data()).code();
    }

    @Test
    void theSystemsFallSilentAndLiftingTheCrisisDoesNotBringThemBack() throws IOException, InterruptedException {
        String[] words = {"demo", "--patients", "60", "--days", "1", "--speed", "6000", "--attack", "0.05", "--json"};
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = data();
        try (Program program = Program.start(all)) {
            int port = Integer.parseInt(program.line().get("mllp").asString().replaceAll(".*:", ""));
            JsonNode loaded = program.line();
            assertThat(loaded.get("loaded").asLong()).isPositive();
            JsonNode attacked = program.line();
            assertThat(Instant.parse(attacked.get("attackedAt").asString())).isBefore(Instant.now());
            long before = held();
            assertThat(before).isGreaterThanOrEqualTo(loaded.get("loaded").asLong());
            assertThat(listens(port)).as("Relais itself listens on").isTrue();
            assertThat(crisis("declare", "Plus rien n'arrive")).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> !listens(port));
            assertThat(crisis("lift", "Fausse alerte")).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> listens(port));
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(held()).isEqualTo(before));
        }
    }
}
