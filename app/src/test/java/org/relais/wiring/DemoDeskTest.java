package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.births.Birth;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.journal.Entry;
import org.relais.testkit.Hl7;

/** The scripted staff of the demonstration, once the hospital's systems are silent. */
class DemoDeskTest {
    private static final Duration A_ROUND = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void afterTheCutPeopleComeGiveBirthAreWatchedAndLeave() {
        try (SmallHouse site = new SmallHouse(folder.resolve("data"))) {
            DemoDesk desk = new DemoDesk(site.house, 971);
            desk.first();
            int before = site.house.models().births().all().size();
            for (int round = 0; round < 12; round++) {
                site.later(A_ROUND);
                desk.next();
            }
            site.folded();
            List<Birth> births = site.house.models().births().all();
            assertThat(births.size()).isGreaterThanOrEqualTo(before + 3);
            assertThat(births.getLast().mother()).isNotNull();
            assertThat(site.house.birthDesk().banded(births.getLast())).isTrue();
            assertThat(count(site, "care.newcomer")).isGreaterThan(16);
            assertThat(count(site, "care.departure")).isPositive();
            assertThat(count(site, "care.ctg-placed")).isGreaterThanOrEqualTo(3);
            assertThat(count(site, "care.ctg-stopped")).isGreaterThanOrEqualTo(3);
        }
    }

    /** Homonyms, their birth years two digits exchanged, twins, somebody nobody knows, a birth in secret, twins just born. */
    @Test
    void theCastOfTheStoryIsThere() {
        try (SmallHouse site = new SmallHouse(folder.resolve("data"))) {
            site.hears(Hl7.admission("W1", "9912345678", "ZZCANARI"));
            new DemoDesk(site.house, 971).first();
            site.folded();
            List<Patient> homonyms = site.found("belrose marie-line");
            assertThat(homonyms).hasSize(2);
            assertThat(alike(site, homonyms.getFirst()))
                    .extracting(Lookalike::patient)
                    .contains(homonyms.getLast());
            List<Patient> twins = site.found("vertpre 18/04/2021");
            assertThat(twins).extracting(one -> one.birthName().given()).containsExactlyInAnyOrder("THEO", "LEO");
            assertThat(alike(site, twins.getFirst()))
                    .extracting(Lookalike::patient)
                    .contains(twins.getLast());
            Birth secret = site.house.models().births().all().stream()
                    .filter(birth -> birth.mother() == null)
                    .findFirst()
                    .orElseThrow();
            assertThat(site.house.birthDesk().banded(secret)).isFalse();
            assertThat(site.found("roselie anne")).isEmpty();
            assertThat(unknownSeen(site)).isOne();
        }
    }

    private static List<Lookalike> alike(SmallHouse site, Patient one) {
        return site.house.folded().query(() -> site.house.wards().patients().homonyms(one.id()));
    }

    /** How many whom nobody knows were described. */
    private static long unknownSeen(SmallHouse site) {
        long[] found = {0};
        site.house
                .data()
                .journal()
                .read(
                        1,
                        entry -> IdentityFact.REGISTERED
                                .read(entry)
                                .filter(said -> said.kind() == IdentityFact.Kind.UNKNOWN
                                        && said.person().features().contains("robe jaune"))
                                .ifPresent(_ -> found[0]++));
        return found[0];
    }

    private static long count(SmallHouse site, String type) {
        long[] found = {0};
        site.house
                .data()
                .journal()
                .read(1, (Entry entry) -> found[0] += entry.type().equals(type) ? 1 : 0);
        return found[0];
    }
}
