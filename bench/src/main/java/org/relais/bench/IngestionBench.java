package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages a second and per second of processor: Relais, which fsyncs before it answers, beside HAPI's SimpleServer, which
 * keeps nothing. Lock-step (one message unanswered a connection) at 1, 4 and 16 connections, and pipelined beside. Rounds
 * alternate, so that a drift of the machine falls on both; the median is quoted.
 */
final class IngestionBench {
    private static final int ROUNDS = 5;
    /** Enough for both just-in-time compilers to have done their work, which would otherwise count as the servers'. */
    private static final int WARM_UP = 40_000;

    private IngestionBench() {}

    /** One setting of the measurement. */
    private record Setting(String label, int connections, int window, int messages) {}

    /** What one round gave. */
    private record Figure(double perSecond, double perCpuSecond) {}

    public static void main(String[] args) throws IOException {
        List<Setting> settings = List.of(
                new Setting("lock-step", 1, 1, 4_000),
                new Setting("lock-step", 4, 1, 16_000),
                new Setting("lock-step", 16, 1, 16_000),
                new Setting("pipelined x32", 4, 32, 24_000));
        Path directory = Files.createTempDirectory("relais-bench");
        System.out.println(
                "| setting | connections | Relais /s | HAPI /s | ratio | Relais /cpu-s | HAPI /cpu-s | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        try (Peer relais =
                        Peer.start(RelaisPeer.class, directory.resolve("data").toString());
                Peer hapi = Peer.start(HapiPeer.class)) {
            round(relais, new Setting("warm-up", 4, 1, WARM_UP), "w");
            round(hapi, new Setting("warm-up", 4, 1, WARM_UP), "w");
            for (Setting setting : settings) {
                measure(relais, hapi, setting);
            }
        }
    }

    private static void measure(Peer relais, Peer hapi, Setting setting) {
        List<Figure> ours = new ArrayList<>();
        List<Figure> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = setting.connections() + "x" + setting.window() + "r" + round;
            ours.add(round(relais, setting, prefix));
            theirs.add(round(hapi, setting, prefix));
        }
        double rate = median(ours, true);
        double peerRate = median(theirs, true);
        double perCpu = median(ours, false);
        double peerPerCpu = median(theirs, false);
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f |%n",
                setting.label(),
                setting.connections(),
                rate,
                peerRate,
                rate / peerRate,
                perCpu,
                peerPerCpu,
                perCpu / peerPerCpu);
    }

    private static Figure round(Peer peer, Setting setting, String prefix) {
        Duration cpuBefore = peer.cpu();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int connection = 0; connection < setting.connections(); connection++) {
            Sender sender =
                    new Sender(peer.port(), setting.window(), connection, setting.messages() / setting.connections());
            threads.add(Thread.ofPlatform().start(() -> run(sender, prefix)));
        }
        threads.forEach(IngestionBench::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = peer.cpu().minus(cpuBefore).toNanos() / 1e9;
        return new Figure(setting.messages() / seconds, setting.messages() / cpu);
    }

    private static void run(Sender sender, String prefix) {
        try {
            sender.run(prefix);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(List<Figure> figures, boolean wall) {
        double[] sorted = figures.stream()
                .mapToDouble(figure -> wall ? figure.perSecond() : figure.perCpuSecond())
                .toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
