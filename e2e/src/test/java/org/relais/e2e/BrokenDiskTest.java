package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of a node at work fails: nothing is written, and every page says so, those that stand open as well; what was
 * known is read on, traced. Started again on a disk that is well, no page says so any more.
 */
class BrokenDiskTest {
    private static final String VALUE = "Rhésus négatif, vu à 15 h";
    private static final String WHY = "prise en charge pendant la panne du disque";

    /** How long a page that stands open may go on as if all were well. */
    private static final int WITHIN_MILLIS = 15_000;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Node node;

    @BeforeAll
    static void theNodeIsAtWork() throws IOException, InterruptedException {
        assumeTrue(straceInjects(), "SKIPPED: strace is absent or not allowed, a failing disk is NOT tried");
        chromium = Chromium.start();
        node = new Node(folder.resolve("demo"));
    }

    private static boolean straceInjects() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qqo", "/dev/null", "-e", "inject=fsync:error=EIO", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
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

    private static Station at(String login) {
        return Station.at(chromium, node.url(), "fr").logIn(login, node.password());
    }

    private static final List<String> STANDING = List.of("wards/MAT", "patients", "wards", "crisis", "password");

    /** Pages that stand open before the disk fails: somebody's, a locked board, and the door on another machine. */
    private static final class Standing implements AutoCloseable {
        private final Station person = at("sagefemme");
        private final Station locked = at("dmc");
        private final Station door = Station.at(chromium, node.url(), "fr");
        private final List<Page> pages = new ArrayList<>();

        Standing() {
            for (String path : STANDING) {
                Page tab = person.page().context().newPage();
                tab.setDefaultTimeout(WITHIN_MILLIS);
                tab.navigate(node.url() + path);
                pages.add(tab);
            }
            pages.add(lockedBoard());
            door.page().context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.0.0.9"));
            pages.add(door.go("login").page());
            for (Page page : pages) {
                assertThat(page.locator("#node-warning .warning").count())
                        .as(page.url())
                        .isZero();
            }
        }

        private Page lockedBoard() {
            Page board = locked.go("wards").page();
            board.click("#lock button >> nth=0");
            board.waitForSelector("main a[href^='/lock']");
            return board;
        }

        void say() {
            for (Page page : pages) {
                page.waitForSelector("#node-warning .warning >> text=L'écriture sur disque s'est arrêtée");
            }
            assertThat(pages.getFirst()
                            .locator("#node-warning a[href='/emergency']")
                            .count())
                    .isOne();
            assertThat(pages.getLast().locator("#node-warning a").count()).isZero();
            assertThat(pages).allMatch(page -> page.isHidden("#link-lost"));
        }

        /** Those of a session that ended are at the door; none says that nothing is written. */
        void sayNoMore() {
            for (Page page : pages) {
                page.waitForFunction("() => !document.querySelector('#node-warning .warning')"
                        + " && document.querySelector('#link-lost').hidden");
            }
        }

        @Override
        public void close() {
            person.close();
            locked.close();
            door.close();
        }
    }

    @Test
    void nothingIsWrittenAnyMoreAndWhoSaysWhyReadsOn() throws IOException, InterruptedException {
        try (Station station = at("sagefemme");
                Standing standing = new Standing()) {
            String chart = Hospital.chart(station);
            Page page = station.go(chart + "/found").page();
            // Who leaves what she typed while the link is lost is asked; she goes.
            page.onDialog(Dialog::accept);
            page.waitForResponse("**/live/draft", () -> {
                page.selectOption("#kind", new SelectOption().setIndex(1));
                page.fill("#value", VALUE);
                page.fill("#saidBy", "Mme Rose, laboratoire");
                page.check("#readBack-yes");
            });
            Process disk = node.breakDisk();
            try {
                refusedInWords(page);
                standing.say();
                station.accessible().worded().picture("disk-refused");
                assertThatThrownBy(() -> Hospital.say(node.mllp(), Hospital.admission("TROP-TARD", 800099301, "499^P")))
                        .as("a message that cannot be kept is not acknowledged")
                        .isInstanceOf(IOException.class);
                readsOn(station, chart);
            } finally {
                disk.destroy();
                disk.waitFor();
            }
            page.reload();
            stopped(page);
            node.kill();
            node.startAgain();
            standing.sayNoMore();
        }
        try (Station station = at("audit")) {
            Page page = station.go("traces").page();
            assertThat(page.innerText("main")).contains(WHY);
            assertThat(page.locator("#node-warning .warning").count()).isZero();
        }
    }

    private static void refusedInWords(Page page) {
        page.click("main form button.primary");
        page.waitForSelector(".unsent");
        assertThat(page.innerText(".unsent"))
                .contains("Relais a refusé l'envoi : rien n'est enregistré. L'écriture est arrêtée");
        assertThat(page.inputValue("#value")).isEqualTo(VALUE);
        assertThat(page.inputValue("#saidBy")).isEqualTo("Mme Rose, laboratoire");
    }

    private static void stopped(Page page) {
        assertThat(page.innerText("#node-warning .warning").replace('\u00A0', ' '))
                .contains("L'écriture sur disque s'est arrêtée : rien ne s'enregistre plus sur ce nœud");
    }

    /** Ward, chart and search open once she has said why, and each page says that nothing is written. */
    private static void readsOn(Station station, String chart) {
        Page page = station.go("wards/MAT").page();
        assertThat(page.innerText("main"))
                .contains("dites pourquoi vous devez lire")
                .doesNotContain(Hospital.MOTHER);
        stopped(page);
        page.click("#node-warning a[href='/emergency']");
        page.waitForURL("**/emergency");
        station.accessible().worded().picture("emergency");
        page.fill("#reason", WHY);
        page.press("#reason", "Enter");
        // The words that reading is open stand in the sentence that asks why, too: the answer is what has a state.
        page.waitForSelector("main p[role=status] >> text=La lecture vous est ouverte");
        station.go("wards/MAT");
        assertThat(page.innerText("main")).contains(Hospital.MOTHER);
        stopped(page);
        station.go(chart);
        assertThat(page.innerText("main, .patient")).contains(Hospital.MOTHER);
        stopped(page);
        station.go("patients");
        page.fill("#q", "jos");
        page.waitForSelector("#results >> text=" + Hospital.MOTHER);
        stopped(page);
        station.worded();
        station.go(chart + "/found");
        assertThat(page.locator("#value").count()).isOne();
        stopped(page);
    }
}
