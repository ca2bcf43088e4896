package org.relais.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the administrator sets and what the node then does by itself: packs on a key, envelopes, backups, forgetting. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpkeepTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Program program;
    private static String url;
    private static String password;

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException {
        chromium = Chromium.start();
        program = Program.start(
                "demo",
                "--data",
                folder.resolve("demo").toString(),
                "--days",
                "1",
                "--patients",
                "40",
                "--speed",
                "60",
                "--json");
        JsonNode first = program.line();
        url = first.get("url").asString();
        password = first.get("accounts").get(0).get("password").asString();
        assertThat(program.line().get("loaded").asInt()).isPositive();
        Files.createDirectory(folder.resolve("cle"));
        Files.createDirectory(folder.resolve("disque"));
    }

    @AfterAll
    static void theyGoHome() {
        if (program != null) {
            program.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Station admin(String language) {
        return new Station(chromium.browser(), url, language).logIn("admin", password);
    }

    private static List<Path> files(String where, String end) throws IOException {
        try (Stream<Path> list = Files.list(folder.resolve(where))) {
            return list.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    @Test
    @Order(1)
    void theAdministratorSchedulesPacksAndTheyComeOntoTheKey() {
        try (Station station = admin("fr")) {
            Page page = station.go("packs/standby").accessible().worded().page();
            page.check("#on");
            page.fill("#folder", "clé relative");
            page.click("form[action='/packs/standby'] button.primary");
            page.waitForSelector("#folder-error");
            station.accessible().worded();
            page.fill("#folder", folder.resolve("cle").toString());
            page.click("form[action='/packs/standby'] button.primary");
            page.waitForURL("**/packs/standby?done=settings");
            page.click("form[action='/packs/standby/make'] button");
            page.waitForURL("**/packs/standby?done=made");
            await().atMost(LONG).until(() -> {
                page.navigate(url + "packs/standby");
                return page.locator("#alarms").count() == 0
                        && page.locator("main table .state-done").count() > 0
                        && page.locator("main table .state-unknown").count() == 0;
            });
            assertThat(page.innerText("main table")).contains("ouverte et lisible le");
        }
    }

    @Test
    @Order(2)
    void theEnvelopesArePrintedAndAMidwifeProvesThatSheCouldOpenAPack() throws Exception {
        assertThat(files("cle", ".pdf")).isNotEmpty();
        try (Station station = admin("fr")) {
            Page page = station.go("packs/standby").page();
            String token = page.getAttribute("form[action='/packs/standby/envelopes'] input[name=_csrf]", "value");
            byte[] pdf = page.context()
                    .request()
                    .post(
                            url + "packs/standby/envelopes",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("_csrf", token)
                                            .set("ward", "MAT")))
                    .body();
            assertThat(new String(pdf, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
            page.reload();
            assertThat(page.innerText("main table")).contains("imprimée le");
        }
        String job = files("cle", ".pdf").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.contains("_MAT_"))
                .map(name -> name.replaceAll(".*_([0-9A-Z]+)\\.pdf", "$1"))
                .findFirst()
                .orElseThrow();
        try (Station station = new Station(chromium.browser(), url, "fr").logIn("sagefemme", password)) {
            Page page = station.go("packs/standby").accessible().worded().page();
            assertThat(page.locator("form[action='/packs/standby']").count()).isZero();
            page.fill("#code", "CV " + job + "-01 1");
            page.fill("#where", "Poste de soins 2");
            page.press("#where", "Enter");
            page.waitForURL("**/packs/standby?done=opened");
            assertThat(page.innerText("main table")).contains("Poste de soins 2");
        }
    }

    @Test
    @Order(3)
    void backupsAreScheduledAndTheRestoreDrillLeavesItsEvidence() throws IOException {
        try (Station station = admin("fr")) {
            Page page = station.go("backup").accessible().worded().page();
            page.click("a[href='/backup/plan']");
            page.waitForURL("**/backup/plan");
            station.accessible().worded();
            page.check("#on");
            page.fill("#folder", folder.resolve("disque").toString());
            page.click("form[action='/backup/plan'] button.primary");
            page.waitForURL("**/backup/plan?done=settings");
            page.click("form[action='/backup/plan/make'] button");
            page.waitForURL("**/backup/plan?done=make");
            await().atMost(LONG).until(() -> {
                page.navigate(url + "backup/plan");
                return page.innerText("#plan").contains("relais-backup_");
            });
            page.click("form[action='/backup/plan/drill'] button");
            page.waitForURL("**/backup/plan?done=drill");
            await().atMost(LONG).until(() -> {
                page.navigate(url + "backup/plan");
                return page.locator("#plan .state-done").count() == 1;
            });
            station.accessible().worded();
        }
        assertThat(files("disque", ".zip")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    @Order(4)
    void thePagesAreAccessibleAndWordedAndPictured(String language) {
        try (Station station = admin(language)) {
            station.go("packs/standby").accessible().worded().picture("standby");
            station.go("backup/plan").accessible().worded().picture("backup-plan");
            station.go("retention").accessible().worded().picture("retention");
        }
        try (Station phone = new Station(chromium.browser(), url, language, 360, 640).logIn("admin", password)) {
            for (String path : List.of("packs/standby", "backup/plan", "retention")) {
                int wide = (int) phone.go(path).page().evaluate("document.documentElement.scrollWidth");
                assertThat(wide).as(path).isLessThanOrEqualTo(360);
            }
        }
    }

    @Test
    @Order(5)
    void theMachineAsksForTheStateWithoutLogin() {
        try (Station station = new Station(chromium.browser(), url, "fr")) {
            Response ready = station.page().navigate(url + "ready");
            assertThat(ready.status()).isEqualTo(200);
            String metrics = station.page().navigate(url + "metrics").text();
            assertThat(metrics)
                    .contains(
                            "relais_journal_writing 1\n",
                            "relais_pack_last_seconds{ward=\"MAT\"}",
                            "relais_alarms_total")
                    .doesNotContain("JOSEPH");
            assertThat(station.page()
                            .context()
                            .request()
                            .get(url + "metrics", RequestOptions.create().setHeader("X-Forwarded-For", "10.0.0.9"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(6)
    void theCommandLineTellsTheSame() throws IOException, InterruptedException {
        String data = folder.resolve("demo").toString();
        JsonNode standby = Program.run("standby", "--json", "--data", data).json();
        assertThat(standby.get("alarms").size()).isZero();
        JsonNode doctor = Program.run("doctor", "--json", "--data", data).json();
        assertThat(doctor.get("checks").findValuesAsString("check")).contains("java", "sync", "packs", "printer");
        JsonNode forget = Program.run("forget", "--json", "--data", data).json();
        assertThat(forget.get("days").asInt()).isEqualTo(30);
        Path envelopes = folder.resolve("enveloppes.pdf");
        assertThat(Program.run("envelope", "--out", envelopes.toString(), "--data", data)
                        .code())
                .isZero();
        assertThat(Files.getPosixFilePermissions(envelopes)).hasSize(2);
        Path log = folder.resolve("demo").resolve("logs").resolve("relais.log");
        assertThat(log).exists();
        assertThat(Files.readString(log)).doesNotContain("JOSEPH-MONROSE");
    }
}
