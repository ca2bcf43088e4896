package org.relais.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.relais.care.chart.Chart;
import org.relais.cli.Rooms;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.PatientId;
import org.relais.wiring.Assembly;

/**
 * A large hospital's node: {@code fill} writes patients and a hundred observations each; {@code ask} opens the directory and
 * opens charts and searches while messages go on coming in, in the product's heap.
 */
@SuppressWarnings("InlineFormatString")
final class LoadBench {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final FeedName FEED = new FeedName("bench");
    private static final int RESULTS = 5;
    private static final int OBSERVATIONS = 20;
    private static final int ASKED = 3_000;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final String[] SURNAMES = {
        "JOSEPH", "MARIE-ROSE", "BELLEVUE", "ZOBEL", "ALEXIS", "MONROSE", "DORVILLE"
    };
    private static final String[] GIVEN = {"Rose", "Aimé", "Hélène", "Jean", "Élise", "Marcel", "Fabienne", "Guy"};
    private static final String MSH =
            "MSH|^~\\&|GAM|CHP|RELAIS|CHP|20261122101500||%s|%s|P|2.5|||||FRA|UNICODE UTF-8\r";
    private static final String PID = "PID|1||%d^^^CHP&979999999&N^PI||%s^%s^^^^^L||%d%02d%02d|%s\r";

    private LoadBench() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[1]);
        int patients = Integer.parseInt(args[2]);
        if (args[0].equals("fill")) {
            fill(data, patients);
        } else {
            ask(data, patients);
        }
    }

    private static void fill(Path path, int patients) {
        try (DataDirectory data = DataDirectory.create(path, Mode.DEMO, PASSPHRASE.clone(), InstantSource.system())) {
            Inbox inbox = new Inbox(data.journal(), new FeedCounters());
            List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
            for (int patient = 0; patient < patients; patient++) {
                for (byte[] message : story(patient)) {
                    waiting.add(inbox.receive(FEED, "bench", message));
                }
                if (waiting.size() > 2_000) {
                    waiting.forEach(CompletableFuture::join);
                    waiting.clear();
                }
            }
            waiting.forEach(CompletableFuture::join);
        }
    }

    private static List<byte[]> story(int patient) {
        List<byte[]> messages = new ArrayList<>();
        String pv1 = patient % 250 == 0 ? "PV1|1|I|MEDA^%d^1^CHP\r".formatted(patient / 250) : "PV1|1|N\r";
        String event = patient % 250 == 0 ? "ADT^A01^ADT_A01" : "ADT^A28^ADT_A05";
        messages.add(bytes(MSH.formatted(event, "A" + patient) + pid(patient) + pv1));
        for (int result = 0; result < RESULTS; result++) {
            messages.add(bytes(result(patient, result)));
        }
        return messages;
    }

    private static String pid(int patient) {
        Random random = new Random(patient);
        return PID.formatted(
                1_000_000 + patient,
                SURNAMES[random.nextInt(SURNAMES.length)] + (char) ('A' + random.nextInt(26)),
                GIVEN[random.nextInt(GIVEN.length)],
                1930 + random.nextInt(95),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextBoolean() ? "F" : "M");
    }

    private static String result(int patient, int result) {
        StringBuilder text =
                new StringBuilder(MSH.formatted("ORU^R01^ORU_R01", "R" + patient + "-" + result)).append(pid(patient));
        text.append("OBR|1|P%d|F%d-%d|24320-4^Ionogramme^LN|||202611%02d0700\r"
                .formatted(patient, patient, result, 10 + result));
        for (int observation = 1; observation <= OBSERVATIONS; observation++) {
            text.append("OBX|%d|NM|B%d^Analyse %d^L||%d.%d|mmol/L|3-9|N|||F\r"
                    .formatted(observation, observation, observation, 3 + patient % 5, observation % 10));
        }
        return text.toString();
    }

    private static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    private static void ask(Path path, int patients) throws IOException {
        long began = System.nanoTime();
        new Assembly().with(path, PASSPHRASE.clone(), rooms -> {
            System.out.printf("opened after %.1f s%n", (System.nanoTime() - began) / 1e9);
            Thread sender = Thread.ofPlatform().daemon().start(() -> goOn(rooms, patients));
            Random random = new Random(9);
            measure("search", n -> search(rooms, random));
            measure("chart", n -> chart(rooms, 1_000_000 + random.nextInt(patients)));
            sender.interrupt();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "heap in use %d MiB of %d%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
            return true;
        });
    }

    /** Results go on coming, about three hundred a second. */
    private static void goOn(Rooms rooms, int patients) {
        Inbox inbox = new Inbox(rooms.data().journal(), new FeedCounters());
        for (int n = 0; !Thread.currentThread().isInterrupted(); n++) {
            inbox.receive(FEED, "bench", later(n, patients));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** One more result, of each patient in turn. */
    static byte[] later(int n, int patients) {
        return bytes(result(n % patients, RESULTS + n / patients));
    }

    /** Three letters of a name and a birth year. */
    static String question(Random random) {
        return SURNAMES[random.nextInt(SURNAMES.length)].substring(0, 3) + " " + (1930 + random.nextInt(95));
    }

    private static void search(Rooms rooms, Random random) {
        String text = question(random);
        rooms.models().query(() -> rooms.wards().patients().find(text, 50));
    }

    private static Chart chart(Rooms rooms, int number) {
        PatientId id = rooms.models()
                .query(() -> rooms.wards().patients().byIdentifier(String.valueOf(number)))
                .getFirst()
                .id();
        return rooms.charts().chart(id, Instant.now()).orElseThrow();
    }

    private static void measure(String what, IntConsumer ask) {
        double[] millis = new double[ASKED];
        for (int n = 0; n < ASKED / 10; n++) {
            ask.accept(n);
        }
        for (int n = 0; n < ASKED; n++) {
            long began = System.nanoTime();
            ask.accept(n);
            millis[n] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what, millis[ASKED / 2], millis[ASKED * 99 / 100], millis[ASKED - 1]);
    }
}
