package org.relais.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.relais.cli.Announcer;
import org.relais.cli.Rooms;
import org.relais.cli.RoomsOpener;
import org.relais.cli.ServeOrder;
import org.relais.demo.DemoHospital;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.Mode;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** Joins the command line to the house. */
public final class Assembly implements RoomsOpener {
    private static final Duration REPLAY = Duration.ofHours(2);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int TRAINING_PATIENTS = 200;
    private static final int TRAINING_DAYS = 5;

    @Override
    public <T> T with(Path data, char[] passphrase, Function<Rooms, T> work) {
        try (House house = House.open(data, passphrase, CLOCK)) {
            house.folded().await(house.data().journal().head(), REPLAY);
            return work.apply(house.rooms());
        }
    }

    @Override
    public void create(Path data, Mode mode, char[] passphrase) {
        DataDirectory.create(data, mode, passphrase, CLOCK).close();
    }

    @Override
    public void serve(ServeOrder order) {
        Server server = Server.start(order, CLOCK);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        server.ready(REPLAY);
        Announcer announcer = new Announcer(order, server.url(), server.mllp()).secure(server.secureUrl());
        ServeOrder.Demo demo = order.demo();
        if (demo == null) {
            announcer.ready(server.house().rooms().people());
        } else {
            DemoPlay.start(server, demo, announcer);
        }
        server.await();
    }

    /**
     * Starts on a directory of its own that holds days of the fictitious hospital, so that replay is trained too, asks for
     * the pages everybody begins with, and stops. No real patient ever is in it.
     */
    @Override
    public void train() {
        try {
            Path empty = Files.createTempDirectory("relais-train");
            char[] passphrase = "no secret: only invented patients".toCharArray();
            create(empty.resolve("data"), Mode.DEMO, passphrase);
            fictitiousDays(empty.resolve("data"), passphrase);
            ServeOrder order = new ServeOrder(
                    empty.resolve("data"),
                    0,
                    0,
                    passphrase,
                    null,
                    new PrintStream(PrintStream.nullOutputStream()),
                    false,
                    null);
            try (Server server = Server.start(order, CLOCK);
                    HttpClient client = HttpClient.newHttpClient()) {
                server.ready(REPLAY);
                for (String page : List.of("login", "health", "")) {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + page))
                            .build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
            Deletion.tree(empty);
        } catch (IOException failed) {
            throw Problem.of(Category.UNAVAILABLE, "train.failed", failed.toString())
                    .asException();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fictitiousDays(Path data, char[] passphrase) throws IOException {
        try (House house = House.open(data, passphrase.clone(), CLOCK)) {
            Inbox inbox = house.inbox();
            List<CompletableFuture<Receipt>> written = new ArrayList<>();
            new DemoHospital(1)
                    .history(TRAINING_PATIENTS, TRAINING_DAYS, CLOCK.instant())
                    .forEach(message -> written.add(inbox.receive(FeedSwitch.MLLP, "train", message.hl7())));
            written.forEach(CompletableFuture::join);
        }
        Deletion.tree(data.resolve("snapshots"));
    }
}
