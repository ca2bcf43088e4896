package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ten tabs over plain HTTP, of which a browser lets six speak at once. */
@ExtendWith(Hospital.Visit.class)
class TabsTest {
    /** Keeps hold of the page's stream, to ask it whether it is open. */
    private static final String KEEP = """
            const Stream = window.EventSource;
            window.EventSource = class extends Stream {
              constructor(...how) { super(...how); window.stream = this; }
            };
            """;

    private static final List<String> PATHS = List.of("wards/MAT", "wards", "patients", "help", "settings");
    private static final int TABS = 10;

    @TempDir
    static Path folder;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    private static boolean streams(Page page) {
        return (boolean) page.evaluate("window.stream && stream.readyState === EventSource.OPEN");
    }

    private static boolean shows(Page page) {
        return page.evaluate("document.visibilityState").equals("visible");
    }

    @Test
    void hiddenTabsCloseTheirStreamAndTheVisibleOneAnswersInLessThanASecond() throws IOException {
        try (Window window = new Window(folder.resolve("profile"))) {
            window.context().addInitScript(KEEP);
            List<Page> tabs = new ArrayList<>();
            new Station(first(window, tabs), hospital.url(), "fr").logIn("sagefemme", hospital.password());
            while (tabs.size() < TABS) {
                Page tab = first(window, tabs);
                tab.navigate(hospital.url() + PATHS.get(tabs.size() % PATHS.size()));
                await().atMost(Duration.ofSeconds(10)).until(() -> streams(tab));
            }
            Page front = tabs.getLast();
            assertThat(tabs).filteredOn(TabsTest::shows).containsExactly(front);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(tabs).filteredOn(TabsTest::streams).containsExactly(front));
            answers(front);
            Page third = tabs.get(2);
            third.bringToFront();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(tabs).filteredOn(TabsTest::streams).containsExactly(third));
            answers(third);
        }
    }

    private static Page first(Window window, List<Page> tabs) {
        Page tab = window.tab();
        tab.setDefaultTimeout(15_000);
        tabs.add(tab);
        return tab;
    }

    /** Five pages one after the other, each from its being asked for until it stands: the slowest counts. */
    private static void answers(Page tab) {
        for (String path : PATHS) {
            tab.navigate(hospital.url() + path);
            Number took = (Number) tab.evaluate(
                    "() => { const [page] = performance.getEntriesByType('navigation'); return page.domInteractive; }");
            System.err.printf("the visible tab of ten: %s after %.0f ms%n", path, took.doubleValue());
            assertThat(took.doubleValue()).as(path).isLessThan(1_000);
        }
    }
}
