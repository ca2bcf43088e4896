package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Twins from their mother's chart to printed bands, a band of the wrong twin, a separation and a reunion by scanner. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BirthsTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");
    private static final Pattern BIRTH = Pattern.compile(".*/births/[0-9a-f]{32}$");

    /** The keys of a scanner that plays a US keyboard, at its own pace whatever the load of this machine. */
    private static final String SCANNER = """
        text => {
          const press = (code, key, shiftKey) => document.body.dispatchEvent(
              new KeyboardEvent('keydown', {code, key, shiftKey, bubbles: true, cancelable: true}));
          for (const sign of text) {
            if (sign === '|') press('Backslash', sign, true);
            else if (sign >= '0' && sign <= '9') press('Digit' + sign, sign, false);
            else press('Key' + sign, sign, true);
          }
          press('Enter', 'Enter', false);
        }
        """;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Program program;
    private static String url;
    private static String password = "";
    private static Station midwife;
    private static String first = "";
    private static String newbornBand = "";
    private static String motherBand = "";

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException {
        chromium = Chromium.start();
        program = Program.start("demo", "--data", folder.resolve("demo").toString(), "--days", "1", "--json");
        JsonNode started = program.line();
        url = started.get("url").asString();
        password = started.get("accounts").get(0).get("password").asString();
        program.line();
        midwife = new Station(chromium.browser(), url, "fr").logIn("sagefemme", password);
    }

    @AfterAll
    static void theyGoHome() {
        if (midwife != null) {
            midwife.close();
        }
        if (program != null) {
            program.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String written(Page page, String sex) {
        page.waitForSelector("#time");
        page.fill("#time", "-5");
        page.check("#issue-LIVE");
        page.check("#sex-" + sex);
        page.fill("#birthplace", "97209");
        page.click("form[action^='/births/'] button.primary");
        page.waitForURL(BIRTH);
        return page.url();
    }

    private static byte[] printed(Page page) {
        if (page.locator("#checked").count() > 0) {
            page.check("#checked");
        }
        page.click("form[action$='/bands'] button");
        page.waitForSelector("a[href$='bands.pdf']");
        APIResponse answer = page.request()
                .get(url + page.getAttribute("a[href$='bands.pdf']", "href").substring(1));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(1)
    void theFirstTwinIsBornAndNothingPartsItBeforeItsBands() {
        Page page = midwife.go("wards/MAT").page();
        page.locator("main table a.name").first().click();
        page.waitForURL(CHART);
        page.click("a[href^='/births/for/']");
        page.waitForSelector("#time");
        midwife.accessible().worded().picture("birth-new");
        first = written(page, "FEMALE");
        assertThat(page.innerText("main")).contains("RANG UN", "Enfant 1 sur 1", "Aucune séparation avant");
        assertThat(page.locator("form[action$='/separation']").count()).isZero();
        midwife.accessible().worded().picture("birth");
    }

    @Test
    @Order(2)
    void bothBandsArePrintedAtOnceAndBearOneNumber() throws Exception {
        Page page = midwife.page();
        List<BufferedImage> pages = PaperCodes.pages(printed(page), folder);
        assertThat(pages).hasSize(2);
        Set<String> codes = new TreeSet<>(PaperCodes.matrices(pages.getFirst()));
        codes.addAll(PaperCodes.matrices(pages.get(1)));
        newbornBand = codes.stream()
                .filter(code -> code.startsWith("RELAIS1|N|"))
                .findFirst()
                .orElseThrow();
        motherBand = codes.stream()
                .filter(code -> code.startsWith("RELAIS1|B|"))
                .findFirst()
                .orElseThrow();
        assertThat(newbornBand).endsWith("|" + motherBand.split("\\|")[2]);
    }

    @Test
    @Order(3)
    void theSecondTwinHasAnotherName() {
        Page page = midwife.page();
        page.navigate(first + "/next");
        assertThat(written(page, "MALE")).isNotEqualTo(first);
        assertThat(page.innerText("main")).contains("RANG DEUX", "Enfant 2 sur 2", "RANG UN");
        printed(page);
    }

    @Test
    @Order(4)
    void theBandOfTheOtherTwinShoutsAndPartsNobody() {
        Page page = midwife.page();
        String number =
                page.innerText("section.patient").replace("\u00A0", "").replaceAll("(?s).*?([0-9]{10}).*", "$1");
        page.navigate(first);
        page.waitForSelector("#sep-child");
        page.evaluate(SCANNER, "RELAIS1|N|" + number + "|1|" + motherBand.split("\\|")[2]);
        page.evaluate(SCANNER, motherBand);
        page.fill("#with", "Mme Louise");
        page.click("form[action$='/separation'] button");
        page.waitForSelector("[data-shout]");
        assertThat(page.innerText("main").replace("\u00A0", "")).contains("ARRÊT", number);
        midwife.accessible().worded().picture("birth-mismatch");
        page.click("[data-shout] a.button");
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("REFUS", "L'enfant est avec sa mère");
    }

    @Test
    @Order(5)
    void bothBandsReadTheNewbornGoesAndComesBack() {
        Page page = midwife.page();
        page.evaluate(SCANNER, motherBand);
        page.evaluate(SCANNER, newbornBand);
        page.fill("#with", "Mme Louise");
        page.click("form[action$='/separation'] button");
        page.waitForSelector("#back-child");
        assertThat(page.innerText("main")).contains("Néonatologie · Mme Louise");
        page.evaluate(SCANNER, newbornBand);
        page.evaluate(SCANNER, motherBand);
        page.fill("#with", "Mme Louise");
        page.click("form[action$='/reunion'] button");
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("De retour auprès de sa mère");
    }

    @Test
    @Order(6)
    void theRegisterListsBothAndIsPrinted() {
        Page page = midwife.go("births").page();
        assertThat(page.innerText("main")).contains("RANG UN", "RANG DEUX");
        midwife.accessible().worded().picture("births");
        assertThat(page.request().get(url + "births/register.pdf").status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void oneAsksForABirthToBeStruckAndASecondConfirms() {
        Page page = midwife.page();
        page.navigate(first);
        page.click("summary:has-text('Noté par erreur')");
        page.fill("#annul-reason", "autre mère");
        page.click("form[action$='/annul'] button");
        page.waitForSelector("#doubt");
        assertThat(page.innerText("main")).contains("Annulation demandée", "autre mère");
        midwife.accessible().worded().picture("birth-doubt").go("births");
        assertThat(page.innerText("main")).contains("annulation demandée");
        page.navigate(first);
        page.fill("#second", "dmc");
        page.fill("#secret", password);
        page.click("form[action$='/annul/confirm'] button");
        page.waitForURL("**/births");
        assertThat(page.innerText("main")).contains("Annulé");
        midwife.accessible().worded();
    }
}
