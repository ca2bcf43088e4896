package org.relais.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is typed and not sent: on the node, sealed, and nowhere in the browser. */
@ExtendWith(Hospital.Visit.class)
class DraftsTest {
    private static final String TYPED = "Quinquagésimement vu au laboratoire";
    /** How much each kind of storage holds. */
    private static final String STORED = """
            async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
              (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]
            """;

    @TempDir
    static Path folder;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    private static List<Path> sealed() throws IOException {
        Path drafts = hospital.data().resolve("drafts");
        if (!Files.isDirectory(drafts)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(drafts)) {
            return all.toList();
        }
    }

    private static boolean holds(Path folder, String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String latin = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
                String wide = new String(bytes, java.nio.charset.StandardCharsets.UTF_16LE);
                if (latin.contains(new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1))
                        || wide.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Station midwife(Window window) {
        return new Station(window.tab(), hospital.url(), "fr").logIn("sagefemme", hospital.password());
    }

    @Test
    void theBrowserCrashesAndTheDraftIsOfferedAndGoesOnceSaved() throws IOException {
        String form;
        try (Window window = new Window(folder.resolve("one"))) {
            Station station = midwife(window);
            form = Hospital.chart(station) + "/found";
            Page page = station.go(form).page();
            long began = System.currentTimeMillis();
            Response kept = page.waitForResponse("**/live/draft", () -> page.fill("#value", TYPED));
            assertThat(kept.status()).isEqualTo(204);
            System.err.printf("draft kept %d ms after it was typed%n", System.currentTimeMillis() - began);
            page.waitForResponse("**/live/draft", () -> page.check("#readBack-no"));
            assertThat(page.evaluate(STORED)).isEqualTo(List.of(0, 0, 0, 0, 0));
            window.crash();
        }
        assertThat(sealed()).hasSize(1);
        assertThat(holds(hospital.data(), TYPED)).as("sealed on the node").isFalse();
        assertThat(holds(folder.resolve("one"), TYPED))
                .as("nowhere in the browser")
                .isFalse();
        try (Window window = new Window(folder.resolve("two"))) {
            Page page = midwife(window).go(form).page();
            assertThat(page.waitForSelector(".draft").innerText())
                    .matches("(?s)Brouillon de \\d\\d:\\d\\d repris\\..*");
            assertThat(page.inputValue("#value")).isEqualTo(TYPED);
            assertThat(page.isChecked("#readBack-no")).isTrue();
            page.selectOption("#kind", new com.microsoft.playwright.options.SelectOption().setIndex(2));
            page.fill("#saidBy", "M. Morne");
            page.click("main form button.primary");
            page.waitForURL("**/patients/*#found");
            assertThat(sealed()).as("gone once saved").isEmpty();
            page.waitForResponse("**/live/draft?**", () -> page.navigate(hospital.url() + form));
            assertThat(page.inputValue("#value")).isEmpty();
            assertThat(page.evaluate(STORED)).isEqualTo(List.of(0, 0, 0, 0, 0));
        }
    }

    @Test
    void aDraftIsDiscardedWhenAsked() throws IOException {
        try (Station station = hospital.at("nuit", "fr")) {
            Page page = station.go("crisis/declare").page();
            page.waitForResponse("**/live/draft", () -> page.fill("#reason", TYPED));
            page.reload();
            page.waitForSelector(".draft");
            station.accessible().worded().picture("draft");
            page.waitForResponse(answer -> answer.request().isNavigationRequest(), () -> page.click(".draft button"));
            page.waitForSelector("#reason");
            assertThat(page.inputValue("#reason")).isEmpty();
            assertThat(sealed()).isEmpty();
        }
    }
}
