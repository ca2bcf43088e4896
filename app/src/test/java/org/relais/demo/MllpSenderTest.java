package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MllpSenderTest {

    /** Listens on loopback, answers, and hangs up, or answers AE, every so many messages. */
    private static final class Receiver implements AutoCloseable {
        final List<String> kept = Collections.synchronizedList(new ArrayList<>());
        private final ServerSocket door;
        private final int trouble;
        private int heard;

        Receiver(int port, int trouble) throws IOException {
            this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            this.trouble = trouble;
            Thread.ofVirtual().start(this::listen);
        }

        InetSocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
        }

        private void listen() {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                String message = message(in);
                while (message != null && answer(socket, message)) {
                    message = message(in);
                }
            } catch (IOException broken) {
                assertThat(broken).isNotNull();
            }
        }

        private synchronized boolean answer(Socket socket, String message) throws IOException {
            String id = DemoHospitalTest.field(message, "MSH", 9);
            heard++;
            if (trouble > 0 && heard % trouble == 0) {
                return false;
            }
            boolean again = trouble > 0 && heard % (trouble + 3) == 0;
            if (!again) {
                kept.add(id);
            }
            if (trouble > 0 && heard % (trouble + 5) == 0) {
                return false;
            }
            String answer =
                    "\u000bMSH|^~\\&|R|R|S|S|2026||ACK|1|P|2.5\rMSA|" + (again ? "AE" : "AA") + "|" + id + "\r\u001c\r";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return true;
        }

        private static @Nullable String message(InputStream in) throws IOException {
            StringBuilder text = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0x1C) {
                    in.read();
                    return text.toString();
                }
                if (next != 0x0B) {
                    text.append((char) next);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    /** A free port that the system gives to no client by itself. */
    private static InetSocketAddress quietPort() {
        for (int port = 21_000 + (int) (ProcessHandle.current().pid() % 9_000); port < 32_000; port++) {
            try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
            } catch (IOException taken) {
                assertThat(taken).isNotNull();
            }
        }
        throw new AssertionError("no free port");
    }

    private static byte[] message(int number) {
        return ("MSH|^~\\&|T|T|R|R|20261120||ADT^A01^ADT_A01|ID" + number + "|P|2.5\rPID|1\r")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(number -> "ID" + number).toList();
    }

    @Test
    void losesNothingThoughTheLineBreaksAndInLockStepKeepsTheOrder() throws IOException {
        for (int window : new int[] {1, 16}) {
            try (Receiver receiver = new Receiver(0, 17);
                    MllpSender sender = new MllpSender(receiver.address(), window)) {
                IntStream.range(0, 150).forEach(number -> sender.offer(message(number)));
                await().atMost(Duration.ofSeconds(40)).until(() -> sender.waiting() == 0);
                LinkedHashSet<String> arrived = new LinkedHashSet<>(receiver.kept);
                assertThat(arrived).containsExactlyInAnyOrderElementsOf(ids(150));
                if (window == 1) {
                    assertThat(arrived).containsExactlyElementsOf(ids(150));
                }
            }
        }
    }

    @Test
    void queuesWhileNobodyListensAndSendsOnceSomebodyDoes() throws IOException {
        InetSocketAddress address = quietPort();
        try (MllpSender sender = new MllpSender(address, 4)) {
            IntStream.range(0, 30).forEach(number -> sender.offer(message(number)));
            assertThat(sender.waiting()).isEqualTo(30);
            try (Receiver receiver = new Receiver(address.getPort(), 0)) {
                await().atMost(Duration.ofSeconds(20)).until(() -> sender.waiting() == 0);
                assertThat(receiver.kept).containsExactlyElementsOf(ids(30));
            }
        }
    }

    @Test
    void playsTheHistoryThenGoesOnLive() throws IOException {
        DemoRun run = new DemoHospital(3).run(40, 1, DemoHospital.DEFAULT_END);
        long history =
                new DemoHospital(3).history(40, 1, DemoHospital.DEFAULT_END).count();
        try (Receiver receiver = new Receiver(0, 0);
                DemoTraffic traffic = new DemoTraffic(run, receiver.address(), 3600, InstantSource.system())) {
            traffic.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> traffic.progress().caughtUp());
            assertThat(traffic.progress().acknowledged()).isGreaterThanOrEqualTo(history);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> traffic.progress().live() && traffic.progress().acknowledged() > history);
            traffic.pause();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> traffic.progress().caughtUp());
            assertThat(receiver.kept).hasSize((int) traffic.progress().offered());
        }
    }
}
