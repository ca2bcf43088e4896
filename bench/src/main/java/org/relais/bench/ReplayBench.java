package org.relais.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.relais.demo.DemoHospital;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.wiring.Assembly;

/**
 * How fast the whole house is folded again from the journal, without snapshots: entries a second of the demonstration's
 * mix of messages, every read model, from the opening of the directory to the last position; the time that an empty one
 * takes is taken off. {@code fill} makes the directories; {@code rounds} measures in a JVM of its own, whose first round is
 * the one that counts. An empty directory is opened before it: a cold JVM's deriving of the key from the passphrase is no
 * replay, and the bars have it among the cold start's seconds.
 */
final class ReplayBench {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final int BATCH = 2_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Wall and processor seconds, and the entries there were. */
    private record Cost(double wall, double cpu, long entries) {
        Cost less(Cost other) {
            return new Cost(wall - other.wall, cpu - other.cpu, entries - other.entries);
        }
    }

    private ReplayBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("fill")) {
            create(folder.resolve("empty")).close();
            fill(folder.resolve("full"), args.length > 2 ? Integer.parseInt(args[2]) : 3_000);
            return;
        }
        int rounds = Integer.parseInt(args[2]);
        open(folder.resolve("empty"));
        for (int round = 1; round <= rounds; round++) {
            Cost replay = open(folder.resolve("full")).less(open(folder.resolve("empty")));
            System.out.printf(
                    "| %d | %d | %.2f | %.0f | %.2f | %.0f |%n",
                    round,
                    replay.entries,
                    replay.wall,
                    replay.entries / replay.wall,
                    replay.cpu,
                    replay.entries / replay.cpu);
        }
    }

    private static Cost open(Path data) throws IOException {
        Path snapshots = data.resolve("snapshots");
        if (Files.isDirectory(snapshots)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(snapshots)) {
                for (Path snapshot : old) {
                    Files.delete(snapshot);
                }
            }
        }
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        return new Assembly()
                .with(
                        data,
                        PASSPHRASE.clone(),
                        rooms -> new Cost(
                                (System.nanoTime() - wall) / 1e9,
                                (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                                rooms.data().journal().head()));
    }

    private static DataDirectory create(Path path) {
        return DataDirectory.create(path, Mode.DEMO, PASSPHRASE.clone(), InstantSource.system());
    }

    private static void fill(Path path, int patients) {
        try (DataDirectory data = create(path)) {
            Inbox inbox = new Inbox(data.journal(), new FeedCounters());
            FeedName feed = new FeedName("bench");
            List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
            new DemoHospital(971)
                    .history(patients, 10, Instant.parse("2026-11-20T06:00:00Z"))
                    .forEach(message -> {
                        waiting.add(inbox.receive(feed, "bench", message.hl7()));
                        if (waiting.size() == BATCH) {
                            waiting.forEach(CompletableFuture::join);
                            waiting.clear();
                        }
                    });
            waiting.forEach(CompletableFuture::join);
        }
    }
}
