package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Pages before a node that is frozen, killed, started again: what is typed stays, and counts once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurvivalTest {
    /** Notes when the page says that the link is lost, by the clock of this machine, and whether it ever says saved. */
    private static final String WATCH = """
            () => {
              const band = document.querySelector('#link-lost');
              const look = () => {
                if (!window.lostAt && !band.hidden) window.lostAt = Date.now();
                if (/Enregistré/.test(document.querySelector('main').innerText)) window.saidSaved = true;
              };
              new MutationObserver(look).observe(document.body, {subtree: true, childList: true, attributes: true});
            }
            """;

    private static final String NAME_IN_SIGHT = """
            () => {
              const name = document.querySelector('.patient h1');
              const {x, y, width, height} = name.getBoundingClientRect();
              return name.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            }
            """;

    private static final int WITHIN = 12_000;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Node node;

    @BeforeAll
    static void theNodeIsAtWork() throws IOException {
        chromium = Chromium.start();
        node = new Node(folder.resolve("demo"));
    }

    @AfterAll
    static void itEnds() {
        if (node != null) {
            node.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Station midwife() {
        return Station.at(chromium, node.url(), "fr").logIn("sagefemme", node.password());
    }

    /** Fills in what was heard by telephone about the mother, all but the last button. */
    private static Page heard(Station station, String value) {
        Page page = station.go(Hospital.chart(station) + "/found").page();
        page.waitForResponse("**/live/draft", () -> {
            page.selectOption("#kind", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.fill("#value", value);
            page.fill("#saidBy", "Mme Rose, laboratoire");
            page.check("#readBack-yes");
        });
        page.evaluate(WATCH);
        return page;
    }

    private static void save(Page page) {
        page.click("main form button.primary");
    }

    /** The page says that nothing is confirmed, and since when nothing answers; what was typed stands there still. */
    private static void unconfirmed(Page page, String typed) {
        page.waitForSelector(".unsent");
        assertThat(page.innerText(".unsent")).contains("rien n'est confirmé");
        page.waitForSelector("#link-lost");
        assertThat(page.innerText("#link-lost"))
                .matches("(?s).*Plus de liaison depuis \\d\\d:\\d\\d:\\d\\d\\. Rien ne s'enregistre\\..*");
        assertThat(page.inputValue("#value")).isEqualTo(typed);
        assertThat(page.evaluate(NAME_IN_SIGHT))
                .as("the patient's name is in sight")
                .isEqualTo(true);
        assertThat(page.evaluate("window.saidSaved")).as("said to be saved").isNull();
    }

    /** The session ended with the node: she opens another in another tab, and this page takes it over. */
    private static void loggedInAgain(Page page) {
        page.waitForSelector("#session-over a");
        Page other = page.waitForPopup(() -> page.click("#session-over a"));
        other.fill("#username", "sagefemme");
        other.fill("#password", node.password());
        other.press("#password", "Enter");
        other.waitForSelector("nav", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        other.close();
        page.waitForSelector("#session-over", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** How often the chart tells it. */
    private static long told(Page page, String value) {
        page.waitForURL("**/patients/*#found");
        page.waitForSelector("#found");
        return page.locator("main li span.value", new Page.LocatorOptions().setHasText(value))
                .count();
    }

    @Test
    @Order(1)
    void killedBeforeItTookTheFormInTheFactIsWrittenOnceWhenTheFormIsSentAgain() throws IOException {
        try (Station station = midwife()) {
            Page page = heard(station, "Rhésus négatif, vu à 14 h");
            node.freeze();
            page.waitForRequest("**/found", () -> save(page));
            page.waitForSelector("main form button.primary >> text=Enregistrement…");
            node.kill();
            unconfirmed(page, "Rhésus négatif, vu à 14 h");
            station.accessible().worded().picture("link-lost");
            node.startAgain();
            loggedInAgain(page);
            assertThat(page.inputValue("#value")).isEqualTo("Rhésus négatif, vu à 14 h");
            save(page);
            assertThat(told(page, "Rhésus négatif, vu à 14 h")).isEqualTo(1);
        }
    }

    @Test
    @Order(2)
    void killedAfterItWroteAndBeforeItAnsweredTheFactIsNotWrittenTwice() throws IOException {
        try (Station station = midwife()) {
            Page page = heard(station, "Rubéole immunisée, 2024");
            AtomicInteger taken = new AtomicInteger();
            page.route("**/found", route -> lose(route, taken));
            save(page);
            unconfirmed(page, "Rubéole immunisée, 2024");
            assertThat(taken.get()).as("the node took it in").isEqualTo(204);
            page.unroute("**/found");
            node.startAgain();
            loggedInAgain(page);
            save(page);
            assertThat(told(page, "Rubéole immunisée, 2024")).isEqualTo(1);
            assertThat(page.innerText(".told"))
                    .contains("ce formulaire avait déjà été reçu, il n'est compté qu'une fois");
            station.go(Hospital.chart(station) + "/found");
            page.waitForResponse("**/live/draft?**", () -> page.reload());
            assertThat(page.inputValue("#value")).as("no draft is left").isEmpty();
        }
    }

    /** The form reaches the node; before its answer reaches the page, the node is killed. */
    private static void lose(Route route, AtomicInteger taken) {
        APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        taken.set(answer.status());
        node.kill();
        route.abort("connectionreset");
    }

    @Test
    @Order(3)
    void frozenEveryOpenPageSaysSoAndComesBackByItself() throws IOException {
        try (Station station = midwife();
                Station stranger = Station.at(chromium, node.url(), "fr")) {
            Page door = stranger.go("login").page();
            door.evaluate(WATCH);
            door.fill("#username", "sagefemme");
            Page form = heard(station, "Toxoplasmose négative");
            String chart = form.url().replaceAll("/found$", "");
            List<Page> open = Stream.of(chart, node.url() + "wards/MAT", node.url() + "patients")
                    .map(address -> another(form, address))
                    .toList();
            form.bringToFront();
            long frozen = System.currentTimeMillis();
            node.freeze();
            form.fill("#saidBy", "Mme Rose, laboratoire de ville");
            save(form);
            for (Page page : Stream.concat(Stream.of(form, door), open.stream()).toList()) {
                page.waitForSelector("#link-lost:not([hidden])");
                long took = ((Number) page.evaluate("window.lostAt")).longValue() - frozen;
                System.err.printf(
                        "link lost told after %d ms on %s%n", took, page.url().replaceAll(".*\\d/", "/"));
                assertThat(took).as(page.url()).isLessThanOrEqualTo(WITHIN);
            }
            unconfirmed(form, "Toxoplasmose négative");
            assertThat(form.inputValue("#saidBy")).isEqualTo("Mme Rose, laboratoire de ville");
            form.click("nav.rail a[href='/wards']");
            assertThat(form.url()).as("nowhere to go").endsWith("/found");
            door.fill("#password", "whatever");
            door.press("#password", "Enter");
            assertThat(door.inputValue("#username")).as("nowhere to enter").isEqualTo("sagefemme");
            node.thaw();
            Hospital.say(node.mllp(), Hospital.admission("NOUVELLE-VENUE", 800099001, "499^P"));
            door.waitForSelector("#link-lost", hidden());
            for (Page page : open) {
                page.waitForSelector("#link-lost", hidden());
            }
            Page ward = open.get(1);
            ward.waitForSelector(".live-line button >> text=1 nouveauté, afficher (R)");
            ward.keyboard().press("r");
            ward.waitForSelector("#ward >> text=NOUVELLE-VENUE");
            form.waitForSelector("#link-lost", hidden());
            save(form);
            assertThat(told(form, "Toxoplasmose négative")).isEqualTo(1);
        }
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static Page another(Page first, String address) {
        Page page = first.context().newPage();
        page.waitForResponse("**/live/banner", () -> page.navigate(address));
        page.evaluate(WATCH);
        return page;
    }

    /**
     * Even when nobody comes back before the screen locks: the node is gone, and so is the page to lock on. It is gone for
     * longer than the page waits for an answer: what it could not keep is on its way again when the node locks.
     */
    @Test
    @Order(4)
    void lockedWhileTheNodeIsGoneTheScreenIsCoveredAndKeepsWhatWasTyped() throws IOException {
        try (Station station = midwife()) {
            station.page().clock().install();
            Page page = heard(station, "Groupe A positif");
            AtomicInteger unkept = new AtomicInteger();
            page.onRequestFailed(lost -> {
                if (lost.url().endsWith("/live/draft")) {
                    unkept.incrementAndGet();
                }
            });
            node.freeze();
            page.fill("#place", "Clinique du Morne");
            page.clock().fastForward("05:01");
            page.waitForSelector("#covered >> text=Le nœud ne répond pas");
            assertThat(page.isVisible("#value")).isFalse();
            assertThat(page.innerText("body")).doesNotContain(Hospital.MOTHER);
            station.accessible().worded().picture("covered");
            page.waitForCondition(() -> unkept.get() > 0);
            node.thaw();
            page.waitForURL("**/lock?next=**");
            page.fill("#password", node.password());
            page.press("#password", "Enter");
            page.waitForSelector(".draft");
            assertThat(page.inputValue("#value")).isEqualTo("Groupe A positif");
            assertThat(page.inputValue("#place"))
                    .as("typed while nobody answered")
                    .isEqualTo("Clinique du Morne");
            assertThat(Objects.requireNonNull(page.url())).endsWith("/found");
        }
    }
}
