package org.relais.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A patient of an unmistakable name goes through the whole packaged program: taken in, found, read, printed, backed up.
 * Afterwards her name stands in no file: data, logs, temporary files, browser profile.
 */
class CanaryTest {
    private static final String FAMILY = "Zyxwanowska-Quartz";
    private static final String IPP = "8099887766";
    private static final List<Charset> CHARSETS =
            List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    @TempDir
    Path temp;

    private Path data;
    private Path log;
    private Path scratch;

    @BeforeEach
    void folders() throws IOException {
        data = temp.resolve("data");
        log = temp.resolve("server.log");
        scratch = Files.createDirectory(temp.resolve("tmp"));
        Files.writeString(temp.resolve("passphrase"), "une phrase pour chercher un nom\n");
    }

    private ProcessBuilder program(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                "-jar",
                Path.of(System.getProperty("relais.root", ".."), "app", "target", "relais-exec.jar")
                        .toString()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of(
                "--data",
                data.toString(),
                "--passphrase-file",
                temp.resolve("passphrase").toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private JsonNode run(String... words) throws IOException, InterruptedException {
        List<String> json = new ArrayList<>(Arrays.asList(words));
        json.add("--json");
        Process process = program(json.toArray(String[]::new)).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return JsonMapper.builder().build().readTree(said);
    }

    /** A ward of one bed, and two messages: she is admitted, and one that is not understood names her too. */
    private void takeIn() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Files.writeString(
                folder.resolve("structure.csv"),
                String.join(
                        "\n",
                        "row;code;name_fr;name_en;kind;units;ward;room;bed;zone;feed;authority",
                        "hospital;970200001;Centre hospitalier de la Pointe;;;;;;;America/Martinique;;",
                        "ward;MED;Médecine;Medicine;medicine;6268;;;;;;",
                        "bed;;;;;;MED;12;A;;;",
                        ""));
        Files.writeString(folder.resolve("a.hl7"), message("ADT^A01^ADT_A01", "C1"));
        Files.writeString(folder.resolve("b.hl7"), message("ADT^A99^ADT_A99", "C2"));
        assertThat(hits(folder, List.of(FAMILY)))
                .as("the search finds what is there")
                .hasSize(2);
        run("structure", "import", folder.resolve("structure.csv").toString());
        JsonNode done = run(
                "import",
                folder.resolve("a.hl7").toString(),
                folder.resolve("b.hl7").toString());
        assertThat(done.get("kept").asInt()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String message(String type, String id) {
        return String.join(
                        "\r",
                        "MSH|^~\\&|GAM|POINTE|RELAIS|POINTE|20261123060000||" + type + "|" + id
                                + "|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8",
                        "EVN||20261123060000",
                        "PID|1||" + IPP + "^^^IPP-POINTE^PI||" + FAMILY + "^Wilhelmine^^^^^L||19900412|F",
                        "PV1|1|I|6268^12^A^POINTE||||1001^RÉMY^Paul||||||||||||VC1^^^GAM^VN",
                        "ZBE|M1^GAM|20261123053000||INSERT|N||Médecine^^^^^^UF^^^6268|Médecine^^^^^^UF^^^6268|HMS")
                + "\r";
    }

    @Test
    void herNameStandsInNoFileOnceSheWasTakenInFoundReadPrintedAndBackedUp() throws IOException, InterruptedException {
        Chromium.start().close();
        Process server =
                program("serve", "--port", "0", "--mllp", "0", "--json").start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
            String first = Objects.requireNonNull(out.readLine(), "the server ended");
            String url = JsonMapper.builder().build().readTree(first).get("url").asString();
            takeIn();
            String password = run("user", "add", "dmc", "--name", "Docteur Essai", "--role", "DMC")
                    .get("password")
                    .asString();
            read(url, password);
            JsonNode found = run("find", FAMILY);
            assertThat(found.size()).isEqualTo(1);
            run("backup", "--to", temp.resolve("backup.zip").toString());
            run("verify");
        } finally {
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        List<String> words = List.of(FAMILY, FAMILY.substring(0, 11), IPP);
        assertThat(hits(temp, words)).as("files that name her").isEmpty();
        assertThat(Files.exists(data.resolve("journal.db"))).isTrue();
        try (Stream<Path> profile = Files.walk(temp.resolve("profile"))) {
            assertThat(profile.filter(Files::isRegularFile).count())
                    .as("files of the profile")
                    .isGreaterThan(10);
        }
    }

    /** Logs in, searches, reads the chart, orders a pack, downloads a summary, in a browser that keeps its profile. */
    private void read(String url, String password) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                BrowserContext context = playwright
                        .chromium()
                        .launchPersistentContext(
                                temp.resolve("profile"),
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setHeadless(true)
                                        .setLocale("fr-FR")
                                        .setEnv(Map.of("TMPDIR", scratch.toString()))
                                        .setArgs(List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")))) {
            Page page = context.newPage();
            logIn(page, url, password);
            page.navigate(url + "patients");
            page.fill("#q", FAMILY.substring(0, 11));
            page.press("#q", "Enter");
            page.locator("#results a").first().click();
            page.waitForURL("**/patients/*");
            assertThat(page.innerText("main")).containsIgnoringCase(FAMILY);
            String chart = page.url();
            page.reload();
            page.navigate(url + "quarantine");
            page.locator("main table a").first().click();
            assertThat(page.innerText("main")).containsIgnoringCase(FAMILY);
            page.navigate(url + "wards/MED");
            page.navigate(url + "packs?ward=MED");
            page.locator("form[action='/packs'][method=post] button").click();
            page.waitForURL("**/packs/*");
            assertThat(context.request().get(chart + "/summary.pdf").body())
                    .startsWith("%PDF".getBytes(UTF_8))
                    .hasSizeGreaterThan(1000);
            page.navigate(url + "password");
            page.locator("main form[action='/logout'] button").first().click();
        }
    }

    private static void logIn(Page page, String url, String password) {
        page.navigate(url + "login");
        page.fill("#username", "dmc");
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForSelector("#wanted");
        page.fill("#old", password);
        page.fill("#wanted", "quatre mots bien choisis");
        page.fill("#again", "quatre mots bien choisis");
        page.press("#again", "Enter");
        page.waitForSelector("nav");
    }

    /** Every case, every character set. */
    private static List<byte[]> forms(List<String> words) {
        List<byte[]> forms = new ArrayList<>();
        for (String word : words) {
            for (String cased :
                    new TreeSet<>(List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))) {
                CHARSETS.forEach(charset -> forms.add(cased.getBytes(charset)));
            }
        }
        return forms;
    }

    private static List<String> hits(Path folder, List<String> words) throws IOException {
        List<byte[]> forms = forms(words);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> found(file, forms))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean found(Path file, List<byte[]> forms) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return forms.stream().anyMatch(form -> contains(bytes, form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(byte[] bytes, byte[] form) {
        for (int at = 0; at <= bytes.length - form.length; at++) {
            if (bytes[at] == form[0] && Arrays.equals(bytes, at, at + form.length, form, 0, form.length)) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void theSearchFindsTheNameInEveryFormItLooksFor(String charset) throws IOException {
        Files.write(
                temp.resolve("x"),
                ("..." + FAMILY.toUpperCase(Locale.ROOT) + "...").getBytes(Charset.forName(charset)));
        assertThat(hits(temp, List.of(FAMILY))).contains("x");
    }
}
