package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A woman under watch in a browser: the review becomes overdue by itself, a signature clears it; a haemorrhage sheet. */
class WatchTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");
    private static final double A_MINUTE_AND_A_HALF = 90_000;

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
                "demo", "--data", folder.resolve("demo").toString(), "--patients", "40", "--days", "1", "--json");
        JsonNode first = program.line();
        url = first.get("url").asString();
        password = first.get("accounts").get(0).get("password").asString();
        assertThat(program.line().get("loaded").asInt()).isPositive();
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

    private static Station midwife() {
        return new Station(chromium.browser(), url, "fr").logIn("sagefemme", password);
    }

    private static String mother(Page page) {
        page.locator("main table a.name")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(Hospital.MOTHER))
                .first()
                .click();
        page.waitForURL(CHART);
        return page.url().substring(url.length());
    }

    @Test
    void aReviewBecomesOverdueByItselfAndASignatureClearsIt() {
        try (Station station = midwife();
                Station wall = midwife()) {
            Page page = station.go("wards/MAT").page();
            String chart = mother(page);
            station.go(chart + "/ctg").accessible().worded();
            page.check("#phase-PUSHING");
            page.check("#paper-yes");
            page.fill("#minutes", "1");
            page.click("form[action$='/ctg'] button");
            page.waitForSelector("form[action$='/ctg/review']");
            Page list = wall.go("maternity/watch").accessible().worded().page();
            list.waitForSelector(
                    "#ctg .state-overdue", new Page.WaitForSelectorOptions().setTimeout(A_MINUTE_AND_A_HALF));
            list.waitForSelector(
                    "#calls .state-overdue", new Page.WaitForSelectorOptions().setTimeout(A_MINUTE_AND_A_HALF));
            wall.accessible();
            station.go("wards/MAT");
            page.waitForSelector("#ward .state-overdue");
            station.accessible().go(chart + "/ctg");
            page.check("#reading-NORMAL");
            page.fill("#note", "rythme de base 140");
            page.click("form[action$='/ctg/review'] button");
            page.waitForSelector("text=rythme de base 140");
            list.waitForSelector("#ctg .state-open");
            station.accessible();
            page.selectOption("#reason", "BORN");
            page.click("form[action$='/ctg/stop'] button");
            page.waitForSelector("text=Surveillance arrêtée");
        }
    }

    @Test
    void aHaemorrhageSheetIsFilledAndPrinted() {
        try (Station station = midwife()) {
            Page page = station.go("wards/MAT").page();
            String chart = mother(page);
            station.go(chart + "/haemorrhage").accessible().worded();
            page.click("form[action$='/haemorrhage'] button");
            page.waitForSelector("[data-elapsed]");
            page.selectOption("#act", "BLOOD_LOSS");
            page.fill("#millilitres", "700");
            page.click("form[action$='/haemorrhage/act'] button");
            page.waitForSelector("#lines ~ ul >> text=700");
            station.accessible().worded();
            assertThat(page.request().get(url + chart + "/haemorrhage.pdf").status())
                    .isEqualTo(200);
            page.click("form[action$='/haemorrhage/end'] button");
            page.waitForSelector("form[action$='/haemorrhage'] button");
        }
    }

    @Test
    void theBoardSaysWhatIsKnownAndWhatIsNot() {
        try (Station station = midwife()) {
            Page page = station.go("maternity/board").accessible().worded().page();
            assertThat(page.locator("#board tbody tr").count()).isPositive();
        }
    }
}
