package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Somebody is looked for as tired people type: Mme JOSEPH-MONROSE is found, and the page says why. */
class FindingTest {
    @TempDir
    static Path folder;

    private static Program program;
    private static Chromium chromium;
    private static String url;
    private static String password;

    @BeforeAll
    static void theHospitalIsAtWork() throws IOException {
        chromium = Chromium.start();
        program = Program.start(
                "demo", "--data", folder.resolve("demo").toString(), "--days", "2", "--speed", "60", "--json");
        JsonNode first = program.line();
        url = first.get("url").asString();
        password = first.get("accounts").get(0).get("password").asString();
        assertThat(program.line().get("loaded").asInt()).isGreaterThan(500);
    }

    @AfterAll
    static void theyGoHome() {
        if (program != null) {
            program.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jospeh monrose",
                "josef monroze",
                "maelle joseph",
                "josephmonrose",
                "valceran mael 17031994",
                "monrose maelle 18031994"
            })
    void isFoundAndSaysWhy(String typed) {
        try (Station station = new Station(chromium.browser(), url, "fr").logIn("sagefemme", password)) {
            Locator row = asked(station, typed);
            assertThat(row.locator(".why").innerText()).containsAnyOf("nom de naissance", "nom utilisé");
        }
    }

    @Test
    void whatIsNotWholeStandsApart() {
        try (Station station = new Station(chromium.browser(), url, "fr").logIn("sagefemme", password)) {
            asked(station, "jospeh monrose");
            assertThat(station.page().locator("tr.group").innerText()).contains("approchantes");
            station.accessible().worded().picture("patients-near");
        }
    }

    private static Locator asked(Station station, String typed) {
        Page page = station.go("patients").page();
        page.fill("#q", typed);
        page.keyboard().press("Enter");
        Locator row = page.locator("tr.link", new Page.LocatorOptions().setHasText("JOSEPH-MONROSE"))
                .first();
        row.waitFor();
        return row;
    }
}
