package org.relais.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The packaged program as a person meets it, over HTTP, on a directory of {@link LoadBench}: {@code prepare} makes an
 * account, {@code start} measures from the command to the first chart, {@code ask} searches and opens charts while results
 * come in over MLLP. Arguments: what, the launcher, the data directory, the file of its passphrase, how many patients, how
 * often.
 */
@SuppressWarnings("InlineFormatString")
final class ServeBench {
    /** One request. */
    @FunctionalInterface
    private interface Ask {
        void about(int n) throws IOException, InterruptedException;
    }

    private static final int OPENED = 400;

    private final Served.Place place;
    private final int patients;
    private final Random random = new Random(9);

    private ServeBench(Served.Place place, int patients) {
        this.place = place;
        this.patients = patients;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Served.Place place = new Served.Place(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        ServeBench bench = new ServeBench(place, Integer.parseInt(args[4]));
        switch (args[0]) {
            case "prepare" -> bench.prepare();
            case "start" -> bench.start(Integer.parseInt(args[5]));
            default -> bench.ask(Integer.parseInt(args[5]));
        }
    }

    private void prepare() throws IOException, InterruptedException {
        String first = place.account(Visitor.LOGIN);
        try (Served node = Served.start(place);
                Visitor page = new Visitor(node.url())) {
            page.logIn(first).choosePassword(first);
        }
    }

    private void start(int times) throws IOException, InterruptedException {
        for (int n = 0; n < times; n++) {
            long began = System.nanoTime();
            try (Served node = Served.start(place);
                    Visitor page = new Visitor(node.url())) {
                double announced = millis(began) / 1e3;
                page.logIn(Visitor.PASSWORD).atSearch();
                double inside = millis(began) / 1e3;
                String chart = page.get(someone(page));
                System.out.printf(
                        "- from the command: ready %.1f s, logged in %.1f s, first chart %.1f s (%d letters)%n",
                        announced, inside, millis(began) / 1e3, chart.length());
            }
        }
    }

    private void ask(int times) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Served node = Served.start(place);
                Visitor page = new Visitor(node.url())) {
            System.out.printf("ready after %.1f s%n", millis(began) / 1e3);
            page.logIn(Visitor.PASSWORD).atSearch();
            Thread sender = Thread.ofPlatform().daemon().start(() -> node.results(patients));
            measure("search, page by HTTP", times, _ -> page.find(LoadBench.question(random)));
            List<String> charts = new ArrayList<>();
            for (int n = 0; n < OPENED; n++) {
                charts.add(someone(page));
            }
            measure("chart, page by HTTP", times, n -> page.get(charts.get(n % OPENED)));
            sender.interrupt();
            page.get("/metrics")
                    .lines()
                    .filter(line -> line.startsWith("relais_memory"))
                    .forEach(System.out::println);
        }
    }

    /** Address of somebody's chart, found by number. */
    private String someone(Visitor page) throws IOException, InterruptedException {
        return page.find(String.valueOf(1_000_000 + random.nextInt(patients))).getFirst();
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void measure(String what, int times, Ask ask) throws IOException, InterruptedException {
        for (int n = 0; n < times / 5; n++) {
            ask.about(n);
        }
        double[] millis = new double[times];
        for (int n = 0; n < times; n++) {
            long began = System.nanoTime();
            ask.about(n);
            millis[n] = millis(began);
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                what, millis[times / 2], millis[times * 99 / 100], millis[times - 1]);
    }
}
