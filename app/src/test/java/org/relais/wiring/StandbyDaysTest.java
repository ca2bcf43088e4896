package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.PeopledHouse.PASSWORD;
import static org.relais.wiring.SmallHouse.MATERNITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Role;
import org.relais.kernel.WardCode;
import org.relais.paper.SealedPack;
import org.relais.upkeep.Act;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.PackMade;
import org.relais.upkeep.PackSettings;
import org.relais.upkeep.StandbyPacks;

/** Days of standby packs, on a clock that is turned: what lies on the key, what the page says of it, when it shouts. */
class StandbyDaysTest {
    private static final Act ACT = Act.of(SmallHouse.OPERATOR);
    private static final Duration EVERY = Duration.ofHours(12);
    private static final int KEPT = 3;
    private static final int DAYS = 3;
    private static final String STALE = "la dernière bonne liasse de secours est trop ancienne";
    private static final String MISSING = "Le support des liasses de secours est absent";

    @TempDir
    Path folder;

    private PeopledHouse place;
    private StandbyPacks packs;
    private Path key;

    @BeforeEach
    void packsTwiceADayOfWhichThreeAreKept() throws IOException {
        place = new PeopledHouse(folder);
        place.person("keeper", Role.ADMINISTRATOR);
        packs = place.site.house.upkeep().packs();
        key = Files.createDirectory(folder.resolve("key"));
        int every = (int) EVERY.toMinutes();
        packs.settle(ACT, new PackSettings(true, key.toString(), every, KEPT, 2 * every, "fr"))
                .orThrow();
        packs.tick();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private List<WardCode> wards() {
        return place.site.house.rooms().packs().wards();
    }

    /** Passes, minute after minute as far as packs can tell. */
    private void pass(Duration time) {
        Duration step = Duration.ofHours(1);
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
            place.site.later(step);
            packs.tick();
        }
        place.site.folded();
    }

    private Set<String> lying() throws IOException {
        try (Stream<Path> files = Files.list(key)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> newest(int generations) {
        return wards().stream()
                .flatMap(ward -> packs.log().generations(ward).stream().limit(generations))
                .map(PackMade::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String page() {
        try (Browser keeper = place.browser().in("keeper", PASSWORD)) {
            String html = keeper.get("/packs/standby").body();
            return html.substring(html.indexOf("<main"))
                    .replaceAll("<[^>]+>", " ")
                    .replace("&#39;", "'")
                    .replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }
    }

    @Test
    void theLastGenerationsAreKeptAndThatOneWasOpenedOnAWardIsEvidenceThatOutlivesIt() throws IOException {
        PackMade first = packs.log().last(MATERNITY).orElseThrow();
        place.site.later(Duration.ofMinutes(30));
        packs.opened(Act.of(place.account("keeper").who()), "CV " + first.job() + "-01 1", "Poste de soins 2")
                .orThrow();
        String evidence = "23/11/2026 06:30 Essai keeper, Poste de soins 2";
        assertThat(page()).contains(evidence);
        for (int half = 1; half <= 2 * DAYS; half++) {
            pass(EVERY);
            assertThat(packs.log().generations(MATERNITY)).hasSize(half + 1);
            assertThat(lying()).isEqualTo(newest(KEPT)).hasSize(wards().size() * Math.min(half + 1, KEPT));
            assertThat(packs.alarms()).isEmpty();
        }
        for (PackMade made : packs.kept(MATERNITY)) {
            String passphrase = packs.log().envelope(made).orElseThrow().passphrase();
            SealedPack read = SealedPack.open(key.resolve(made.file()), passphrase);
            assertThat(read.asOf()).isEqualTo(made.asOf());
            assertThat(read.pages()).isEqualTo(made.pages());
        }
        assertThat(packs.kept(MATERNITY)).hasSize(KEPT).doesNotContain(first);
        String days = page();
        assertThat(days).contains(evidence, "ouverte et lisible le 26/11/2026").doesNotContain(STALE, MISSING);
        place.restart();
        packs = place.site.house.upkeep().packs();
        assertThat(page()).isEqualTo(days);
    }

    @Test
    void aKeyThatIsAwayIsShoutedAtOnceItsPacksGrowStaleAndItsReturnClearsBoth() throws IOException {
        pass(Duration.ofDays(1));
        Set<String> before = lying();
        Path away = Files.move(key, folder.resolve("away"));
        pass(EVERY);
        assertThat(packs.alarms()).extracting(Alarm::key).containsExactly("upkeep.alarm.folder-missing");
        assertThat(page()).contains(MISSING).doesNotContain(STALE);
        pass(Duration.ofDays(2));
        assertThat(packs.alarms())
                .filteredOn(alarm -> alarm.key().equals("upkeep.alarm.pack-stale"))
                .extracting(Alarm::about)
                .containsExactlyInAnyOrderElementsOf(
                        wards().stream().map(WardCode::value).toList());
        assertThat(page()).contains(MISSING, STALE, "En retard");
        Files.move(away, key);
        pass(Duration.ofHours(1));
        assertThat(packs.alarms()).isEmpty();
        assertThat(page()).doesNotContain(MISSING, STALE, "En retard");
        assertThat(lying())
                .as("what was there, but for the oldest, and one more of each ward")
                .isEqualTo(newest(KEPT))
                .containsAnyElementsOf(before);
    }

    @Test
    void packsThatMayHoldWhoIsForgottenAreCountedNoMore() throws IOException {
        pass(Duration.ofDays(1));
        assertThat(packs.kept(MATERNITY)).hasSize(KEPT);
        place.site.hears(org.relais.testkit.Hl7.admission("D1", "9912345678", PeopledHouse.FAMILY)
                .replace("ADT^A01^ADT_A01", "ADT^A03^ADT_A03")
                .replace("ZBE|M", "ZBE|D"));
        place.site
                .house
                .upkeep()
                .retention()
                .forget(SmallHouse.OPERATOR, place.patient().id(), "asked")
                .orThrow();
        place.site.later(Duration.ofMinutes(1));
        packs.tick();
        assertThat(packs.kept(MATERNITY)).hasSize(1);
        assertThat(lying()).isEqualTo(newest(1));
    }
}
