package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged program before files that lost their end: it says so in words, and leaves them as they are. */
class CutFilesTest {
    private static final List<String> FILES = List.of("journal.db", "journal.db-wal", "keys.json", "head.sealed");

    @TempDir
    static Path folder;

    private static final Pattern WARNED =
            Pattern.compile("Entries of this node are missing|Des écritures de ce nœud manquent");

    private static String whole = "";

    /** A node that was killed while it wrote, so that its write-ahead log is there. */
    @BeforeAll
    static void aNodeWasKilled() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("passphrase"), "only for this very test\n");
        assertThat(Program.run("generate", "--patients", "20", "--days", "1", "--seed", "3", "--out", in("messages"))
                        .code())
                .isZero();
        Program server = Program.start(
                "serve",
                "--json",
                "--port",
                "0",
                "--mllp",
                "0",
                "--data",
                in("data"),
                "--passphrase-file",
                in("passphrase"));
        try {
            server.line();
            String[] words;
            try (Stream<Path> list = Files.list(folder.resolve("messages"))) {
                words = Stream.concat(
                                Stream.of("import"), list.map(Path::toString).sorted())
                        .toArray(String[]::new);
            }
            assertThat(run("data", words).code()).isZero();
            whole = run("data", "verify", "--json").json().get("head").asString();
            await().atMost(Duration.ofSeconds(20)).until(CutFilesTest::theEndIsNoted);
        } finally {
            server.kill();
        }
        assertThat(Files.size(folder.resolve("data").resolve("journal.db-wal"))).isPositive();
    }

    private static boolean theEndIsNoted() throws IOException {
        FileTime written = Files.getLastModifiedTime(folder.resolve("data").resolve("journal.db-wal"));
        Path note = folder.resolve("data").resolve("head.sealed");
        return Files.exists(note) && Files.getLastModifiedTime(note).compareTo(written) > 0;
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    private static Program.Answer run(String data, String... words) throws IOException, InterruptedException {
        return Program.run(with(data, words));
    }

    private static Program.Answer told(String data, String... words) throws IOException, InterruptedException {
        return Program.told(with(data, words));
    }

    private static String[] with(String data, String... words) {
        return Stream.concat(Arrays.stream(words), Stream.of("--data", in(data), "--passphrase-file", in("passphrase")))
                .toArray(String[]::new);
    }

    /** What is on disk of the killed node, one of its files cut to so many eighths. */
    private static Path cut(String name, String file, int eighths) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (String one : FILES) {
            Files.copy(folder.resolve("data").resolve(one), copy.resolve(one));
        }
        byte[] bytes = Files.readAllBytes(copy.resolve(file));
        Files.write(copy.resolve(file), Arrays.copyOf(bytes, (int) ((long) bytes.length * eighths / 8)));
        return copy;
    }

    private static Program.Answer refused(String data, String... words) throws IOException, InterruptedException {
        Program.Answer answer = told(data, words);
        assertThat(answer.code()).as(answer.out()).isEqualTo(1);
        assertThat(answer.out()).isNotBlank().doesNotContain("Exception", "\tat ", "??");
        return answer;
    }

    @Test
    void aCutDatabaseIsRefusedInWordsAndLeftAsItIs() throws IOException, InterruptedException {
        Path folded = cut("folded", "journal.db", 8);
        assertThat(run("folded", "verify").code())
                .as("the log goes home into the database")
                .isZero();
        byte[] database = Files.readAllBytes(folded.resolve("journal.db"));
        Files.deleteIfExists(folded.resolve("journal.db-wal"));
        for (int eighths = 7; eighths >= 1; eighths -= 3) {
            byte[] cut = Arrays.copyOf(database, database.length * eighths / 8);
            Files.write(folded.resolve("journal.db"), cut);
            Program.Answer answer = refused("folded", "serve", "--port", "0", "--mllp", "0");
            assertThat(answer.out()).contains("relais restore");
            assertThat(Files.readAllBytes(folded.resolve("journal.db"))).isEqualTo(cut);
            refused("folded", "verify");
        }
    }

    @Test
    void aCutWriteAheadLogGivesWhatWasBeforeAndTheHeadThatWasPrintedTellsOfTheRest()
            throws IOException, InterruptedException {
        cut("wal", "journal.db-wal", 5);
        try (Program server = Program.start(with("wal", "serve", "--json", "--port", "0", "--mllp", "0"))) {
            assertThat(server.line().get("url").asString()).startsWith("http");
            assertThat(run("wal", "verify").code()).as("what is there is sound").isZero();
            refused("wal", "verify", "--expect", whole);
        }
        assertThat(run("wal", "verify").code()).isZero();
    }

    /** Nothing acknowledged is lost in silence: it is told before the start and after it, until somebody has seen it. */
    @Test
    void whatWasCutOffIsToldUntilSomebodyHasSeenIt() throws IOException, InterruptedException {
        cut("cut", "journal.db-wal", 5);
        Path lost = cut("lost", "journal.db-wal", 8);
        Files.delete(lost.resolve("journal.db-wal"));
        for (String data : List.of("cut", "lost")) {
            assertThat(refused(data, "verify").out()).contains("relais verify --loss-seen");
            try (Program server = Program.start(with(data, "serve", "--json", "--port", "0", "--mllp", "0"))) {
                String url = server.line().get("url").asString();
                JsonNode found = run(data, "verify", "--json").json();
                assertThat(found.get("losses").size()).isEqualTo(1);
                JsonNode loss = found.get("losses").get(0);
                assertThat(loss.get("head").asString()).isEqualTo(whole);
                assertThat(loss.get("found").asLong())
                        .isLessThan(loss.get("noted").asLong());
                assertThat(checked(data)).isEqualTo("FIX");
                assertThat(login(url)).containsPattern(WARNED);
                seen(url, data);
                assertThat(run(data, "verify", "--loss-seen").code()).isZero();
                await().atMost(Duration.ofSeconds(10)).until(() -> checked(data).equals("OK"));
                assertThat(login(url)).doesNotContainPattern(WARNED);
            }
            assertThat(run(data, "verify").code())
                    .as("told, and what is there is sound")
                    .isZero();
        }
    }

    private static void seen(String url, String name) {
        try (Chromium chromium = Chromium.start();
                Station station = new Station(chromium.browser(), url, "fr", 360, 640)) {
            Path shot = Path.of("target", "shots", "loss-" + name + ".png");
            station.go("login").accessible().worded().page().screenshot(new Page.ScreenshotOptions().setPath(shot));
        }
    }

    /** What {@code doctor} says of losses. */
    private static String checked(String data) throws IOException, InterruptedException {
        for (JsonNode one : told(data, "doctor", "--json").json().get("checks")) {
            if (one.get("check").asString().equals("loss")) {
                return one.get("result").asString();
            }
        }
        return "";
    }

    private static String login(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest asked =
                    HttpRequest.newBuilder(URI.create(url).resolve("login")).build();
            return client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
