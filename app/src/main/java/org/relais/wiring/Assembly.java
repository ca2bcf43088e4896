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
import java.util.List;
import java.util.function.Function;
import org.relais.cli.Announcer;
import org.relais.cli.Rooms;
import org.relais.cli.RoomsOpener;
import org.relais.cli.ServeOrder;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** Joins the command line to the house. */
public final class Assembly implements RoomsOpener {
    private static final Duration REPLAY = Duration.ofHours(2);
    private static final InstantSource CLOCK = InstantSource.system();

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
        Announcer announcer = new Announcer(order, server.url(), server.mllp());
        ServeOrder.Demo demo = order.demo();
        if (demo == null) {
            announcer.ready(server.house().rooms().people());
        } else {
            DemoPlay.start(server, demo, announcer);
        }
        server.await();
    }

    /** Starts on an empty directory, asks for the pages everybody begins with, and stops. */
    @Override
    public void train() {
        try {
            Path empty = Files.createTempDirectory("relais-train");
            char[] passphrase = "an empty directory, no secret".toCharArray();
            create(empty.resolve("data"), Mode.DEMO, passphrase);
            ServeOrder order = new ServeOrder(
                    empty.resolve("data"),
                    0,
                    0,
                    passphrase,
                    null,
                    new PrintStream(PrintStream.nullOutputStream()),
                    false);
            try (Server server = Server.start(order, CLOCK);
                    HttpClient client = HttpClient.newHttpClient()) {
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
}
