package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A woman under watch in a browser: the review becomes overdue by itself, a signature clears it; a haemorrhage sheet. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");
    private static final String UNDER_THE_BANNER = "document.querySelector('.patient').getBoundingClientRect().top"
            + " >= document.querySelector('#banner').getBoundingClientRect().bottom - 1";
    private static final String LAST_ROOM =
            "Math.ceil(document.querySelector('#board .rooms > li:last-child').getBoundingClientRect().bottom)";
    private static final double A_MINUTE_AND_A_HALF = 90_000;

    /** The woman of the story on the list of traces, and her mark on the list of her ward. */
    private static final String HERS = "#ctg tr:has-text('" + Hospital.MOTHER + "')";

    private static final String LATE = " :is(.state-overdue,.state-act-now)";
    private static final String HERS_ON_WARD = "tr:has-text('" + Hospital.MOTHER + "')" + LATE;

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
                "demo", "--data", folder.resolve("demo").toString(), "--patients", "200", "--days", "1", "--json");
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

    /** First, so that its interval runs out while the others are tried. */
    @Test
    @Order(1)
    void aTraceIsPutUnderWatch() {
        try (Station station = midwife()) {
            Page page = station.go("wards/MAT").page();
            station.go(mother(page) + "/ctg").accessible().worded();
            page.check("#phase-PUSHING");
            page.check("#paper-yes");
            page.fill("#minutes", "1");
            page.click("form[action$='/ctg'] button");
            page.waitForSelector("form[action$='/ctg/review']");
        }
    }

    @Test
    @Order(9)
    void aReviewBecomesOverdueByItselfAndASignatureClearsIt() {
        try (Station station = midwife();
                Station wall = midwife()) {
            Page list = wall.go("maternity/watch").accessible().worded().page();
            list.waitForSelector(HERS + LATE, new Page.WaitForSelectorOptions().setTimeout(A_MINUTE_AND_A_HALF));
            list.waitForSelector(
                    "#calls .state-overdue", new Page.WaitForSelectorOptions().setTimeout(A_MINUTE_AND_A_HALF));
            wall.accessible();
            Page page = station.go("wards/MAT").page();
            page.waitForSelector("#ward " + HERS_ON_WARD);
            station.accessible();
            station.go(mother(page) + "/ctg");
            page.check("#reading-NORMAL");
            page.fill("#note", "rythme de base 140");
            page.click("form[action$='/ctg/review'] button");
            page.waitForSelector("text=rythme de base 140");
            list.waitForSelector(HERS + " .state-open");
            station.accessible();
            page.selectOption("#reason", "BORN");
            page.click("form[action$='/ctg/stop'] button");
            page.waitForSelector("text=Surveillance arrêtée");
        }
    }

    /** Before the alert of the story is signed: it calls in the banner beside the haemorrhage. */
    @Test
    @Order(2)
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
            assertThat(page.locator("#calls b").count()).isGreaterThan(1);
            try (TwoSizes seen = new TwoSizes(chromium.browser(), url, "sagefemme", password)) {
                seen.see(chart + "/haemorrhage", "haemorrhage");
            }
            page.reload();
            page.evaluate("scrollTo(0, 300)");
            assertThat((boolean) page.evaluate(UNDER_THE_BANNER))
                    .as("the calls cover no name")
                    .isTrue();
            assertThat(page.request().get(url + chart + "/haemorrhage.pdf").status())
                    .isEqualTo(200);
            page.click("form[action$='/haemorrhage/end'] button");
            page.waitForSelector("form[action$='/haemorrhage'] button");
        }
    }

    @Test
    @Order(5)
    void theBoardSaysWhatIsKnownAndWhatIsNot() {
        try (Station station = midwife()) {
            Page page = station.go("maternity/board").accessible().worded().page();
            assertThat(page.locator("#board .rooms > li").count())
                    .as("the delivery rooms of the structure, free ones too")
                    .isGreaterThanOrEqualTo(5);
            assertThat(page.locator("#board a.name").count()).isPositive();
            station.picture("board");
            page.click("a[href='/maternity/board?wall']");
            page.waitForSelector("#board.wall");
            assertThat(page.locator("#board a.name").count())
                    .as("no names on a wall")
                    .isZero();
            station.accessible().worded();
            page.setViewportSize(1366, 768);
            assertThat((int) page.evaluate(LAST_ROOM))
                    .as("every room of the wall shows at once")
                    .isLessThanOrEqualTo(768);
            station.picture("wall");
        }
        try (Station english = new Station(chromium.browser(), url, "en").logIn("sagefemme", password)) {
            english.go("maternity/board").worded().picture("board");
        }
        try (Station phone = new Station(chromium.browser(), url, "fr", 360, 640).logIn("sagefemme", password)) {
            phone.go("maternity/board").accessible().worded();
            phone.go("maternity/watch").accessible().worded();
        }
    }

    @Test
    @Order(5)
    void aDoctorValidatesTheIntervalsUnderWhichReviewsAreDue() {
        try (Station midwife = midwife();
                Station doctor = new Station(chromium.browser(), url, "fr").logIn("dmc", password)) {
            Page list = midwife.go("maternity/watch").accessible().worded().page();
            assertThat(list.innerText("main")).contains("Non validés par l'établissement");
            Page page = doctor.go("maternity/intervals").accessible().worded().page();
            page.fill("#active", "14");
            page.click("form[action='/maternity/intervals'] button");
            page.waitForSelector(".state-done");
            doctor.accessible().picture("intervals");
            midwife.go("maternity/watch");
            assertThat(list.innerText("main")).contains("14 min", "Dr Solange MONTABRI");
        }
    }

    @Test
    @Order(5)
    void theLateWomanOfTheStoryCallsAndTheAlertIsSigned() {
        try (Station station = midwife()) {
            Page page = station.go("maternity/watch").page();
            page.locator("#ctg tbody tr")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Zozor"))
                    .locator("a.name")
                    .click();
            page.waitForSelector("section[aria-labelledby=alert]");
            station.accessible().worded().picture("alert");
            if (!page.isVisible("#called")) {
                page.click("section[aria-labelledby=alert] summary");
            }
            page.fill("#called", "Dr Palmiste");
            page.click("form[action$='/ctg/alert'] button");
            page.waitForSelector("text=Dr Palmiste");
            station.accessible().go("maternity/watch");
            assertThat(page.innerText("#ctg")).contains("alerte prise en compte");
        }
    }
}
