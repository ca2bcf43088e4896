package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Newcomers at the door, by keyboard and scanner: registered, unknown, linked, merged by two, parted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomersTest {
    private static final Door.Told LUCE = new Door.Told("03021990", "zamire", "luce", "97209");
    private static final int MOST_KEYS = 60;
    private static final Duration QUICK = Duration.ofSeconds(30);

    private static Hospital hospital;
    private static String url;
    private static String password;
    private static Station clerk;
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException {
        hospital = new Hospital();
        url = hospital.url();
        password = hospital.password();
        clerk = hospital.at("accueil", "fr");
    }

    @AfterAll
    static void theyGoHome() {
        if (clerk != null) {
            clerk.close();
        }
        if (hospital != null) {
            hospital.close();
        }
    }

    @Test
    @Order(1)
    void aNewcomerIsRegisteredWithAtMostSixtyKeysInThirtySeconds() {
        Page page = clerk.page();
        Door door = new Door(clerk);
        Instant began = Instant.now();
        Hand hand = door.search(LUCE);
        Duration searched = Duration.between(began, Instant.now());
        clerk.accessible().worded().picture("newcomer");
        Instant known = Instant.now();
        door.register(hand, LUCE);
        Duration took = searched.plus(Duration.between(known, Instant.now()));
        System.err.printf("a newcomer: %d keys, %d ms from the list of patients%n", hand.count(), took.toMillis());
        assertThat(hand.count()).isLessThanOrEqualTo(MOST_KEYS);
        assertThat(took).isLessThan(QUICK);
        assertThat(page.innerText("main")).contains("ZAMIRE LUCE", "Identité provisoire");
        clerk.accessible().worded().picture("identity");
        first = page.url();
    }

    @Test
    @Order(2)
    void aScannedIdentityFillsTheFormAndValidatesNothing() {
        Page page = clerk.go("identities/new").page();
        page.waitForSelector("#letters");
        page.focus("#letters");
        Scanner.at(clerk, Keyboard.US).scan(Door.ins("279035121518989", "ZAMIRE", "LUCIE ANNE", "04-05-1988"));
        page.waitForSelector("#family");
        assertThat(page.inputValue("#family")).isEqualTo("ZAMIRE");
        assertThat(page.inputValue("#given")).isEqualTo("LUCIE ANNE");
        assertThat(page.inputValue("#document")).isEqualTo("NONE");
        page.click("form[action='/identities'] button.primary");
        page.waitForURL(Door.IDENTITY);
        assertThat(page.innerText("main")).contains("Identité provisoire").doesNotContain("Identité validée");
        second = page.url();
    }

    @Test
    @Order(3)
    void nobodyKnowsHerAndOneActIsEnough() {
        Page page = clerk.go("identities").page();
        clerk.accessible().worded().picture("identities");
        page.click("details:has(#features) > summary");
        page.fill("#features", "Environ 30 ans, tatouage au poignet");
        new Door(clerk).unknown();
        assertThat(page.innerText("main")).contains("INCONNU-", "Identité fictive", "tatouage au poignet");
        String unknown = page.url().substring(url.length());
        try (TwoSizes seen = new TwoSizes(hospital.chromium().browser(), url, "accueil", password)) {
            seen.see(unknown, "unknown");
        }
    }

    @Test
    @Order(4)
    void linkedByOneMergedByTwoAndParted() {
        Page page = clerk.page();
        String other = second.substring(second.length() - 32);
        page.navigate(first + "/with/" + other);
        clerk.accessible().worded().picture("link");
        page.fill("#reason", "Sœur de la patiente");
        page.click("button[value=PROVISIONAL]");
        page.waitForSelector("text=Rapprochement provisoire");
        open(page, "Fusionner à deux");
        page.fill("[id^=merge-]", "Passeport vu");
        page.fill("[id^=second-]", "accueil");
        page.fill("[id^=secret-]", password);
        page.click("form[action$='/merge'] button");
        page.waitForSelector("main [role=alert]");
        open(page, "Fusionner à deux");
        page.fill("[id^=merge-]", "Passeport vu");
        page.fill("[id^=second-]", "sagefemme");
        page.fill("[id^=secret-]", password);
        page.click("form[action$='/merge'] button");
        page.waitForSelector("text=Fusion faite à deux");
        clerk.accessible().worded().picture("merged");
        open(page, "Séparer");
        page.fill("[id^=part-]", "Deux sœurs");
        page.click("form[action$='/part'] button");
        page.waitForSelector("text=Aucun autre dossier");
    }

    @Test
    @Order(5)
    void secrecyAndTheComparisonOfTwoDoOnADeskAndOnAPhone() {
        String one = first.substring(url.length());
        String other = second.substring(second.length() - 32);
        try (TwoSizes seen = new TwoSizes(hospital.chromium().browser(), url, "accueil", password)) {
            seen.see(one, "secrecy", page -> page.click("form[action$='/protection'] summary >> nth=0"))
                    .see(one + "/with/" + other, "compare");
        }
        try (Station english = hospital.at("accueil", "en")) {
            english.go(one + "/with/" + other).accessible().worded().picture("link");
            Page page = english.go("identities/new").page();
            page.fill("#q-birth", "03021990");
            page.fill("#letters", "zam");
            page.press("#letters", "Enter");
            page.waitForSelector("#family:focus");
            english.accessible().worded().picture("newcomer");
        }
    }

    private static void open(Page page, String summary) {
        Locator line = page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first();
        if (line.locator("xpath=..").getAttribute("open") == null) {
            line.click();
        }
    }

    @Test
    @Order(6)
    void aSecretBirthIsNoHit() {
        Page page = clerk.go("patients").page();
        page.fill("#q", "roselie anne");
        page.press("#q", "Enter");
        page.waitForSelector("#results:not(:has-text('Dernières arrivées'))");
        assertThat(page.innerText("#results")).doesNotContain("ROSELIE ANNE");
    }
}
