package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scanners of both layouts on a French station, in a real browser, by the key events they make. */
@ExtendWith(Hospital.Visit.class)
class ScansTest {
    private static final Pattern CHART = Pattern.compile(".*/patients/[0-9a-f]{32}$");
    private static final String CALIBRATION = "RELAIS1|AZQWM-0123456789|x" + Scanner.GS + "y";
    private static final String INS =
            "IS01" + "0".repeat(22) + "S1" + Hospital.MOTHERS_INS + "S21.2.250.1.213.1.4.10" + Scanner.GS + "S3MAELLE";

    /** Notes every tone that is played. */
    private static final String LISTEN = """
            window.tones = [];
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) {
              window.tones.push([this.frequency.value, this.context.state]);
              return start.apply(this, at);
            };
            """;

    private static Hospital hospital;
    private static Station station;
    private static Page page;

    @BeforeAll
    static void theMidwifeIsAtHerStation(Hospital open) {
        hospital = open;
        station = Station.at(hospital.chromium(), hospital.url(), "fr");
        page = station.page();
        page.addInitScript(LISTEN);
        station.logIn("sagefemme", hospital.password());
    }

    @AfterAll
    static void sheLeaves() {
        if (station != null) {
            station.close();
        }
    }

    /** Whatever one test has made of the station is forgotten, but for who sits at it. */
    @BeforeEach
    void theStationIsNotCalibrated() {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("relais-station"));
        station.go("wards/MAT");
    }

    private static Scanner scanner(Keyboard plays) {
        return Scanner.at(station, plays);
    }

    private static void opensTheMothersChart(Runnable scan) {
        scan.run();
        page.waitForURL(CHART);
        assertThat(page.innerText("main h1")).contains(Hospital.MOTHER);
    }

    private static List<?> tones() {
        return (List<?>) page.evaluate("tones.map(([hz]) => hz)");
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void withoutCalibrationANumberOpensItsChartAndTheRawTextIsShown(Keyboard plays) {
        opensTheMothersChart(() -> scanner(plays).scan(Hospital.MOTHERS_NUMBER));
        assertThat(page.innerText(".told"))
                .contains(Keyboard.FR.seen(Hospital.MOTHERS_NUMBER, plays))
                .contains("Dossier ouvert");
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void tabClosesAScanAsWellAsEnter(Keyboard plays) {
        opensTheMothersChart(() -> scanner(plays).scan(Hospital.MOTHERS_INS, "Tab"));
    }

    @Test
    void twoReadingsThatBothPassAreRefused() {
        scanner(Keyboard.US).pad("123456", "a");
        page.waitForSelector("#scanned >> text=n'a pas un sens unique");
        assertThat(page.innerText("#scanned code")).isEqualTo("123456q");
        assertThat(page.url()).endsWith("/wards/MAT");
        assertThat(tones()).isEqualTo(List.of(220, 220));
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void aWrongCheckDigitIsRefused(Keyboard plays) {
        scanner(plays).scan("294039726000155");
        page.waitForSelector("#scanned");
        assertThat(page.url()).endsWith("/wards/MAT");
        assertThat(tones()).isEqualTo(List.of(220, 220));
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void inAFieldNothingIsLeftAndNothingIsLost(Keyboard plays) {
        String form = Hospital.chart(station) + "/found";
        station.go(form);
        page.fill("#value", "Groupe vu au labo");
        page.evaluate("document.querySelector('#value').setSelectionRange(6, 6)");
        scanner(plays).scan("R-55512-XY");
        page.waitForSelector("#scanned");
        assertThat(page.inputValue("#value")).isEqualTo("Groupe vu au labo");
        assertThat(page.evaluate("document.activeElement.id + document.querySelector('#value').selectionStart"))
                .isEqualTo("value6");
        page.focus("#kind");
        scanner(plays).scan("R-55512-XY");
        assertThat(page.inputValue("#kind")).isEmpty();
        page.focus("main form button.primary");
        scanner(plays).scan("R-55512-XY");
        assertThat(page.url()).as("the button was not pressed").endsWith(form);
        opensTheMothersChart(() -> scanner(plays).scan(Hospital.MOTHERS_NUMBER));
        station.go(form);
        page.waitForSelector(".draft");
        assertThat(page.inputValue("#value")).isEqualTo("Groupe vu au labo");
        page.click(".draft button");
        PlaywrightAssertions.assertThat(page.locator("#value")).hasValue("");
    }

    /** Each of these texts holds keys that act alone: a scan of them does nothing but be refused. */
    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void noScanFiresAShortcut(Keyboard plays) {
        try (Station desk = hospital.at("admin", "fr")) {
            Page there = desk.go("accounts").page();
            Scanner scanner = Scanner.at(desk, plays);
            for (String text : List.of("/ng pr?", "gs/n?rgc", "nnnnnn", "RELAIS1")) {
                for (String end : List.of("Enter", "Tab", "")) {
                    scanner.scan(text, end);
                    there.waitForTimeout(150);
                    assertThat(there.url()).as(text).endsWith("/accounts");
                    assertThat(there.locator("dialog[open]").count()).as(text).isZero();
                    assertThat(there.evaluate(
                                    "document.activeElement.tagName + document.body.hasAttribute('data-going')"))
                            .as(text)
                            .isEqualTo("BODYfalse");
                }
            }
            there.keyboard().press("n");
            there.waitForURL("**/accounts/new");
        }
    }

    /** As when a line to a distant desktop hands over in one moment what was pressed in several. */
    @Test
    void aKeyThatMovesAboutBeginsNoScanAndSpoilsOneThatRuns() {
        opensTheMothersChart(() ->
                station.play(dialled(home(new Keys()), Hospital.MOTHERS_NUMBER).press("Enter", "Enter", "\r", 0)));
        station.go("wards/MAT");
        String number = Hospital.MOTHERS_NUMBER;
        Keys broken = dialled(home(dialled(new Keys(), number.substring(0, 2))), number.substring(2));
        station.play(broken.press("Enter", "Enter", "\r", 0));
        page.waitForSelector("#scanned");
        assertThat(page.url()).endsWith("/wards/MAT");
        assertThat(tones()).isEqualTo(List.of(220, 220));
    }

    private static Keys home(Keys keys) {
        return keys.press("Home", "Home", null, 0);
    }

    private static Keys dialled(Keys keys, String digits) {
        for (String digit : digits.split("")) {
            keys.press("Numpad" + digit, digit, digit, 0).after(8);
        }
        return keys;
    }

    @Test
    void understoodAndNotUnderstoodSoundDifferently() {
        scanner(Keyboard.US).scan("nothing at all");
        page.waitForSelector("#scanned");
        assertThat(page.evaluate("JSON.stringify(tones)")).isEqualTo("[[220,\"running\"],[220,\"running\"]]");
        station.go("station");
        scanner(Keyboard.US).scan(CALIBRATION);
        page.waitForSelector("#scanned");
        assertThat(page.evaluate("JSON.stringify(tones)")).isEqualTo("[[880,\"running\"]]");
    }

    @ParameterizedTest
    @CsvSource({"US,sent", "FR,sent", "US,dropped", "FR,dropped", "US,~", "FR,#"})
    void theCalibrationCodeTellsHowTheScannerTypes(Keyboard plays, String gs) {
        String stands = switch (gs) {
            case "sent" -> Scanner.GS;
            case "dropped" -> "";
            default -> gs;
        };
        station.go("station");
        page.focus("#name");
        Scanner scanner = scanner(plays).replacing(stands);
        scanner.scan(CALIBRATION);
        page.waitForSelector("#scanned");
        boolean replaced = stands.equals(gs);
        assertThat(page.isChecked("#layout-" + plays.name().toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(page.isChecked(replaced ? "#gs-other" : "#gs-" + gs)).isTrue();
        assertThat(page.inputValue("#other")).isEqualTo(replaced ? gs : "");
        assertThat(page.inputValue("#name")).isEmpty();
        page.fill("#name", "Salle de soins " + plays + " " + gs);
        page.click("main form button.primary");
        page.waitForSelector("main .count >> text=Salle de soins " + plays);
        if (plays == Keyboard.US && gs.equals("sent")) {
            station.accessible().worded().picture("station");
        }
        station.go("wards/MAT");
        opensTheMothersChart(() -> scanner.scan(INS));
        station.go("wards/MAT");
        Keyboard other = plays == Keyboard.US ? Keyboard.FR : Keyboard.US;
        scanner(other).replacing(stands).scan(Hospital.MOTHERS_NUMBER);
        page.waitForSelector("#scanned >> text=Ni un patient");
        assertThat(page.url()).as("read as calibrated only").endsWith("/wards/MAT");
    }

    @Test
    void aBadgeIsNeitherShownNorSentAndAPasswordIsNoScan() {
        List<String> sent = new ArrayList<>();
        page.onRequest(one -> sent.add(one.url()));
        scanner(Keyboard.US).scan("RELIB" + "BCDEFGHI".repeat(4));
        assertThat(page.waitForSelector("#scanned").innerText())
                .contains("badge")
                .doesNotContain("BCDEF");
        assertThat(sent).noneMatch(url -> url.endsWith("/scan"));
        station.go("password");
        page.focus("#old");
        scanner(Keyboard.FR).scan("colibri sur la branche", "Tab");
        assertThat(page.inputValue("#old")).isEqualTo("colibri sur la branche");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("wanted");
        assertThat(page.locator("#scanned").count()).isZero();
    }
}
