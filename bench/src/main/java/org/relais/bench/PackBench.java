package org.relais.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
import org.relais.cli.Rooms;
import org.relais.demo.DemoHospital;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;
import org.relais.paper.PackContent;
import org.relais.paper.PackOptions;
import org.relais.paper.PackPlan;
import org.relais.paper.PackSource;
import org.relais.paper.WardPack;
import org.relais.paper.Watch;
import org.relais.wiring.Assembly;

/** How long the packs of the whole hospital take, from the charts to the last byte of the PDF. */
final class PackBench {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final int ROUNDS = 3;

    private PackBench() {}

    public static void main(String[] args) throws IOException {
        Path path = Files.createTempDirectory("relais-pack").resolve("data");
        fill(path);
        new Assembly().with(path, PASSPHRASE.clone(), PackBench::measure);
    }

    private static int measure(Rooms rooms) {
        System.out.println("| round | patients | pages | planning s | printing s | ms a page, all in |");
        System.out.println("|---|---|---|---|---|---|");
        PackSource source = rooms.packs();
        Iterable<PackContent> contents =
                () -> source.wards().stream().map(source::content).iterator();
        for (int round = 1; round <= ROUNDS; round++) {
            WardPack pack = new WardPack(source.stamp(Language.FR), PackOptions.USUAL);
            long start = System.nanoTime();
            PackPlan plan = pack.plan(contents);
            long planned = System.nanoTime();
            pack.print(contents, plan, OutputStream.nullOutputStream(), Watch.NONE);
            long printed = System.nanoTime();
            int patients =
                    plan.wards().stream().mapToInt(PackPlan.WardPages::patients).sum();
            System.out.printf(
                    "| %d | %d | %d | %.1f | %.1f | %.1f |%n",
                    round,
                    patients,
                    plan.pages(),
                    (planned - start) / 1e9,
                    (printed - planned) / 1e9,
                    (printed - start) / 1e6 / plan.pages());
        }
        return ROUNDS;
    }

    private static void fill(Path path) {
        DemoHospital hospital = new DemoHospital(971);
        try (DataDirectory data = DataDirectory.create(path, Mode.DEMO, PASSPHRASE, InstantSource.system())) {
            byte[] csv = hospital.structureCsv().getBytes(StandardCharsets.UTF_8);
            if (StructureCsv.read(csv) instanceof StructureCsv.Parsed(Structure structure)) {
                data.journal().write(Structure.TYPE.draft(new Who.Operator(), structure));
            }
            Inbox inbox = new Inbox(data.journal(), new FeedCounters());
            List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
            hospital.history(DemoHospital.FULL_PATIENTS, DemoHospital.FULL_DAYS, Instant.now())
                    .forEach(message -> waiting.add(inbox.receive(new FeedName("bench"), "bench", message.hl7())));
            waiting.forEach(CompletableFuture::join);
        }
    }
}
