package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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

/** People and access, at the screen: how far the first task is from the door, badges, the shared ward screen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleTest {
    private static final String PIN = "739154";
    private static final int FEW = 12;
    private static final Map<String, List<String>> PAGES = Map.of(
            "sagefemme", List.of("phones", "pin", "station"),
            "dmc", List.of("glass", "waits"),
            "admin",
                    List.of(
                            "feeds/mllp/settings",
                            "phones",
                            "accounts/import",
                            "accounts/badges",
                            "backup/export",
                            "waits"),
            "audit", List.of("security", "glass"));

    @TempDir
    static Path folder;

    private static final Map<String, String> BADGES = new TreeMap<>();
    private static Chromium chromium;
    private static Program program;
    private static String url;
    private static String password;

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException, InterruptedException {
        chromium = Chromium.start();
        Path data = folder.resolve("demo");
        program = Program.start(
                "demo", "--data", data.toString(), "--days", "3", "--patients", "60", "--speed", "1", "--json");
        JsonNode first = program.line();
        url = first.get("url").asString();
        password = first.get("accounts").get(0).get("password").asString();
        assertThat(program.line().get("loaded").asInt()).isPositive();
        for (String login : List.of("sagefemme", "admissions", "dmc", "audit")) {
            BADGES.put(login, PrintedBadge.of(login, data, folder));
        }
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

    private static Station at(String login, String language) {
        return new Station(chromium.browser(), url, language).logIn(login, password);
    }

    private static String badge(String login) {
        return BADGES.getOrDefault(login, "");
    }

    @Test
    @Order(1)
    void aBadgeGetsItsPinAtItsFirstUse() {
        for (String login : BADGES.keySet()) {
            try (Station station = new Station(chromium.browser(), url, "fr")) {
                Page page = station.go("enrol").accessible().worded().page();
                page.fill("#badge", badge(login));
                page.fill("#pin", PIN);
                page.fill("#again", PIN);
                page.press("#again", "Enter");
                page.waitForURL("**/login*");
            }
        }
    }

    /** From the empty login page, badge in hand, to the first task. */
    private static void counted(String login, String where, Consumer<Hand> task) {
        try (Station station = Station.at(chromium, url, "fr")) {
            Page page = station.go("login").page();
            Hand hand = new Hand(station);
            hand.scan(badge(login));
            page.waitForSelector("#password:focus");
            hand.type(PIN);
            hand.press("Enter");
            page.waitForSelector("nav#rail");
            int in = hand.count();
            task.accept(hand);
            page.waitForURL(java.util.regex.Pattern.compile(where));
            System.err.println(login + ": " + (hand.count() - in) + " keys or clicks after login by badge, "
                    + hand.count() + " with it");
            assertThat(hand.count()).as(login).isLessThanOrEqualTo(FEW);
        }
    }

    @Test
    @Order(2)
    void theFirstTaskIsAtMostTwelveKeysOrClicksFromTheDoor() {
        counted("sagefemme", ".*/patients/[0-9a-f]{32}", hand -> {
            hand.press("ArrowDown");
            hand.press("Enter");
        });
        counted("admissions", ".*/patients/[0-9a-f]{32}/identity", hand -> {
            hand.type("jos");
            hand.click("#results a[href^='/patients/']:has-text('JOS')");
        });
        counted("dmc", ".*/crisis/declare", hand -> hand.click(".banner a.switch"));
        counted("audit", ".*/traces", _ -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    @Order(3)
    void everyPageOfPeopleIsAccessibleAndWorded(String language) {
        PAGES.forEach((login, paths) -> {
            try (Station station = at(login, language)) {
                for (String path : paths) {
                    station.go(path).accessible().worded().picture(path.replace('/', '-') + "-" + login);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    @Order(4)
    void theBadgesOfAnAccountAreAccessible(String language) {
        try (Station station = at("admin", language)) {
            Page page = station.go("accounts").page();
            page.locator("main tbody a").first().click();
            page.waitForURL("**/accounts/*");
            station.accessible().worded();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    @Order(5)
    void aChartLeadsToItsReportAndGlassShowsInItsBanner(String language) {
        try (Station station = at("sagefemme", language)) {
            Page page = station.go("wards/MAT").page();
            page.locator("main tbody a.name").first().click();
            page.waitForURL("**/patients/*");
            page.click("main a[href$='/accesses']");
            page.waitForURL("**/accesses");
            station.accessible().worded();
            page.navigate(url + "census");
            page.locator("table.beds a.name").first().click();
            page.waitForURL("**/patients/**");
            if (page.url().endsWith("/glass")) {
                station.accessible();
                page.check("#reason-ADVICE");
                page.click("button.grave");
                page.waitForURL(address -> !address.endsWith("/glass"));
            }
            assertThat(page.innerText(".patient")).contains(language.equals("fr") ? "Bris de glace" : "Break-glass");
            station.accessible().worded().picture("chart-glass");
        }
        try (Station station = at("audit", language)) {
            Page page = station.go("glass").page();
            page.locator("main a[href^='/glass/']").first().click();
            page.waitForURL("**/glass/*");
            station.accessible().worded().picture("glass-review");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    @Order(6)
    void aDocumentIsAccessible(String language) {
        try (Station station = at("dmc", language)) {
            Page page = station.go("census").page();
            List<String> charts = page.locator("table.beds a.name").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            for (String chart : charts) {
                page.navigate(url + chart.substring(1));
                Locator document = page.locator("main a[href*='/documents/']");
                if (document.count() > 0) {
                    document.first().click();
                    page.waitForURL("**/documents/**");
                    station.accessible().worded();
                    return;
                }
            }
            assertThat(charts).as("somebody has a document").isEmpty();
        }
    }

    @Test
    @Order(7)
    void aLockedWardShowsItsBedsWithoutNames() {
        for (String language : List.of("fr", "en")) {
            try (Station station = at("sagefemme", language)) {
                Page page = station.go("wards/MAT").page();
                String name = page.innerText("main tbody a.name >> nth=0");
                page.click("#lock button >> nth=0");
                page.waitForURL("**/lock**");
                page.waitForSelector(".beds-board li.taken");
                assertThat(page.content()).doesNotContain(name);
                station.accessible().worded().picture("lock-beds");
                page.navigate(url + "wards");
                assertThat(page.locator("#rail").count()).isZero();
                station.accessible().worded().picture("locked-board");
            }
        }
    }

    @Test
    @Order(8)
    void aSharedScreenOpensEachChartByBadgeAndEndsWithTheCrisis() {
        switchCrisis("declare", "Écrans noirs");
        for (String language : List.of("fr", "en")) {
            try (Station screen = at("sagefemme", language)) {
                Page page = screen.go("wards/MAT").page();
                page.click("main a[href$='/share']");
                screen.accessible().worded().picture("share");
                page.click("main form button.primary");
                page.waitForURL("**/shared");
                assertThat(page.locator("#rail").count()).isZero();
                screen.accessible().worded().picture("shared");
                page.locator("main tbody a.name").first().click();
                page.waitForSelector("#badge:focus");
                screen.accessible().worded().picture("shared-open");
                page.fill("#badge", badge("sagefemme"));
                page.fill("#pin", PIN);
                page.press("#pin", "Enter");
                page.waitForSelector(".visit");
                screen.accessible().worded().picture("shared-chart");
                page.click("main a[href*='/found'] >> nth=0");
                page.waitForSelector("#signBadge");
                screen.accessible().worded().picture("shared-sign");
                page.click(".visit button");
                page.waitForURL("**/shared");
                if (language.equals("en")) {
                    page.bringToFront();
                    switchCrisis("lift", "Tout revient");
                    page.waitForURL("**/login**");
                }
            }
        }
    }

    private static void switchCrisis(String act, String reason) {
        try (Station station = at("nuit", "fr")) {
            Page page = station.go("crisis/" + act).page();
            page.fill("#reason", reason);
            page.click("main form button.grave");
            page.waitForURL("**/crisis");
        }
    }
}
