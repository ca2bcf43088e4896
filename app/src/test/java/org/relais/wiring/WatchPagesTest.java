package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.Browser.to;
import static org.relais.wiring.PeopledHouse.FAMILY;
import static org.relais.wiring.PeopledHouse.PASSWORD;
import static org.relais.wiring.SmallHouse.MATERNITY;
import static org.relais.wiring.SmallHouse.MEDICINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Account;
import org.relais.access.Role;

/** A woman under watch: on the list, on her ward's page and in the banners of her ward's people, and of nobody else. */
class WatchPagesTest {
    private static final Map<String, String> PUSHING =
            Map.of("phase", "PUSHING", "midwife", "Nadège", "paper", "no", "minutes", "3");

    @TempDir
    Path folder;

    private PeopledHouse place;
    private Account midwife;
    private String ctg;

    @BeforeEach
    void open() {
        place = new PeopledHouse(folder);
        midwife = place.person("midwife", Role.MIDWIFE, MEDICINE);
        place.person("other", Role.MIDWIFE, MATERNITY);
        ctg = "/patients/" + place.patient().id().hex() + "/ctg";
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Map<String, String> with(Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("patient", place.patient().id().hex());
        return all;
    }

    @Test
    void aReviewBecomesOverdueIsShoutedAndASignatureClearsIt() {
        try (Browser hers = place.browser().in("midwife", PASSWORD);
                Browser others = place.browser().in("other", PASSWORD)) {
            assertThat(to(hers.fill(ctg, ctg, with(PUSHING)))).isEqualTo("303 " + ctg);
            place.site.folded();
            assertThat(hers.get("/maternity/watch").body()).contains(FAMILY).doesNotContain("id=\"calls\"");
            place.site.later(Duration.ofMinutes(4));
            assertThat(hers.get("/maternity/watch").body())
                    .contains("state-overdue")
                    .contains("id=\"calls\"");
            assertThat(hers.get("/wards/6268").body()).contains("state-overdue");
            assertThat(hers.get("/live/banner").body()).contains("id=\"calls\"").doesNotContain(FAMILY);
            assertThat(others.get("/maternity/watch").body())
                    .doesNotContain(FAMILY)
                    .doesNotContain("id=\"calls\"");
            assertThat(others.get(ctg).statusCode()).isEqualTo(403);
            assertThat(to(hers.fill(ctg, ctg + "/review", with(Map.of("reading", "NORMAL", "note", "rassurant")))))
                    .isEqualTo("303 " + ctg);
            place.site.folded();
            assertThat(hers.get(ctg).body()).contains("rassurant").contains("Essai midwife");
            assertThat(hers.get("/live/maternity/watch").body()).doesNotContain("state-overdue");
            assertThat(to(hers.fill(ctg, ctg + "/stop", with(Map.of("reason", "BORN")))))
                    .isEqualTo("303 " + ctg);
            place.site.folded();
            assertThat(hers.get("/maternity/watch").body()).doesNotContain(FAMILY);
        }
        assertThat(place.traces(midwife)).contains("LISTED ctg-watch", "OPENED ctg");
    }

    @Test
    void anAlertEscalatesWithTimeAndItsSignatureSilencesOneStep() {
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(to(hers.fill(ctg, ctg, with(PUSHING)))).isEqualTo("303 " + ctg);
            place.site.folded();
            Map<String, String> taken = with(Map.of("step", "OBSTETRICIAN", "called", "Dr Laguerre"));
            assertThat(hers.fill(ctg, ctg + "/alert", taken).statusCode()).isEqualTo(422);
            place.site.later(Duration.ofMinutes(4));
            assertThat(hers.get("/maternity/watch").body())
                    .contains("state-overdue")
                    .doesNotContain("state-act-now");
            place.site.later(Duration.ofMinutes(2));
            assertThat(hers.get("/live/banner").body()).contains("obstétricien").doesNotContain(FAMILY);
            assertThat(hers.get("/maternity/watch").body()).contains("state-act-now");
            assertThat(hers.get("/wards/6268").body()).contains("state-act-now");
            Map<String, String> nobody = with(Map.of("step", "OBSTETRICIAN"));
            assertThat(hers.fill(ctg, ctg + "/alert", nobody).statusCode()).isEqualTo(422);
            assertThat(to(hers.fill(ctg, ctg + "/alert", taken))).isEqualTo("303 " + ctg);
            place.site.folded();
            assertThat(hers.get("/maternity/watch").body())
                    .contains("Dr Laguerre")
                    .contains("state-overdue")
                    .doesNotContain("state-act-now");
            place.site.later(Duration.ofMinutes(4));
            assertThat(hers.get("/live/banner").body()).contains("DMC");
        }
    }

    @Test
    void aMidwifeOnTooManyTracesCallsUntilSomebodySignsThatItWasTaken() {
        place.site.hears(org.relais.testkit.Hl7.admission("W8", "9912345680", "ZZAUTRE"));
        String other = "/patients/"
                + place.site
                        .house
                        .folded()
                        .query(() -> place.site.house.wards().patients().byIdentifier("9912345680"))
                        .getFirst()
                        .id()
                        .hex()
                + "/ctg";
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(to(hers.fill(ctg, ctg, with(PUSHING)))).isEqualTo("303 " + ctg);
            Map<String, String> second = new java.util.HashMap<>(PUSHING);
            second.put("patient", other.split("/")[2]);
            assertThat(to(hers.fill(other, other, second))).isEqualTo("303 " + other);
            place.site.folded();
            assertThat(hers.get("/live/banner").body()).contains("state-act-now");
            Map<String, String> taken = Map.of("midwife", "Nadège", "called", "Dr Laguerre");
            assertThat(to(hers.fill("/maternity/loads", "/maternity/loads", taken)))
                    .isEqualTo("303 /maternity/watch");
            place.site.folded();
            assertThat(hers.get("/live/banner").body()).doesNotContain("state-act-now");
            assertThat(hers.get("/maternity/watch").body()).contains("Dr Laguerre");
        }
    }

    @Test
    void aDoctorSignsTheIntervalsAndUntilThenThePageSaysThatNobodyDid() {
        place.person("doctor", Role.DOCTOR, MEDICINE);
        String page = "/maternity/intervals";
        Map<String, String> minutes = Map.of("active", "12", "pushing", "4");
        try (Browser hers = place.browser().in("midwife", PASSWORD);
                Browser his = place.browser().in("doctor", PASSWORD)) {
            assertThat(hers.get(page).body()).contains("Non validés").doesNotContain("name=\"active\"");
            assertThat(hers.get("/maternity/watch").body()).contains("Non validés");
            assertThat(hers.fill(page, page, minutes).statusCode()).isEqualTo(403);
            assertThat(his.fill(page, page, Map.of("active", "4", "pushing", "12"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(to(his.fill(page, page, minutes))).isEqualTo("303 " + page);
            place.site.folded();
            assertThat(hers.get("/maternity/watch").body())
                    .contains("Essai doctor")
                    .contains("12 min")
                    .doesNotContain("Non validés");
        }
    }

    @Test
    void theSharedScreenOfAMaternityShowsItsRoomsWithoutNames() {
        place.site.hears(
                org.relais.testkit.Hl7.admission("W9", "9912345679", "ZZMERE").replace("6268", "MAT"));
        place.site
                .house
                .models()
                .crisis()
                .declare(SmallHouse.OPERATOR, "Écrans noirs", java.util.Set.of())
                .orThrow();
        place.site.folded();
        try (Browser others = place.browser().in("other", PASSWORD);
                Browser hers = place.browser().in("midwife", PASSWORD)) {
            others.fill("/wards/MAT/share", "/wards/MAT/share", Map.of());
            assertThat(others.get("/shared").body()).contains("ZZMERE").contains("/shared/board");
            assertThat(others.get("/shared/board").body())
                    .contains("class=\"wall\"")
                    .contains("/shared/patients/")
                    .doesNotContain("ZZMERE");
            hers.fill("/wards/6268/share", "/wards/6268/share", Map.of());
            assertThat(hers.get("/shared/board").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aHaemorrhageSheetIsStartedFilledCorrectedPrintedAndClosed() {
        String bleed = ctg.replace("/ctg", "/haemorrhage");
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(to(hers.fill(bleed, bleed, with(Map.of())))).isEqualTo("303 " + bleed);
            place.site.folded();
            assertThat(hers.get("/live/banner").body()).contains("id=\"calls\"");
            assertThat(hers.fill(bleed, bleed, with(Map.of())).statusCode()).isEqualTo(422);
            Map<String, String> loss = Map.of("act", "BLOOD_LOSS", "millilitres", "700", "note", "sac");
            assertThat(to(hers.fill(bleed, bleed + "/act", with(loss)))).isEqualTo("303 " + bleed);
            assertThat(to(hers.fill(bleed, bleed + "/act", with(Map.of("act", "OXYTOCIN")))))
                    .isEqualTo("303 " + bleed);
            place.site.folded();
            assertThat(hers.get(bleed).body()).contains("700").contains("data-elapsed");
            var pdf = hers.get(bleed + ".pdf");
            assertThat(pdf.statusCode()).isEqualTo(200);
            assertThat(to(hers.fill(bleed, bleed + "/end", with(Map.of("note", "tari")))))
                    .isEqualTo("303 " + bleed);
            place.site.folded();
            assertThat(hers.get("/live/banner").body()).doesNotContain("id=\"calls\"");
        }
        assertThat(place.traces(midwife)).contains("OPENED haemorrhage", "PRINTED haemorrhage");
    }

    /** Begun on paper, written down by another twenty minutes later. */
    @Test
    void aHaemorrhageThatBeganEarlierIsDatedAndWrittenForAnother() {
        String bleed = ctg.replace("/ctg", "/haemorrhage");
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(hers.get(bleed).body()).contains("start-told-time");
            assertThat(to(hers.fill(
                            bleed, bleed, with(Map.of("time", "-20", "forWhom", "Nadège Bellerose", "via", "SHEET")))))
                    .isEqualTo("303 " + bleed);
            place.site.folded();
            assertThat(to(hers.fill(
                            bleed,
                            bleed + "/act",
                            with(Map.of("act", "BLOOD_LOSS", "millilitres", "600", "time", "-10")))))
                    .isEqualTo("303 " + bleed);
            place.site.folded();
            assertThat(hers.get(bleed).body()).contains("data-elapsed=\"1200\"").contains("+10");
            hers.fill(bleed, bleed + "/end", with(Map.of("time", "-5")));
            place.site.folded();
            assertThat(hers.fill(bleed, bleed, with(Map.of("time", "-8"))).statusCode())
                    .as("before the last one was closed")
                    .isEqualTo(422);
        }
    }

    @Test
    void aChildHasNeitherWatchNorHaemorrhage() {
        place.site.hears(org.relais.testkit.Hl7.admission("W7", "9912345681", "ZZBEBE")
                .replaceAll("\\|(19|20)\\d{6}\\|", "|20261122|"));
        String child = "/patients/"
                + place.site
                        .house
                        .folded()
                        .query(() -> place.site.house.wards().patients().byIdentifier("9912345681"))
                        .getFirst()
                        .id()
                        .hex();
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            Map<String, String> watch = new java.util.HashMap<>(PUSHING);
            watch.put("patient", child.split("/")[2]);
            var refused = hers.fill(child + "/ctg", child + "/ctg", watch);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Ouvrez celui de la mère");
            assertThat(hers.fill(
                                    child + "/haemorrhage",
                                    child + "/haemorrhage",
                                    Map.of("patient", watch.get("patient")))
                            .statusCode())
                    .isEqualTo(422);
            for (String page : List.of(child + "/ctg", child + "/haemorrhage")) {
                assertThat(hers.get(page).body())
                        .contains("Ouvrez celui de la mère")
                        .doesNotContain("action=\"" + page);
            }
            assertThat(hers.get(child).body()).doesNotContain("/haemorrhage\"");
        }
    }

    @Test
    void theBoardHoldsWomenOfMaternityWardsOnlyAndSaysWhatIsNotKnown() {
        place.site.hears(
                org.relais.testkit.Hl7.admission("W9", "9912345679", "ZZMERE").replace("6268", "MAT"));
        try (Browser others = place.browser().in("other", PASSWORD);
                Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(others.get("/maternity/board").body())
                    .contains("ZZMERE")
                    .contains("state-unknown")
                    .doesNotContain(FAMILY);
            assertThat(hers.get("/maternity/board").body()).doesNotContain("ZZMERE");
        }
    }

    @Test
    void aFormAboutAnotherOrIncompleteIsRefused() {
        try (Browser hers = place.browser().in("midwife", PASSWORD)) {
            assertThat(hers.fill(ctg, ctg, Map.of("patient", "ab".repeat(16))).statusCode())
                    .isEqualTo(409);
            assertThat(hers.fill(ctg, ctg, with(Map.of("midwife", "Nadège"))).statusCode())
                    .isEqualTo(422);
            assertThat(hers.fill(ctg, ctg + "/review", with(Map.of("reading", "NORMAL")))
                            .statusCode())
                    .isEqualTo(422);
        }
    }
}
