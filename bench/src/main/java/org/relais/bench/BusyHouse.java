package org.relais.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.relais.cli.Rooms;
import org.relais.demo.DemoHospital;
import org.relais.demo.DemoMessage;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.PatientId;
import org.relais.wiring.Assembly;

/** An open node that has taken two days of the demonstration's hospital in. */
@State(Scope.Benchmark)
public class BusyHouse {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final int PATIENTS = 300;
    private static final int DAYS = 2;

    private final CompletableFuture<Rooms> opened = new CompletableFuture<>();
    private final CompletableFuture<Boolean> finished = new CompletableFuture<>();
    private final Thread house = Thread.ofPlatform().unstarted(this::run);
    private List<PatientId> present = List.of();
    private int next;

    @Setup(Level.Trial)
    public void open() {
        house.start();
        Rooms rooms = opened.join();
        present = rooms.models().query(() -> rooms.wards().patients().inHospital()).stream()
                .map(patient -> patient.id())
                .toList();
    }

    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        finished.complete(true);
        house.join();
    }

    Rooms rooms() {
        return opened.join();
    }

    /** Another of those present, in turn. */
    PatientId someone() {
        next = (next + 1) % present.size();
        return present.get(next);
    }

    private void run() {
        try {
            Path path = Files.createTempDirectory("relais-micro").resolve("data");
            fill(path);
            new Assembly().with(path, PASSPHRASE.clone(), rooms -> opened.complete(rooms) && finished.join());
        } catch (IOException | RuntimeException failed) {
            opened.completeExceptionally(failed);
        }
    }

    private static void fill(Path path) {
        try (DataDirectory data = DataDirectory.create(path, Mode.DEMO, PASSPHRASE.clone(), InstantSource.system())) {
            Inbox inbox = new Inbox(data.journal(), new FeedCounters());
            FeedName feed = new FeedName("bench");
            List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
            messages().forEach(hl7 -> waiting.add(inbox.receive(feed, "bench", hl7)));
            waiting.forEach(CompletableFuture::join);
        }
    }

    /** The messages of the demonstration, in order. */
    static List<byte[]> messages() {
        return new DemoHospital(971)
                .history(PATIENTS, DAYS, Instant.parse("2026-11-20T06:00:00Z"))
                .map(DemoMessage::hl7)
                .toList();
    }
}
