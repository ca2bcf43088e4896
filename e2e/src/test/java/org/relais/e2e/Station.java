package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;

/** One person before one screen. */
final class Station implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("relais.root", ".."));
    private static final Path IMAGES =
            Boolean.getBoolean("shots") ? ROOT.resolve(Path.of("docs", "user", "images")) : Path.of("target", "shots");
    /** Where nobody looks at pictures none are taken, unless they are asked for. */
    private static final boolean LOOKED_AT = Boolean.getBoolean("shots") || System.getenv("RELAIS_CI") == null;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long a page is waited for: machines that test are slow and shared. */
    private static final double A_WHILE = 30_000;

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 600;
    private static final int PICTURE_HEIGHT = 768;
    private static final String TERMINAL = """
            <body style="margin:0;padding:16px;background:#111;color:#eee;font:15px/22px monospace;white-space:pre-wrap">
            """;

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final String language;
    private int debugPort;

    /** A desk of 1366 by 600, the least that pages must do with, in French or English. */
    Station(Browser browser, String url, String language) {
        this(browser, url, language, WIDTH, HEIGHT);
    }

    Station(Browser browser, String url, String language, int width, int height) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language.equals("fr") ? "fr-FR" : "en-GB"));
        this.page = context.newPage();
        this.page.setDefaultTimeout(A_WHILE);
        this.url = url;
        this.language = language;
    }

    /** One before a tab that is open already. */
    Station(Page tab, String url, String language) {
        this.context = tab.context();
        this.page = tab;
        this.page.setDefaultTimeout(A_WHILE);
        this.url = url;
        this.language = language;
    }

    Page page() {
        return page;
    }

    /** Keys are pressed here, see {@link Keys}. */
    void play(Keys keys) {
        keys.on(page, debugPort);
    }

    /** One before a screen of this browser, whose keys can be played. */
    static Station at(Chromium chromium, String url, String language) {
        Station station = new Station(chromium.browser(), url, language);
        station.debugPort = chromium.debugPort();
        return station;
    }

    Station logIn(String login, String password) {
        go("login");
        page.fill("#username", login);
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForSelector("nav", attached());
        if (!language.equals(page.getAttribute("html", "lang"))) {
            page.click("form[action='/language'] button");
            page.waitForSelector("html[lang=" + language + "] nav", attached());
        }
        return this;
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    Station go(String path) {
        page.navigate(url + path);
        return this;
    }

    /** Where a link of a page leads. */
    String address(String href) {
        return URI.create(url).resolve(href).toString();
    }

    /** No violation of WCAG 2.2 AA that axe can find. */
    Station accessible() {
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
        return this;
    }

    /** No text was left without its words. */
    Station worded() {
        assertThat(page.innerText("body")).as(page.url()).doesNotContain("??");
        return this;
    }

    /** Nothing stands beside the screen, where nobody would look for it. */
    Station fits() {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        return this;
    }

    /** Has the pack of a ward made, from the page that offers it; returns where its PDF lies. */
    String pack(String ward) {
        go("packs?ward=" + ward);
        page.locator("form[action='/packs'][method=post] button").click();
        page.waitForURL("**/packs/*");
        String pdf = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            page.reload();
                            Locator counted = page.locator("form[action$='/print'] button");
                            if (counted.count() > 0) {
                                page.waitForResponse(
                                        answer -> answer.request().method().equals("POST"), counted::click);
                            }
                            Locator done = page.locator("a[href$='.pdf']");
                            return done.count() == 0
                                    ? ""
                                    : Objects.requireNonNull(done.first().getAttribute("href"));
                        },
                        href -> !href.isEmpty());
        return address(pdf);
    }

    /** A picture for the user guide, named after what it shows: on a usual screen, or on the phone. */
    Station picture(String name) {
        if (!LOOKED_AT) {
            return this;
        }
        ViewportSize tested = page.viewportSize();
        if (tested.width == WIDTH) {
            page.setViewportSize(WIDTH, PICTURE_HEIGHT);
        }
        page.waitForLoadState(LoadState.LOAD);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(language + "-" + name + ".png")));
        page.setViewportSize(tested.width, tested.height);
        return this;
    }

    /** A picture of what a command answered, as a terminal shows it. */
    Station terminal(String name, String command, String said) {
        page.setContent(TERMINAL);
        page.evaluate("said => { document.body.textContent = said; }", "$ ./relais " + command + "\n" + said);
        return picture(name);
    }

    @Override
    public void close() {
        context.close();
    }
}
