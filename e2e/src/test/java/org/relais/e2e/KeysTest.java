package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys of every page, on keyboards of both languages, and lists that hold still under the pointer. */
@ExtendWith(Hospital.Visit.class)
class KeysTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(800_099_100);

    /** Notes how long after a key went down the page began to wait for the second one. */
    private static final String TIME_G = """
            () => {
              let at = 0;
              window.addEventListener('keydown', event => { at = event.timeStamp; }, true);
              new MutationObserver(() => {
                if (document.body.hasAttribute('data-going')) window.waited = performance.now() - at;
              }).observe(document.body, {attributes: true});
            }
            """;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) throws IOException {
        hospital = open;
        admit("PREMIERE", "471^P");
        admit("DEUXIEME", "472^P");
    }

    private static Station at(String login, Keyboard keyboard) {
        return hospital.at(login, keyboard == Keyboard.FR ? "fr" : "en");
    }

    /** Presses the keys that make this text, one after the other, as slowly as people do. */
    private static void type(Station station, Keyboard keyboard, String text) {
        type(station, keyboard, text, 120);
    }

    private static void type(Station station, Keyboard keyboard, String text, int apart) {
        Keys keys = new Keys();
        for (Keyboard.Stroke stroke : keyboard.type(text)) {
            String key = String.valueOf(keyboard.makes(stroke));
            if (stroke.level() == 1) {
                keys.down("ShiftLeft", "Shift", Keys.SHIFT);
            }
            keys.press(stroke.code(), key, key, stroke.level() == 1 ? Keys.SHIFT : 0);
            if (stroke.level() == 1) {
                keys.up("ShiftLeft", "Shift");
            }
            if (apart > 100) {
                station.play(keys);
                station.page().waitForTimeout(apart);
                keys = new Keys();
            } else {
                keys.after(apart);
            }
        }
        if (apart <= 100) {
            station.play(keys);
        }
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void singleKeysActInBothLanguages(Keyboard keyboard) {
        try (Station station = at("sagefemme", keyboard)) {
            Page page = station.go("wards/MAT").page();
            type(station, keyboard, "/");
            page.waitForSelector("#find:focus");
            page.keyboard().press("Escape");
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
            type(station, keyboard, "?");
            page.waitForSelector("#keys[open]");
            station.accessible().worded().picture("keys");
            page.keyboard().press("Escape");
            page.waitForSelector("#keys", hidden());
            type(station, keyboard, "gs");
            page.waitForURL("**/patients");
            station.go("wards/MAT");
            type(station, keyboard, "p");
            page.waitForURL("**/packs?ward=MAT");
        }
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void theCrisisIsTwoKeysAwayAndAVerbWithoutAPageLeadsNowhere(Keyboard keyboard) {
        try (Station station = at("nuit", keyboard)) {
            Page page = station.go("help").page();
            for (String verb : new String[] {"ge", "gr"}) {
                type(station, keyboard, verb);
                page.waitForTimeout(200);
                assertThat(page.url()).as(verb).endsWith("/help");
            }
            type(station, keyboard, "gc");
            page.waitForURL("**/crisis/declare");
        }
    }

    @Test
    void arrowsAndEnterOpenAPatientAndEscLeavesTheFieldThenThePage() {
        try (Station station = at("sagefemme", Keyboard.FR)) {
            Page page = station.go("wards/MAT").page();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowDown");
            String second = page.locator("main a.name").nth(1).getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForURL("**" + second);
            type(station, Keyboard.FR, "/");
            page.waitForSelector("#find:focus");
            station.go(second.substring(1) + "/accesses");
            type(station, Keyboard.FR, "/");
            page.waitForSelector("[data-find]:focus");
            station.go(second.substring(1) + "/found");
            page.focus("#saidBy");
            page.keyboard().press("Escape");
            assertThat(page.url()).endsWith("/found");
            page.waitForSelector("#saidBy:not(:focus)");
            page.keyboard().press("Escape");
            page.waitForURL("**" + second);
        }
    }

    @Test
    void nOpensANewOneAndCtrlEnterSends() {
        try (Station station = at("admin", Keyboard.FR)) {
            Page page = station.go("accounts").page();
            type(station, Keyboard.FR, "n");
            page.waitForURL("**/accounts/new");
            station.go("station");
            page.fill("#name", "Bureau de la cadre");
            page.check("#layout-fr");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("main .count >> text=Bureau de la cadre");
        }
    }

    @Test
    void aKeyWaitsEightyMillisecondsAndAnotherInThatTimeTakesItBack() {
        try (Station station = at("admin", Keyboard.FR)) {
            Page page = station.go("accounts").page();
            page.evaluate(TIME_G);
            type(station, Keyboard.FR, "g");
            page.waitForSelector("body[data-going]");
            assertThat(((Number) page.evaluate("window.waited")).doubleValue()).isBetween(80.0, 1_000.0);
            page.waitForSelector("body:not([data-going])");
            for (String burst : new String[] {"nx", "gs", "?n", "//"}) {
                type(station, Keyboard.FR, burst, 40);
                page.waitForTimeout(300);
                assertThat(page.url()).as(burst).endsWith("/accounts");
                assertThat(page.locator("dialog[open], body[data-going]").count())
                        .as(burst)
                        .isZero();
            }
        }
    }

    @Test
    void keysNeverActInAFieldAndCanBeSwitchedOff() {
        try (Station station = at("sagefemme", Keyboard.FR)) {
            Page page = station.go("wards/MAT").page();
            page.focus("#find");
            type(station, Keyboard.FR, "/?ngsr", 90);
            page.waitForTimeout(300);
            assertThat(page.inputValue("#find")).isEqualTo("/?ngsr");
            assertThat(page.url()).endsWith("/wards/MAT");
            station.go("settings");
            page.uncheck("#single");
            page.click("main form button.primary");
            page.waitForURL("**/settings?saved");
            station.go("wards/MAT");
            type(station, Keyboard.FR, "?/pgs");
            page.waitForTimeout(300);
            assertThat(page.url()).endsWith("/wards/MAT");
            assertThat(page.locator("dialog[open], #find:focus").count()).isZero();
        }
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static void admit(String family, String bed) throws IOException {
        hospital.admit(family, NUMBERS.getAndAdd(2), bed);
    }

    @ParameterizedTest
    @EnumSource(Keyboard.class)
    void whatComesWaitsForR(Keyboard keyboard) throws IOException {
        String mark = keyboard.name().toUpperCase(Locale.ROOT);
        try (Station station = at("sagefemme", keyboard)) {
            Page page = station.page();
            page.waitForResponse("**/live/wards/MAT", () -> station.go("wards/MAT"));
            for (int n = 1; n <= 3; n++) {
                admit("VENUE-" + n + mark, "48" + n + "^" + mark.charAt(0));
            }
            String line = keyboard == Keyboard.FR ? "3 nouveautés, afficher (R)" : "3 changes, show (R)";
            page.waitForSelector(".live-line button >> text=" + line);
            assertThat(page.innerText("#ward")).doesNotContain("VENUE-1" + mark);
            station.accessible().worded().picture("news");
            type(station, keyboard, "r");
            page.waitForSelector("#ward >> text=VENUE-3" + mark);
            page.waitForSelector(".live-line button", hidden());
        }
    }

    @Test
    void aListHoldsStillUnderThePointerAndFollowsOnceLeft() throws IOException {
        try (Station station = at("sagefemme", Keyboard.FR)) {
            Page page = station.page();
            page.waitForResponse("**/live/wards/MAT", () -> station.go("wards/MAT"));
            String[] free = page.locator("#ward tr.empty").first().innerText().split("\\s+");
            page.hover("#ward tr.link");
            admit("SOUS-LA-SOURIS", free[0] + "^" + free[1]);
            page.waitForSelector(".live-line button >> text=1 nouveauté, afficher (R)");
            assertThat(page.innerText("#ward")).doesNotContain("SOUS-LA-SOURIS");
            page.mouse().move(2, 2);
            page.waitForSelector("#ward >> text=SOUS-LA-SOURIS");
            await().atMost(Duration.ofSeconds(2)).until(() -> !page.isVisible(".live-line button"));
        }
    }
}
