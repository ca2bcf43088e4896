package org.relais.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A patient of an unmistakable name goes through the whole packaged program: taken in, found, read, delivered of a child that
 * bears her name, watched, banded, half written about, printed, backed up, put into standby packs, looked for in a list.
 * Her name stands in no file: data, snapshots, drafts, standby packs, logs, temporary files, browser profile, neither while
 * the node works nor after it stopped; but in what a person asked to be written out, and in the list that she brought.
 */
class CanaryTest {
    private static final String FAMILY = "Zyxwanowska-Quartz";
    private static final String IPP = "8099887766";
    private static final List<String> WORDS = List.of(FAMILY, FAMILY.substring(0, 11), IPP);
    private static final String PASSWORD = "quatre mots bien choisis";

    @TempDir
    Path temp;

    private Path data;
    private Path log;
    private Path scratch;
    /** What somebody brings, and what she asks to be written out. */
    private Path asked;

    @BeforeEach
    void folders() throws IOException {
        data = temp.resolve("data");
        log = temp.resolve("server.log");
        scratch = Files.createDirectory(temp.resolve("tmp"));
        asked = Files.createDirectory(temp.resolve("asked"));
        Files.createDirectory(temp.resolve("key"));
        Files.writeString(temp.resolve("passphrase"), "une phrase pour chercher un nom\n");
    }

    private ProcessBuilder program(String... words) throws IOException {
        List<String> command = Launcher.command("-Djava.io.tmpdir=" + scratch);
        command.addAll(Arrays.asList(words));
        if (!words[0].equals("linkage")) {
            command.addAll(List.of(
                    "--data",
                    data.toString(),
                    "--passphrase-file",
                    temp.resolve("passphrase").toString()));
        }
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
                        "ward;MAT;Maternité;Maternity;maternity;6268;;;;;;",
                        "bed;;;;;;MAT;12;A;;;",
                        ""));
        Files.writeString(folder.resolve("a.hl7"), message("ADT^A01^ADT_A01", "C1"));
        Files.writeString(folder.resolve("b.hl7"), message("ADT^A99^ADT_A99", "C2"));
        assertThat(Hits.in(folder, List.of(FAMILY)))
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
    void herNameStandsInNoFileButThoseThatSomebodyAskedFor() throws IOException, InterruptedException {
        Chromium.start().close();
        Process first = serve();
        try {
            String url = url(first);
            takeIn();
            run("standby", "--folder", temp.resolve("key").toString(), "--make");
            String password = run("user", "add", "dmc", "--name", "Docteur Essai", "--role", "DMC")
                    .get("password")
                    .asString();
            inBrowser("profile", context -> {
                Page page = context.newPage();
                logIn(page, url, password);
                String chart = read(page, url);
                written(page, url, chart);
                printed(page, url, chart);
                page.navigate(url + "password");
                page.locator("main form[action='/logout'] button").first().click();
            });
            ordered();
            nowhere("while the node works");
        } finally {
            stop(first);
        }
        somethingWasSearched();
        nowhere("after it stopped");
        Process second = serve();
        try {
            url(second);
            assertThat(run("find", FAMILY).size())
                    .as("she and her child, found by the index that was kept")
                    .isEqualTo(2);
            nowhere("started again from its snapshots");
        } finally {
            second.destroyForcibly().waitFor();
        }
        nowhere("killed");
    }

    private Process serve() throws IOException {
        return program("serve", "--port", "0", "--mllp", "0", "--json").start();
    }

    private static String url(Process server) throws IOException {
        String first = Objects.requireNonNull(server.inputReader(UTF_8).readLine(), "the server ended");
        return JsonMapper.builder().build().readTree(first).get("url").asString();
    }

    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** What the command line writes: packs, backup, checks, and a list that names her linked with itself. */
    private void ordered() throws IOException, InterruptedException {
        Path list = asked.resolve("list.csv");
        Files.writeString(list, "nom;prenom;ne\n" + FAMILY + ";Wilhelmine;12/04/1990\nROSE;Line;01/02/1980\n");
        Path fields = Files.writeString(
                temp.resolve("fields.json"), "{\"surname\":\"nom\",\"given_name\":\"prenom\",\"birth_date\":\"ne\"}");
        run(
                "linkage",
                "--left",
                list.toString(),
                "--right",
                list.toString(),
                "--fields",
                fields.toString(),
                "--out",
                temp.resolve("pairs.csv").toString());
        assertThat(run("find", FAMILY).size()).isEqualTo(2);
        run("standby", "--make");
        run("pack", "--ward", "MAT", "--out", asked.resolve("pack.pdf").toString());
        run("backup", "--to", temp.resolve("backup.zip").toString());
        run("verify");
    }

    private void nowhere(String when) throws IOException {
        assertThat(Hits.in(temp, WORDS).stream()
                        .filter(file -> !file.startsWith("asked/"))
                        .toList())
                .as("files that name her " + when)
                .isEmpty();
    }

    /** Everything that might have named her was there to be searched. */
    private void somethingWasSearched() throws IOException {
        assertThat(Hits.in(asked, WORDS)).contains("list.csv");
        for (String folder : List.of("data/snapshots", "data/drafts", "data/logs", "key", "profile")) {
            try (Stream<Path> files = Files.walk(temp.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile).count())
                        .as("files in " + folder)
                        .isPositive();
            }
        }
        try (Stream<Path> generations = Files.list(temp.resolve("key"))) {
            assertThat(generations.filter(file -> file.toString().endsWith(".pdf")))
                    .as("generations of the ward's standby pack")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(temp.resolve("pairs.csv")).isNotEmptyFile();
        assertThat(temp.resolve("backup.zip")).isNotEmptyFile();
        assertThat(data.resolve("journal.db")).isNotEmptyFile();
    }

    /** A browser that keeps its profile, while something is done in it. */
    private void inBrowser(String profile, Consumer<BrowserContext> done) {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                BrowserContext context = playwright
                        .chromium()
                        .launchPersistentContext(
                                temp.resolve(profile),
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
            done.accept(context);
        }
    }

    /** Searches, reads the chart and a message that was not understood. @return the address of the chart */
    private static String read(Page page, String url) {
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
        page.navigate(url + "wards/MAT");
        return chart;
    }

    /** A child that bears her name, a watch on her, and something about her that is never sent. */
    private static void written(Page page, String url, String chart) {
        page.navigate(chart.replace("/patients/", "/births/for/"));
        page.fill("#time", "-5");
        page.check("#issue-LIVE");
        page.check("#sex-FEMALE");
        page.fill("#family", FAMILY);
        page.fill("#birthplace", "97209");
        page.click("form[action^='/births/'] button.primary");
        page.waitForURL(Pattern.compile(".*/births/[0-9a-f]{32}$"));
        assertThat(page.innerText("body")).containsIgnoringCase(FAMILY);
        page.navigate(chart + "/ctg");
        page.locator("input[name=phase]").first().check();
        page.fill("#midwife", "Mme " + FAMILY);
        page.check("#paper-no");
        page.click("form[action$='/ctg'] button");
        page.waitForSelector("form[action$='/ctg/review']");
        page.navigate(chart + "/found");
        page.waitForResponse("**/live/draft", () -> page.fill("#value", "Mme " + FAMILY + " va bien"));
        page.navigate(url + "maternity/watch");
        assertThat(page.innerText("main")).containsIgnoringCase(FAMILY);
    }

    /** A pack is ordered; summary, bands, the register of births and a kit are looked at. */
    private static void printed(Page page, String url, String chart) {
        page.navigate(url + "packs?ward=MAT");
        page.locator("form[action='/packs'][method=post] button").click();
        page.waitForURL("**/packs/*");
        page.navigate(chart.replace("/patients/", "/labels/"));
        page.fill("#band", "1");
        if (page.locator("#checked").count() > 0) {
            page.check("#checked");
        }
        page.click("form[action^='/labels/'] button.primary");
        page.waitForSelector("a[data-print]");
        String bands = Objects.requireNonNull(page.getAttribute("a[data-print]", "href"));
        page.navigate(url + "kits");
        page.fill("#count", "2");
        page.click("form[action='/kits'] button");
        page.waitForSelector("form[action$='/kit.pdf']");
        String kit = Objects.requireNonNull(page.getAttribute("form[action$='/kit.pdf']", "action"));
        for (String pdf : List.of(
                chart + "/summary.pdf",
                url + bands.substring(1),
                url + "births/register.pdf",
                url + kit.substring(1) + "?share=BANDS&printer=a4")) {
            assertThat(page.request().get(pdf).body())
                    .as(pdf)
                    .startsWith("%PDF".getBytes(UTF_8))
                    .hasSizeGreaterThan(1000);
        }
    }

    private static void logIn(Page page, String url, String password) {
        page.navigate(url + "login");
        page.fill("#username", "dmc");
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForSelector("#wanted");
        page.fill("#old", password);
        page.fill("#wanted", PASSWORD);
        page.fill("#again", PASSWORD);
        page.press("#again", "Enter");
        page.waitForSelector("nav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void theSearchFindsTheNameInEveryFormItLooksFor(String charset) throws IOException {
        Files.write(
                temp.resolve("x"),
                ("..." + FAMILY.toUpperCase(Locale.ROOT) + "...").getBytes(Charset.forName(charset)));
        assertThat(Hits.in(temp, List.of(FAMILY))).contains("x");
    }
}
