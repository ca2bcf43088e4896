package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bands and labels from the chart to the wrist and back: printed, read, scanned, printed again; and a kit. */
@ExtendWith(Hospital.Visit.class)
class LabelsTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}");
    private static final Pattern DONE = Pattern.compile(".*/labels/[0-9a-f]{32}/[0-9]+.*");

    @TempDir
    static Path folder;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    private static Station at(String login) {
        return hospital.at(login, "fr");
    }

    private static void openLabels(Page page) {
        page.locator("main table a.name, main table a[href^='/patients/']")
                .first()
                .click();
        page.waitForURL(CHART);
        page.click("a[href^='/labels/']");
        page.waitForSelector("#band");
    }

    private static void send(Page page) {
        if (page.locator("#checked").count() > 0) {
            page.check("#checked");
        }
        page.click("form[action^='/labels/'] button.primary");
    }

    private static byte[] pdf(Page page) {
        APIResponse answer = page.request()
                .get(hospital.url() + page.getAttribute("a[data-print]", "href").substring(1));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aBandIsPrintedReadScannedAndPrintedAgainOnlyWithAReason() throws Exception {
        try (Station station = at("sagefemme")) {
            Page page = station.go("wards/MAT").page();
            openLabels(page);
            station.accessible().worded().picture("labels");
            String form = page.url();
            try (Station english = hospital.at("sagefemme", "en")) {
                english.go(form.substring(hospital.url().length()))
                        .accessible()
                        .worded()
                        .picture("labels");
            }
            send(page);
            page.waitForURL(DONE);
            station.accessible().worded().picture("labels-done");
            List<java.awt.image.BufferedImage> pages = PaperCodes.pages(pdf(page), folder);
            assertThat(pages).hasSize(2);
            List<String> bands = PaperCodes.matrices(pages.getFirst()).stream()
                    .filter(text -> text.startsWith("RELAIS1|B|"))
                    .toList();
            assertThat(bands).as("whichever way the wrist is turned").hasSize(3);
            String band = bands.getFirst();
            assertThat(band).endsWith("|1");
            assertThat(bands).containsOnly(band);
            String number = band.split("\\|")[2];
            assertThat(PaperCodes.matrices(pages.get(1))).contains("RELAIS1|D|" + number + "|1");
            assertThat(PaperCodes.bars(pages.get(1))).containsExactly(number);

            station.go("wards");
            page.waitForSelector("h1");
            Scanner.at(station, Keyboard.US).scan(band);
            page.waitForURL(CHART);
            assertThat(page.url()).endsWith(form.substring(form.lastIndexOf('/')));

            String sheet = PaperCodes.matrices(pages.getFirst()).stream()
                    .filter(text -> text.matches("RELAIS1\\|[A-Z]{2}\\|.*"))
                    .findFirst()
                    .orElseThrow();
            station.go("wards");
            page.waitForSelector("h1");
            Scanner.at(station, Keyboard.FR).scan(sheet);
            page.waitForURL(CHART);
            assertThat(page.url()).endsWith(form.substring(form.lastIndexOf('/')));

            page.navigate(form);
            page.fill("#band", "1");
            send(page);
            page.waitForSelector("[role=alert]:visible");
            station.accessible();
            page.selectOption("#reason", "LOST");
            send(page);
            page.waitForURL(DONE);
            assertThat(page.innerText("main")).contains("impression n° 2");
            page.navigate(form);
            assertThat(page.innerText("#main")).contains("Perdu");
        }
    }

    @Test
    void aKitIsMadePrintedAndHandedOver() throws Exception {
        try (Station station = at("admin")) {
            Page page = station.go("printers").page();
            station.accessible().worded().picture("printers");
            station.go("kits");
            page.fill("#count", "2");
            page.click("form[action='/kits'] button");
            page.waitForSelector("form[action$='/kit.pdf']");
            station.accessible().worded().picture("kits");
            String box = page.getAttribute("form[action$='/kit.pdf']", "action").split("/")[2];
            APIResponse answer = page.request().get(hospital.url() + "kits/" + box + "/kit.pdf?share=BANDS&printer=a4");
            assertThat(answer.status()).isEqualTo(200);
            List<java.awt.image.BufferedImage> bands = PaperCodes.pages(answer.body(), folder);
            assertThat(bands).hasSize(2);
            assertThat(PaperCodes.matrices(bands.getFirst()))
                    .anyMatch(text -> text.matches("RELAIS1\\|B\\|[0-9]{10}\\|0"));
            page.fill("[name=desk]", "Urgences");
            page.fill("[name=receiver]", "Mme Essai");
            page.click("form[action$='/give'] button");
            page.waitForSelector("text=Urgences");
            assertThat(page.request()
                            .get(hospital.url() + "kits/" + box + "/kit.pdf?share=BANDS&printer=a4")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void aBlockIsSetAsideForADeskAndANumberOfItIsMarkedSpoilt() {
        try (Station lead = at("admin")) {
            Page page = lead.go("numbers").page();
            page.fill("#desk", "MAT");
            page.fill("#kit", "40");
            page.fill("#from", "0");
            page.fill("#to", "99");
            page.click("form[action='/numbers'] button");
            page.waitForSelector("main table >> text=100 / 100");
            lead.accessible().worded().picture("numbers");
            page.fill("#kit", "40");
            page.click("form[action='/numbers'] button");
            page.waitForSelector("main >> text=déjà réservés");
        }
        try (Station midwife = at("sagefemme")) {
            Page page = midwife.go("numbers").page();
            spoil(page);
            page.waitForSelector("main table >> text=99 / 100");
            spoil(page);
            page.waitForSelector("main >> text=perdu ou abîmé");
            midwife.accessible().worded();
        }
    }

    @Test
    void numbersLabelsAndPhonesDoOnADeskAndOnAPhone() {
        try (TwoSizes midwife =
                new TwoSizes(hospital.chromium().browser(), hospital.url(), "sagefemme", hospital.password())) {
            midwife.see("numbers", "numbers-spoil").see("kits", "kits-ward");
        }
        try (TwoSizes lead =
                new TwoSizes(hospital.chromium().browser(), hospital.url(), "admin", hospital.password())) {
            lead.see("numbers", "numbers-reserve");
        }
    }

    @Test
    void whoOnlyReadsWhatIsPreparedIsOfferedNoPhoneAndNoKit() {
        for (String login : List.of("audit", "nuit")) {
            try (Station reader = at(login)) {
                Page page = reader.go("kits").accessible().worded().page();
                assertThat(page.locator("#rail a[href='/kits']").count()).isOne();
                assertThat(page.locator("#rail a[href='/phones']").count()).isZero();
                assertThat(page.locator("main form").count()).as(login).isZero();
                assertThat(page.request().get(hospital.url() + "phones").status())
                        .isEqualTo(403);
                reader.go("packs/standby").accessible().worded();
                assertThat(page.locator("main form").count()).as(login).isZero();
            }
        }
    }

    /** The first number of kit 40, told by telephone. */
    private static void spoil(Page page) {
        long stem = 4_000_000_000L;
        page.fill("#number", Long.toString(stem + 98 - stem % 97));
        page.fill("#reason", "Étiquette déchirée");
        page.click("form[action='/numbers/spoilt'] summary");
        page.selectOption("#told-via", "PHONE");
        page.fill("#told-for", "Mme Louise");
        page.click("form[action='/numbers/spoilt'] button");
    }
}
