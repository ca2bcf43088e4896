package org.relais.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter.Depth;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Hit;
import org.relais.feeds.Origin;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Via;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.hl7.Message;
import org.relais.journal.DataDirectory;
import org.relais.journal.Draft;
import org.relais.journal.Receipt;
import org.relais.journal.crypto.Sealer;
import org.relais.journal.crypto.SigningKey;
import org.relais.journal.crypto.SiteKey;
import org.relais.kernel.FeedName;
import org.relais.kernel.Who;

/** What the parts of the way cost, from the bytes of a message to the chart: microseconds an operation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MicroBench {
    private static final int GROUP = 64;
    private static final Origin ORIGIN = new Origin(new FeedName("bench"), "bench", Via.FILE);
    private static final Hl7Interpreter INTERPRETER = new Hl7Interpreter();

    /** Keys, and a payload of the size of a usual message. */
    @State(Scope.Benchmark)
    public static class Sealing {
        private final SecureRandom random = new SecureRandom();
        private final Sealer sealer = new Sealer(random);
        private final SecretKey key = SiteKey.random(random).derive("bench");
        private final SigningKey signing = SigningKey.random(random);
        private final byte[] header = new byte[180];
        private final byte[] payload = new byte[1_000];
    }

    /** A journal on disk. */
    @State(Scope.Benchmark)
    public static class Log {
        private final DataDirectory data = DataDirectory.create(
                folder(), org.relais.kernel.Mode.DEMO, "only for a measurement".toCharArray(), InstantSource.system());

        private static Path folder() {
            try {
                return Files.createTempDirectory("relais-micro").resolve("data");
            } catch (java.io.IOException full) {
                throw new java.io.UncheckedIOException(full);
            }
        }

        @TearDown(Level.Trial)
        public void close() {
            data.close();
        }
    }

    /** AES-256-GCM over a payload of 1,000 bytes and its header. */
    @Benchmark
    public byte[] sealAnEntry(Sealing with) {
        return with.sealer.seal(with.key, with.header, with.payload);
    }

    /** Ed25519 over the head of a group: once a group of up to 64 entries. */
    @Benchmark
    public byte[] signAGroup(Sealing with) {
        return with.signing.sign(with.header);
    }

    /** An entry of a full group: sealed, chained, signed with its group and on the disk (fsync). */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public Receipt appendAnEntryDurably(Log log, Sealing with) {
        List<CompletableFuture<Receipt>> written = new ArrayList<>(GROUP);
        for (int n = 0; n < GROUP; n++) {
            written.add(log.data.journal().append(Draft.of("bench.entry", 1, new Who.Machine(), with.payload)));
        }
        return written.stream().map(CompletableFuture::join).toList().getLast();
    }

    /** Cuts a message of the demonstration's mix into its segments and fields. */
    @Benchmark
    public Optional<Message> tokeniseAMessage(Messages messages) {
        return Message.read(messages.another());
    }

    /** Reads all that a message of the demonstration's mix says of a patient. */
    @Benchmark
    public Interpretation interpretAMessage(Messages messages) {
        return INTERPRETER.interpret(new ReceivedMessage(ORIGIN, messages.another()), Depth.WHOLE);
    }

    /** Folds the chart of somebody in the hospital from the journal: read, unsealed, interpreted, folded. */
    @Benchmark
    public Optional<Chart> foldAChart(BusyHouse house) {
        return house.rooms().charts().chart(house.someone(), Instant.now());
    }

    /** Searches by the beginning of a name among all who ever came. */
    @Benchmark
    public List<Hit> searchByName(BusyHouse house) {
        return house.rooms()
                .models()
                .query(() -> house.rooms().wards().patients().find("jos", 50));
    }
}
