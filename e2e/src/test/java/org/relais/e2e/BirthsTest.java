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

/** Twins from their mother's chart to printed bands, a band of the wrong twin, a separation and a reunion by scanner. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BirthsTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");

    @TempDir
    static Path folder;

    private static Hospital hospital;
    private static String url;
    private static String password = "";
    private static Station midwife;
    private static String first = "";
    private static String second = "";
    private static Delivery delivery;
    private static Delivery.Bands bands = Delivery.Bands.NONE;

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException {
        hospital = new Hospital();
        url = hospital.url();
        password = hospital.password();
        midwife = hospital.at("sagefemme", "fr");
        delivery = new Delivery(midwife);
    }

    @AfterAll
    static void theyGoHome() {
        if (midwife != null) {
            midwife.close();
        }
        if (hospital != null) {
            hospital.close();
        }
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
        String form = page.url().substring(url.length());
        first = delivery.born("FEMALE");
        assertThat(page.innerText("main")).contains("RANG UN", "Enfant 1 sur 1", "Aucune séparation avant");
        assertThat(page.locator("form[action$='/separation']").count()).isZero();
        midwife.accessible().worded().picture("birth");
        try (TwoSizes seen = twoSizes()) {
            seen.see(form, "birth-form").see(first.substring(url.length()), "birth-hand", BirthsTest::byHand);
        }
    }

    private static TwoSizes twoSizes() {
        return new TwoSizes(hospital.chromium().browser(), url, "sagefemme", password);
    }

    /** Opens the form for bands that were written by hand. */
    private static void byHand(Page page) {
        page.click("details:has(form[action$='/hand']) > summary");
        page.focus("#hand-child");
    }

    @Test
    @Order(2)
    void bothBandsArePrintedAtOnceAndBearOneNumber() throws Exception {
        bands = delivery.bands(folder);
        assertThat(bands.newborn()).endsWith("|" + bands.matching());
    }

    @Test
    @Order(3)
    void theSecondTwinHasAnotherName() throws Exception {
        Page page = midwife.page();
        page.navigate(first + "/next");
        second = delivery.born("MALE");
        assertThat(second).isNotEqualTo(first);
        assertThat(page.innerText("main")).contains("RANG DEUX", "Enfant 2 sur 2", "RANG UN");
        assertThat(delivery.print(folder)).as("the mother wears hers already").hasSize(1);
    }

    @Test
    @Order(4)
    void theBandOfTheOtherTwinShoutsAndPartsNobody() {
        Page page = midwife.page();
        String number =
                page.innerText("section.patient").replace("\u00A0", "").replaceAll("(?s).*?([0-9]{10}).*", "$1");
        page.navigate(first);
        delivery.separate("RELAIS1|N|" + number + "|1|" + bands.matching(), bands.mother());
        page.waitForSelector("[data-shout]");
        assertThat(page.innerText("main").replace("\u00A0", "")).contains("ARRÊT", number);
        midwife.accessible().worded().picture("birth-mismatch");
        page.click("[data-shout] a.button");
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("REFUS", "L'enfant est avec sa mère");
        try (TwoSizes seen = twoSizes()) {
            seen.see(first.substring(url.length()), "birth-stop", typed -> {
                typed.fill("#sep-child", number);
                typed.fill("#sep-mother", bands.matching());
                typed.selectOption("#where", "NEONATOLOGY");
                typed.fill("form[action$='/separation'] [name=with]", "Mme Louise");
                typed.click("form[action$='/separation'] button");
                typed.waitForSelector("[data-shout]");
            });
        }
    }

    @Test
    @Order(5)
    void bothBandsReadTheNewbornGoesAndComesBack() {
        Page page = midwife.page();
        delivery.separate(bands.mother(), bands.newborn());
        page.waitForSelector("#back-child");
        assertThat(page.innerText("main")).contains("Néonatologie · Mme Louise");
        delivery.reunite(bands.newborn(), bands.mother());
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("De retour auprès de sa mère");
    }

    @Test
    @Order(6)
    void theRegisterListsBothAndIsPrinted() {
        Page page = midwife.go("births").page();
        assertThat(page.innerText("main")).contains("RANG UN", "RANG DEUX");
        midwife.accessible().worded().picture("births");
        try (TwoSizes seen = twoSizes()) {
            seen.see("births", "register");
        }
        assertThat(page.request().get(url + "births/register.pdf").status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void theTwinWhomNobodyElseSpeaksOfGoesHomeAndAMistakeBringsItBack() {
        Page page = midwife.page();
        assertThat(liesInMaternity(second)).isTrue();
        page.navigate(second);
        page.click(".acts a[href$='/departure']");
        page.waitForSelector("#where");
        midwife.accessible().worded().picture("departure");
        try (Station english = new Station(hospital.chromium().browser(), url, "en").logIn("sagefemme", password)) {
            english.go(page.url().substring(url.length())).accessible().worded().picture("departure");
            english.go(first.substring(url.length())).accessible().worded().picture("birth");
        }
        page.selectOption("#where", "HOSPITAL");
        page.click("form[action$='/departure'] button.primary");
        page.waitForSelector("main [role=alert]");
        assertThat(page.innerText("main")).contains("quel hôpital");
        page.fill("#place", "CH de la Pointe");
        page.click("form[action$='/departure'] button.primary");
        page.waitForSelector("text=Sortie : Autre hôpital · CH de la Pointe");
        midwife.accessible().worded().picture("departed");
        String departure = page.url();
        assertThat(page.innerText("section.patient")).contains("Non présent");
        assertThat(liesInMaternity(second)).isFalse();
        page.navigate(departure);
        page.click("summary:has-text('Sortie notée par erreur')");
        page.fill("#annul-reason", "autre enfant");
        page.click("form[action$='/departure/annul'] button");
        page.waitForSelector("#where");
        assertThat(liesInMaternity(second)).isTrue();
    }

    @Test
    @Order(8)
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

    /** Whether the list of the ward names the child of a birth. */
    private static boolean liesInMaternity(String birth) {
        Page page = midwife.go("wards/MAT").page();
        page.waitForSelector("main table");
        String child = birth.substring(birth.lastIndexOf('/') + 1);
        return page.locator("main table a.name[href*='" + child + "']").count() > 0;
    }
}
