package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

/** The night of the mission, up to the newborn's bands: by keyboard, and by a scanner that plays a keyboard. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");
    private static final Door.Told NEWCOMER = new Door.Told("14071991", "cidalise", "odile", "97209");
    private static final String INS = Door.ins("279035121518989", "BELROSE", "MAUD LINE", "17-03-1979");
    private static final int MOST_KEYS = 60;

    @TempDir
    static Path folder;

    private static Hospital hospital;
    private static Station midwife;
    private static Station clerk;
    private static Delivery delivery;
    private static Delivery.Bands bands = Delivery.Bands.NONE;
    private static String mother = "";
    private static String child = "";

    @BeforeAll
    static void itIsNight() throws IOException {
        hospital = new Hospital();
        midwife = hospital.at("sagefemme", "fr");
        clerk = hospital.at("accueil", "fr");
        delivery = new Delivery(midwife);
    }

    @AfterAll
    static void itIsMorning() {
        if (hospital != null) {
            hospital.close();
        }
    }

    /** The ransom notes come out of the printers; every open page says so. */
    @Test
    @Order(1)
    void theCutIsDeclared() {
        midwife.go("wards/MAT");
        try (Station supervisor = hospital.at("nuit", "fr")) {
            Page page = supervisor.go("crisis/declare").page();
            page.fill("#reason", "Demandes de rançon sur les imprimantes");
            page.click("button.grave");
            page.waitForSelector("#banner >> text=/T\\+/");
        }
        PlaywrightAssertions.assertThat(midwife.page().locator("#banner")).containsText("T+");
    }

    @Test
    @Order(2)
    void theMidwifeFindsHerPatientByThreeLettersAndABirthDateAndPrintsHerSummary() {
        Page page = midwife.page();
        Hand hand = new Hand(midwife);
        hand.press("/");
        page.waitForSelector("#find:focus, #q:focus");
        hand.type("jos 17031994");
        hand.press("Enter");
        page.waitForURL("**/patients");
        page.locator("#results a[href^='/patients/']").first().click();
        page.waitForURL(CHART);
        assertThat(page.innerText("main"))
                .contains(Hospital.MOTHER, "vérifier")
                .containsPattern("(?i)groupe")
                .containsPattern("(?i)avant la coupure");
        String summary = page.getAttribute("main a[data-print]", "href");
        assertThat(page.request().get(midwife.address(summary)).headers().get("content-type"))
                .startsWith("application/pdf");
    }

    @Test
    @Order(3)
    void aNewcomerIsSearchedForAndThenRegisteredAtTheDoor() {
        Door door = new Door(clerk);
        Hand hand = door.search(NEWCOMER);
        door.register(hand, NEWCOMER);
        System.err.printf("a newcomer registered: %d keys%n", hand.count());
        assertThat(hand.count()).isLessThanOrEqualTo(MOST_KEYS);
        assertThat(clerk.page().innerText("main")).contains("CIDALISE ODILE", "Identité provisoire");
    }

    /** Typed into nothing: wherever the cursor stands, the form fills, and no status is raised. */
    @Test
    @Order(4)
    void anInsDataMatrixIsScannedIntoTheForm() {
        Page page = clerk.go("identities/new").page();
        page.waitForSelector("#letters");
        page.locator("#main").focus();
        Scanner.at(clerk, Keyboard.FR).scan(INS);
        page.waitForSelector("#family");
        assertThat(page.inputValue("#family")).isEqualTo("BELROSE");
        assertThat(page.inputValue("#given")).isEqualTo("MAUD LINE");
        page.click("form[action='/identities'] button.primary");
        page.waitForURL(Door.IDENTITY);
        assertThat(page.innerText("main"))
                .contains("BELROSE", "Identité provisoire")
                .doesNotContain("Identité validée", "Identité qualifiée");
    }

    @Test
    @Order(5)
    void aWomanNobodyKnowsComesInLabour() {
        Page page = midwife.go("identities").page();
        page.selectOption("#ward", "MAT");
        new Door(midwife).unknown();
        assertThat(page.innerText("main")).contains("INCONNU-", "Identité fictive");
        assertThat(page.innerText("main").replace("\u00A0", " ")).containsPattern("\\d{2} \\d{3} \\d{3} \\d{2}");
        page.click("main a.button[href^='/patients/']");
        page.waitForURL(CHART);
        mother = page.url();
    }

    @Test
    @Order(6)
    void herChildIsBornAndBothBandsAreReadBack() throws Exception {
        Page page = midwife.page();
        page.click("a[href^='/births/for/']");
        child = delivery.born("FEMALE");
        assertThat(page.innerText("main")).contains("Aucune séparation avant");
        bands = delivery.bands(folder);
        assertThat(bands.newborn()).endsWith("|" + bands.matching());
        assertThat(bands.matching()).matches("[0-9]{10}");
        midwife.go("wards");
        Scanner.at(midwife, Keyboard.US).scan(bands.mother());
        page.waitForURL(CHART);
        assertThat(page.url()).isEqualTo(mother);
    }

    @Test
    @Order(7)
    void theBandOfAnotherChildIsShoutedAndPartsNobody() {
        Page page = midwife.page();
        page.navigate(child);
        String another = "0100000017";
        delivery.separate("RELAIS1|N|" + another + "|1|" + bands.matching(), bands.mother());
        page.waitForSelector("[data-shout]");
        assertThat(page.innerText("main")).contains("ARRÊT");
        page.click("[data-shout] a.button");
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("REFUS", "L'enfant est avec sa mère");
    }

    @Test
    @Order(8)
    void bothBandsReadTheChildGoesAndComesBack() {
        Page page = midwife.page();
        delivery.separate(bands.newborn(), bands.mother());
        page.waitForSelector("#back-child");
        delivery.reunite(bands.mother(), bands.newborn());
        page.waitForSelector("#sep-child");
        assertThat(page.innerText("main")).contains("De retour auprès de sa mère");
    }
}
