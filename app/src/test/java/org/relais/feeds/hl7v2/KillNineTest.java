package org.relais.feeds.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.ReceivedMessage;
import org.relais.journal.DataDirectory;
import org.relais.testkit.Hl7;

/**
 * A node is killed (SIGKILL) at random moments under four connections, {@code -Dtorture} times on one directory: every
 * acknowledged message is there, once.
 */
class KillNineTest {
    private static final int CYCLES = Integer.getInteger("torture", 30);
    private static final int SENDERS = 4;
    /** A long run looks at what is kept after so many kills, so that a fault is told soon after it was made. */
    private static final int LOOK_EVERY = 50;
    /** However busy the machine is: a slow start is no loss. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path temp;

    private volatile @Nullable InetSocketAddress node;
    private volatile boolean over;

    /** Sends numbered messages, each until it is acknowledged. */
    private final class Numbered implements Runnable {
        private final int sender;
        private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

        Numbered(int sender) {
            this.sender = sender;
        }

        @Override
        public void run() {
            while (!over) {
                InetSocketAddress address = node;
                if (address == null) {
                    LockSupport.parkNanos(5_000_000);
                } else {
                    sendTo(address);
                }
            }
        }

        private void sendTo(InetSocketAddress address) {
            try (Sender socket = new Sender(address)) {
                while (!over) {
                    String id = "S" + sender + "-" + acknowledged.size();
                    String message = Hl7.admission(id, id, "DÉSIRÉ");
                    socket.write(Hl7.framed(Hl7.utf8(message)));
                    String answer = socket.answer();
                    if (answer == null) {
                        return;
                    }
                    if (Sender.verdict(answer).equals("AA " + id)) {
                        acknowledged.add(message);
                    }
                }
            } catch (IOException killed) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        Random random = new Random(20261123);
        List<Numbered> senders = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(new Numbered(i));
            threads.add(Thread.ofVirtual().start(senders.get(i)));
        }
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            Path port = temp.resolve("port-" + cycle);
            Process process = start(port);
            try {
                Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(port) || !process.isAlive());
                assertThat(process.isAlive()).as(log()).isTrue();
                node = new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(port)));
                assertThat(process.waitFor(100 + random.nextInt(1_200), TimeUnit.MILLISECONDS))
                        .as(log())
                        .isFalse();
            } finally {
                process.destroyForcibly().waitFor();
                node = null;
            }
            if ((cycle + 1) % LOOK_EVERY == 0) {
                look(cycle + 1, senders);
            }
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        look(CYCLES, senders);
    }

    /** Everything acknowledged so far is there, once; of what is there at most one message a sender was not acknowledged. */
    private void look(int cycles, List<Numbered> senders) {
        List<String> acknowledged = senders.stream()
                .flatMap(one -> List.copyOf(one.acknowledged).stream())
                .toList();
        Map<String, Integer> kept = kept();
        assertThat(acknowledged).hasSizeGreaterThan(cycles * SENDERS);
        assertThat(kept.keySet()).containsAll(acknowledged);
        assertThat(kept.values()).containsOnly(1);
        assertThat(kept).hasSizeLessThanOrEqualTo(acknowledged.size() + SENDERS);
        System.err.printf(
                "kill -9: %d cycles, %d messages acknowledged, none lost, none doubled%n", cycles, acknowledged.size());
    }

    private Process start(Path port) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        KillNineNode.class.getName(),
                        temp.resolve("data").toString(),
                        port.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("node.log").toFile())
                .start();
    }

    private String log() throws IOException {
        Path log = temp.resolve("node.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Map<String, Integer> kept() {
        Map<String, Integer> kept = new HashMap<>();
        try (DataDirectory directory = DataDirectory.open(
                temp.resolve("data"), KillNineNode.PASSPHRASE.toCharArray(), InstantSource.system())) {
            directory
                    .journal()
                    .read(
                            1,
                            entry -> ReceivedMessage.read(entry)
                                    .ifPresent(
                                            message -> kept.merge(new String(message.raw(), UTF_8), 1, Integer::sum)));
        }
        return kept;
    }
}
