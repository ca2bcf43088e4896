package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The idle lock with something typed and not saved. The browser's clock is moved on (Playwright's), the node's is not:
 * that the node locks by itself is shown where its clock can be turned.
 */
@ExtendWith(Hospital.Visit.class)
class LockTest {
    private static final String PIN = "482915";
    private static final int AT_MOST = 5_000;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    private static Station timed() {
        Station station = Station.at(hospital.chromium(), hospital.url(), "fr");
        station.page().clock().install();
        return station;
    }

    /** The form of a patient of hers, on which she has begun to write. */
    private static String begin(Station station, String ward, String value) {
        Page page = station.go("wards/" + ward).page();
        String form = page.locator("a.name").first().getAttribute("href").substring(1) + "/found";
        station.go(form);
        page.waitForResponse("**/live/draft", () -> page.fill("#value", value));
        return form;
    }

    private static void locks(Page page) {
        page.clock().fastForward("05:02");
        page.waitForURL("**/lock?next=**");
    }

    private static void same(Page page, String form, String value, long since) {
        page.waitForSelector(".draft");
        long took = System.currentTimeMillis() - since;
        System.err.printf("unlocked, page and input back, after %d ms%n", took);
        assertThat(took).isLessThanOrEqualTo(AT_MOST);
        assertThat(page.url()).endsWith(form);
        assertThat(page.inputValue("#value")).isEqualTo(value);
    }

    @Test
    void sheIsWarnedAMinuteBeforeAndThePasswordBringsBackPageAndInput() {
        try (Station station = timed().logIn("sagefemme", hospital.password())) {
            Page page = station.page();
            String form = begin(station, "MAT", "Vu sur le carnet");
            page.clock().fastForward("03:50");
            assertThat(page.isVisible("#lock-soon")).isFalse();
            page.clock().fastForward("00:11");
            page.waitForSelector("#lock-soon");
            assertThat(page.innerText("#lock-soon")).contains("se verrouille dans une minute");
            station.accessible().picture("lock-soon");
            page.keyboard().press("Shift");
            page.waitForSelector("#lock-soon", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            page.clock().fastForward("04:01");
            page.waitForSelector("#lock-soon");
            assertThat(page.url()).endsWith(form);
            page.clock().fastForward("01:01");
            page.waitForURL("**/lock?next=**");
            assertThat(page.innerText("body")).doesNotContain(Hospital.MOTHER);
            station.accessible().worded().picture("lock");
            long began = System.currentTimeMillis();
            page.keyboard().type(hospital.password());
            page.keyboard().press("Enter");
            same(page, form, "Vu sur le carnet", began);
            assertThat(page.evaluate("fetch('/live/banner').then(answer => answer.status)"))
                    .isEqualTo(200);
        }
    }

    @Test
    void aBadgeAndItsPinBringBackPageAndInputWhereverTheCursorIs() throws IOException, InterruptedException {
        Path sheet = hospital.beside("badge.pdf");
        Program.Answer printed = Program.run(
                "user",
                "badge",
                "infirmier",
                "--out",
                sheet.toString(),
                "--data",
                hospital.data().toString());
        assertThat(printed.code()).as(printed.out()).isZero();
        String badge = PrintedCode.qr(sheet);
        try (Station station = timed()) {
            Page page = station.go("enrol").page();
            Scanner scanner = Scanner.at(station, Keyboard.US);
            scanner.scan(badge);
            page.keyboard().type(PIN);
            page.keyboard().press("Tab");
            page.keyboard().type(PIN);
            page.keyboard().press("Enter");
            page.waitForURL("**/login");
            scanner.scan(badge);
            assertThat(page.getAttribute("#username", "type")).isEqualTo("password");
            page.keyboard().type(PIN);
            page.keyboard().press("Enter");
            page.waitForURL("**/wards/MEDA");
            String form = begin(station, "MEDA", "Lu au téléphone");
            for (String where : new String[] {"#password", "h1"}) {
                locks(page);
                page.click(where);
                long began = System.currentTimeMillis();
                scanner.scan(badge);
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("password");
                assertThat(page.innerText("main")).doesNotContain(badge.substring(0, 12));
                page.keyboard().type(PIN);
                page.keyboard().press("Enter");
                same(page, form, "Lu au téléphone", began);
            }
        }
    }

    /** The lock page hears that somebody is back while it is being left: it does not show itself again instead. */
    @Test
    void aLockPageOnItsWayBackIsNotShownAgain() {
        try (Station station = timed().logIn("sagefemme", hospital.password())) {
            Page page = station.page();
            String form = begin(station, "MAT", "Lu sur le carnet");
            locks(page);
            List<Route> held = new ArrayList<>();
            page.route("**/unlock", held::add);
            unlock(page);
            page.waitForCondition(() -> !held.isEmpty());
            Page other = page.context().newPage();
            other.navigate(hospital.url() + "lock");
            unlock(other);
            other.waitForURL(url -> !url.endsWith("/lock"));
            page.waitForResponse("**/live/banner", () -> {});
            held.getFirst().resume();
            page.waitForSelector(".draft");
            assertThat(page.url()).endsWith(form);
        }
    }

    private static void unlock(Page page) {
        page.fill("#password", hospital.password());
        page.keyboard().press("Enter");
    }

    @Test
    void whoWorksInOneTabIsNotLockedOutByAnother() {
        try (Station station = timed().logIn("sagefemme", hospital.password())) {
            Page page = station.go("wards/MAT").page();
            Page other = page.context().newPage();
            other.navigate(hospital.url() + "patients");
            page.clock().fastForward("04:30");
            page.waitForSelector("#lock-soon");
            other.navigate(hospital.url() + "wards");
            page.waitForSelector("#lock-soon", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            page.clock().fastForward("03:00");
            page.waitForTimeout(2_000);
            assertThat(page.url()).endsWith("/wards/MAT");
            assertThat(other.url()).endsWith("/wards");
        }
    }
}
