package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Role;
import org.relais.access.Trace;
import org.relais.access.TraceLog;
import org.relais.paper.PageCode;
import org.relais.paper.Sheet;
import org.relais.web.shell.FormKey;

/** A printed page that is scanned comes home: a summary to its patient, a page of a pack to its ward, as if opened by hand. */
class ScannedPagesTest {
    private static final String PACK = "K3F9QX7A2B-02";

    @TempDir
    static Path folder;

    private static PeopledHouse house;
    private static String chart;
    private static String job;

    @BeforeAll
    static void aSummaryAndAPackArePrinted() {
        house = new PeopledHouse(folder);
        house.person("dmc", Role.DMC);
        house.person("ailleurs", Role.NURSE, SmallHouse.MATERNITY);
        house.person("accueil", Role.CLERK);
        house.person("formateur", Role.TRAINER);
        chart = "/patients/" + house.patient().id().hex();
        try (Browser doctor = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            assertThat(doctor.get(chart + "/summary.pdf").statusCode()).isEqualTo(200);
        }
        job = last().access().job();
        house.site
                .house
                .rooms()
                .trace()
                .printed(
                        SmallHouse.OPERATOR,
                        new Trace.Print("pack", "6268", PACK),
                        List.of(house.patient().id()));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static TraceLog.Line last() {
        house.site.folded();
        return house.site
                .house
                .models()
                .traces()
                .latest(new TraceLog.Filter.All(), Long.MAX_VALUE, 1)
                .getFirst();
    }

    private static String code(Sheet sheet, String print) {
        String node = house.site.house.data().journal().node().hex().substring(0, 8);
        return new PageCode(sheet, node, print, 1).text();
    }

    private static String scanned(String login, String code) {
        house.site.folded();
        try (Browser browser = house.browser().in(login, PeopledHouse.PASSWORD)) {
            return browser.post(
                            "/scan",
                            Map.of("text", code, "raw", code, "_csrf", browser.csrf(), "_once", FormKey.fresh()))
                    .body();
        }
    }

    private static String opens(String path) {
        return "\"go\":\"" + path + "\"";
    }

    @Test
    void aSummaryOpensItsPatient() {
        assertThat(job).isNotEmpty();
        assertThat(scanned("dmc", code(Sheet.SUMMARY, job))).contains(opens(chart));
        assertThat(last().access().act()).isEqualTo(Trace.Act.SEARCHED);
    }

    @Test
    void whoWouldBreakTheGlassByHandBreaksItHere() {
        assertThat(scanned("ailleurs", code(Sheet.SUMMARY, job))).contains(opens(chart));
        try (Browser nurse = house.browser().in("ailleurs", PeopledHouse.PASSWORD)) {
            assertThat(Browser.to(nurse.get(chart))).isEqualTo("303 " + chart + "/glass");
        }
    }

    @Test
    void aPageOfAPackOpensItsWard() {
        assertThat(scanned("dmc", code(Sheet.CENSUS_BY_BED, PACK))).contains(opens("/wards/6268"));
        assertThat(scanned("accueil", code(Sheet.COVER, PACK))).contains(opens("/wards/6268"));
    }

    @Test
    void whoMayOpenNeitherIsToldWhatThePageIs() {
        assertThat(scanned("formateur", code(Sheet.SUMMARY, job))).contains(opens(""), job);
        assertThat(scanned("formateur", code(Sheet.COVER, PACK))).contains(opens(""), PACK);
        assertThat(scanned("accueil", code(Sheet.SUMMARY, job))).contains(opens(""));
    }

    @Test
    void aPageOfAnotherNodeOrOfNoKnownPrintOpensNothing() {
        assertThat(scanned("dmc", new PageCode(Sheet.COVER, "0a1b2c3d", PACK, 1).text()))
                .contains(opens(""));
        assertThat(scanned("dmc", code(Sheet.SUMMARY, "0000000000"))).contains(opens(""));
    }
}
