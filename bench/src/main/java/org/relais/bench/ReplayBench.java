package org.relais.bench;

import java.io.IOException;
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
 * mix of messages, every read model, from the opening of the directory to the last position.
 */
final class ReplayBench {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final int ROUNDS = 5;
    private static final int BATCH = 2_000;

    private ReplayBench() {}

    public static void main(String[] args) throws IOException {
        int patients = args.length > 0 ? Integer.parseInt(args[0]) : 3_000;
        Path full = Files.createTempDirectory("relais-replay").resolve("data");
        Path empty = Files.createTempDirectory("relais-replay").resolve("data");
        DataDirectory.create(empty, Mode.DEMO, PASSPHRASE, InstantSource.system())
                .close();
        long entries = fill(full, patients);
        System.out.println("| round | entries | seconds | entries/s |");
        System.out.println("|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            double opening = seconds(empty);
            double both = seconds(full);
            double replay = both - opening;
            System.out.printf("| %d | %d | %.2f | %.0f |%n", round, entries, replay, entries / replay);
        }
    }

    private static double seconds(Path data) throws IOException {
        Path snapshots = data.resolve("snapshots");
        if (Files.isDirectory(snapshots)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(snapshots)) {
                for (Path snapshot : old) {
                    Files.delete(snapshot);
                }
            }
        }
        long start = System.nanoTime();
        return new Assembly().with(data, PASSPHRASE.clone(), rooms -> (System.nanoTime() - start) / 1e9);
    }

    private static long fill(Path path, int patients) {
        try (DataDirectory data = DataDirectory.create(path, Mode.DEMO, PASSPHRASE, InstantSource.system())) {
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
            return data.journal().head();
        }
    }
}
