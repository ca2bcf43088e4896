package org.relais.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which feed counts for which numbers: settled by one person the first time, changed by two. */
class StructureByTwoTest {
    private static final String PASSWORD = "quatre mots bien choisis";
    private static final String STRUCTURE = """
            row;code;name_fr;name_en;kind;units;ward;room;bed;zone;feed;authority
            hospital;979999999;Centre hospitalier de la Pointe;;;;;;;America/Martinique;;
            ward;MAT;Maternité;Maternity;maternity;;;;;;;
            bed;;;;;;MAT;101;Z;;;
            authority;;;;;;;;;;FEED;IPP-POINTE
            """;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Program server;
    private static String url;

    @BeforeAll
    static void aNewNode() throws IOException {
        chromium = Chromium.start();
        Files.writeString(folder.resolve("passphrase"), "only for this very test\n");
        server = Program.start(
                "serve",
                "--port",
                "0",
                "--mllp",
                "0",
                "--json",
                "--data",
                in("data"),
                "--passphrase-file",
                in("passphrase"));
        url = server.line().get("url").asString();
    }

    @AfterAll
    static void itEnds() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    /** An administrator, at a station of her own, who has chosen her password. */
    private static Station administrator(String login, String name) throws IOException, InterruptedException {
        String given = Program.run(
                        "user", "add", login, "--name", name, "--role", "ADMINISTRATOR", "--json", "--data", in("data"))
                .json()
                .get("password")
                .asString();
        Station station = new Station(chromium.browser(), url, "fr");
        Page page = station.go("login").page();
        page.fill("#username", login);
        page.fill("#password", given);
        page.press("#password", "Enter");
        page.waitForSelector("#wanted");
        page.fill("#old", given);
        page.fill("#wanted", PASSWORD);
        page.fill("#again", PASSWORD);
        page.press("#again", "Enter");
        page.waitForSelector("nav.rail");
        return station;
    }

    private static void send(Page page, String feed) {
        byte[] file = STRUCTURE.replace("FEED", feed).getBytes(UTF_8);
        page.setInputFiles("#file", new FilePayload("structure.csv", "text/csv", file));
        page.click("main form button.primary");
    }

    private static void refused(Page page, String words, String stands) {
        page.waitForSelector("main [role=alert] >> text=" + words);
        page.navigate(url + "structure");
        assertThat(page.innerText("section[aria-labelledby=authorities] tbody")).contains(stands);
    }

    @Test
    void whichFeedCountsIsChangedByTwoPersonsOnItsPage() throws IOException, InterruptedException {
        try (Station first = administrator("nadia", "Mme Nadia MORNEVERT");
                Station _ = administrator("loic", "M. Loïc BELLEVUE")) {
            Page page = first.go("structure").page();
            send(page, "gam");
            page.waitForSelector("section[aria-labelledby=authorities] >> text=gam");
            first.go("structure").accessible().worded().picture("structure-by-two");
            send(page, "dpi");
            refused(page, "s'identifie elle aussi", "gam");
            second(page, "nadia", PASSWORD);
            send(page, "dpi");
            refused(page, "une autre que vous", "gam");
            second(page, "loic", "pas son mot de passe");
            send(page, "dpi");
            page.waitForSelector("main [role=alert]");
            first.go("structure");
            assertThat(page.innerText("section[aria-labelledby=authorities] tbody"))
                    .contains("gam");
            second(page, "loic", PASSWORD);
            send(page, "dpi");
            page.waitForSelector("section[aria-labelledby=authorities] tbody >> text=dpi");
            first.go("structure");
            assertThat(page.innerText("section[aria-labelledby=authorities] tbody"))
                    .contains("dpi")
                    .doesNotContain("gam");
        }
    }

    private static void second(Page page, String login, String secret) {
        page.fill("#second", login);
        page.fill("#secret", secret);
    }
}
