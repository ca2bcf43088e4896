package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.Browser.to;
import static org.relais.wiring.PeopledHouse.FAMILY;
import static org.relais.wiring.PeopledHouse.PASSWORD;
import static org.relais.wiring.PeopledHouse.PIN;
import static org.relais.wiring.SmallHouse.MATERNITY;
import static org.relais.wiring.SmallHouse.MEDICINE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Account;
import org.relais.access.Role;
import org.relais.access.screens.Screens;

/** A ward's screen shared in a crisis: it shows the ward, and whatever is done on it is done by somebody. */
class SharedScreenTest {
    private static final String SHARE = "/wards/6268/share";

    @TempDir
    Path folder;

    private PeopledHouse place;
    private Account nurse;
    private Account midwife;
    private String chart;
    private String asked;

    @BeforeEach
    void open() {
        place = new PeopledHouse(folder);
        nurse = place.person("nurse", Role.NURSE, MEDICINE);
        midwife = place.person("midwife", Role.MIDWIFE, MATERNITY);
        chart = "/patients/" + place.patient().id().hex();
        asked = "/shared" + chart;
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void crisis() {
        place.site
                .house
                .models()
                .crisis()
                .declare(SmallHouse.OPERATOR, "Écrans noirs", java.util.Set.of())
                .orThrow();
        place.site.folded();
    }

    private Browser shared() {
        crisis();
        Browser screen = place.browser().in("nurse", PASSWORD);
        assertThat(to(screen.fill(SHARE, SHARE, Map.of()))).isEqualTo("303 /shared");
        return screen;
    }

    @Test
    void theBannerLeadsBackToThePageItIsOn() {
        Browser screen = place.browser().in("nurse", PASSWORD);
        assertThat(screen.part("/live/banner", "/wards?q=MED").body()).contains("name=\"next\" value=\"/wards?q=MED\"");
        assertThat(screen.part("/live/banner", "//elsewhere.example/").body()).contains("name=\"next\" value=\"/\"");
    }

    private HttpResponse<String> opens(Browser screen, String badge, String pin) {
        return screen.fill(asked, asked, Map.of("badge", badge, "pin", pin));
    }

    @Test
    void isRefusedWhileThereIsNoCrisisAndToWhoHasNoRightOnTheWard() {
        try (Browser one = place.browser().in("nurse", PASSWORD)) {
            assertThat(one.get(SHARE).statusCode()).isEqualTo(409);
            assertThat(one.get("/wards/6268").body()).doesNotContain(SHARE);
            assertThat(one.fill("/wards/6268", SHARE, Map.of()).statusCode()).isEqualTo(409);
        }
        crisis();
        try (Browser other = place.browser().in("midwife", PASSWORD)) {
            assertThat(other.get(SHARE).statusCode()).isEqualTo(409);
            assertThat(other.fill("/wards/6268", SHARE, Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(place.traces(midwife)).contains("REFUSED right");
    }

    @Test
    void showsTheWardWithoutASessionAndNothingElse() {
        try (Browser screen = shared()) {
            place.site.later(Duration.ofHours(20));
            assertThat(screen.get("/shared").body()).contains(FAMILY).contains("data-live=\"/live/screen\"");
            assertThat(place.traces(nurse)).contains("LISTED shared-screen");
            assertThat(to(screen.get(chart))).isEqualTo("303 /shared");
            assertThat(to(screen.get("/patients"))).isEqualTo("303 /shared");
            assertThat(to(screen.get("/wards/MAT"))).isEqualTo("303 /shared");
            assertThat(screen.get("/live/banner").statusCode()).isEqualTo(200);
            assertThat(screen.get("/live/patients").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void eachChartIsOpenedByABadgeAndItsPinUnderThatName() {
        String badge = place.badge(nurse);
        try (Browser screen = shared()) {
            assertThat(opens(screen, badge, "000000").statusCode()).isEqualTo(422);
            assertThat(opens(screen, "nurse", PASSWORD).statusCode()).isEqualTo(422);
            assertThat(to(opens(screen, badge, PIN))).isEqualTo("303 " + chart);
            assertThat(screen.get(chart).body()).contains("Essai nurse").doesNotContain("id=\"rail\"");
            assertThat(place.traces(nurse).getFirst()).isEqualTo("OPENED chart");
            assertThat(screen.get("/live/banner").body())
                    .as("the page is told the same person, else it would be fetched again and again")
                    .contains("data-person=\"" + nurse.id().hex() + "\"");
            assertThat(to(screen.get("/patients"))).isEqualTo("303 /shared");
            assertThat(to(screen.get(chart))).as("it was closed").isEqualTo("303 /shared");
        }
    }

    @Test
    void anOpenChartClosesByItself() {
        String badge = place.badge(nurse);
        try (Browser screen = shared()) {
            opens(screen, badge, PIN);
            assertThat(screen.get(chart).statusCode()).isEqualTo(200);
            place.site.later(Duration.ofSeconds(121));
            assertThat(to(screen.get(chart))).isEqualTo("303 /shared");
            assertThat(screen.get("/shared").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsWrittenIsSignedEachTimeByWhoOpened() {
        String badge = place.badge(nurse);
        String other = place.badge(midwife);
        Map<String, String> heard = Map.of(
                "kind",
                "LAB",
                "value",
                "Hémoglobine 9,2 g/dL",
                "saidBy",
                "Labo",
                "place",
                "",
                "heardBy",
                "Essai",
                "time",
                "0600",
                "readBack",
                "yes");
        String found = chart + "/found";
        try (Browser screen = shared()) {
            opens(screen, badge, PIN);
            assertThat(screen.get(found).body()).contains("signBadge");
            assertThat(screen.fill(found, found, heard).statusCode()).isEqualTo(422);
            assertThat(screen.fill(found, found, with(heard, badge, "111111")).statusCode())
                    .isEqualTo(403);
            assertThat(screen.fill(found, found, with(heard, other, PIN)).statusCode())
                    .isEqualTo(403);
            assertThat(screen.get(chart).body()).doesNotContain("Hémoglobine 9,2");
            assertThat(to(screen.fill(found, found, with(heard, badge, PIN)))).isEqualTo("303 " + chart + "#found");
            assertThat(screen.get(chart).body()).contains("Hémoglobine 9,2").contains("Essai nurse");
        }
    }

    private static Map<String, String> with(Map<String, String> form, String badge, String pin) {
        Map<String, String> whole = new java.util.HashMap<>(form);
        whole.put("signBadge", badge);
        whole.put("signPin", pin);
        return whole;
    }

    @Test
    void aColleagueOfAnotherWardStandsBeforeTheGlass() {
        String badge = place.badge(midwife);
        try (Browser screen = shared()) {
            opens(screen, badge, PIN);
            assertThat(to(screen.get(chart))).isEqualTo("303 " + chart + "/glass");
            Map<String, String> why = Map.of("reason", "EMERGENCY", "text", "");
            assertThat(screen.fill(chart + "/glass", chart + "/glass", why).statusCode())
                    .isEqualTo(422);
            assertThat(to(screen.fill(chart + "/glass", chart + "/glass", with(why, badge, PIN))))
                    .isEqualTo("303 " + chart);
            assertThat(screen.get(chart).body()).contains("Bris de glace").contains("Urgence vitale");
            assertThat(place.traces(midwife).getFirst()).isEqualTo("OPENED chart");
        }
    }

    @Test
    void endsByHandFromTheScreenOrFromAnother() {
        try (Browser screen = shared();
                Browser own = place.browser().in("nurse", PASSWORD)) {
            String ward = own.get("/wards/6268").body();
            int at = ward.indexOf("/wards/6268/screens/");
            assertThat(at).isPositive();
            String end = ward.substring(at, ward.indexOf('"', at));
            assertThat(to(own.fill("/wards/6268", end, Map.of()))).isEqualTo("303 /wards/6268");
            assertThat(to(screen.get("/shared"))).startsWith("303 /login");
        }
        try (Browser screen = place.browser().in("nurse", PASSWORD)) {
            screen.fill(SHARE, SHARE, Map.of());
            assertThat(to(screen.fill("/shared", "/shared/end", Map.of()))).isEqualTo("303 /login");
            assertThat(to(screen.get("/shared"))).startsWith("303 /login");
        }
    }

    @Test
    void endsWithTheCrisisAndDoesNotComeBackWithTheNext() {
        String badge = place.badge(nurse);
        try (Browser screen = shared()) {
            opens(screen, badge, PIN);
            place.site.later(Duration.ofMinutes(1));
            place.site
                    .house
                    .models()
                    .crisis()
                    .lift(SmallHouse.OPERATOR, "Tout revient")
                    .orThrow();
            place.site.folded();
            assertThat(to(screen.get(chart))).isEqualTo("303 /login");
            assertThat(to(screen.get("/shared"))).startsWith("303 /login");
            place.site.later(Duration.ofMinutes(1));
            crisis();
            assertThat(to(screen.get("/shared"))).startsWith("303 /login");
        }
    }

    @Test
    void replayAndSnapshotEqualTheLiveState() throws IOException {
        try (Browser screen = shared();
                Browser other = place.browser().in("nurse", PASSWORD)) {
            other.fill(SHARE, SHARE, Map.of());
            other.fill("/shared", "/shared/end", Map.of());
            assertThat(screen.get("/shared").statusCode()).isEqualTo(200);
            Screens live = place.site.house.models().screens();
            assertThat(live.since(Instant.EPOCH)).hasSize(1);
            Screens again = new Screens();
            place.site.house.data().journal().read(1, again::apply);
            assertThat(saved(again)).isEqualTo(saved(live));
            Screens loaded = new Screens();
            loaded.load(new DataInputStream(new ByteArrayInputStream(saved(live))));
            assertThat(saved(loaded)).isEqualTo(saved(live));
        }
    }

    private static byte[] saved(Screens screens) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        screens.save(new DataOutputStream(out));
        return out.toByteArray();
    }

    @Test
    void aPersonalSessionOnItLeadsBackToIt() {
        try (Browser screen = shared()) {
            screen.in("midwife", PASSWORD);
            assertThat(screen.get("/patients").statusCode()).isEqualTo(200);
            assertThat(to(screen.fill("/patients", "/logout", Map.of()))).isEqualTo("303 /shared");
            assertThat(screen.get("/shared").body()).contains(FAMILY);
        }
    }

    @Test
    void aLockedWardScreenShowsBedsWithoutNames() {
        try (Browser one = place.browser().in("nurse", PASSWORD)) {
            assertThat(one.get("/wards/6268").body()).contains(FAMILY);
            place.site.later(Duration.ofMinutes(6));
            assertThat(to(one.get("/wards/6268"))).isEqualTo("303 /lock?next=%2Fwards%2F6268");
            String lock = one.get("/lock?next=%2Fwards%2F6268").body();
            assertThat(lock)
                    .contains("Médecine")
                    .contains("12 A")
                    .contains("occupé")
                    .doesNotContain(FAMILY);
            assertThat(one.get("/live/lock?next=%2Fwards%2F6268").body())
                    .contains("12 A")
                    .doesNotContain(FAMILY);
            assertThat(one.get("/lock?next=%2Fwards%2F%25zz").statusCode()).isEqualTo(200);
            assertThat(one.get("/lock?next=%2Fpatients").body()).doesNotContain("beds-board");
        }
    }

    @Test
    void boardsWithoutNamesNeverLock() {
        try (Browser one = place.browser().in("nurse", PASSWORD)) {
            place.site.later(Duration.ofMinutes(6));
            String wards = one.get("/wards").body();
            assertThat(wards)
                    .contains("Médecine")
                    .contains("/lock?next=%2Fwards")
                    .doesNotContain(FAMILY);
            assertThat(wards).contains("data-live=\"/live/board\"").doesNotContain("id=\"rail\"");
            assertThat(one.get("/live/wards").statusCode()).isEqualTo(200);
            assertThat(one.get("/crisis").statusCode()).isEqualTo(200);
            assertThat(one.get("/live/census").statusCode()).isEqualTo(401);
            assertThat(to(one.get("/census"))).startsWith("303 /lock");
            assertThat(one.get("/live/banner").body()).doesNotContain("Essai");
        }
    }
}
