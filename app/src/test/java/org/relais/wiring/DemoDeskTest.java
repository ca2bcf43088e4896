package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.births.Birth;
import org.relais.journal.Entry;

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

    private static long count(SmallHouse site, String type) {
        long[] found = {0};
        site.house
                .data()
                .journal()
                .read(1, (Entry entry) -> found[0] += entry.type().equals(type) ? 1 : 0);
        return found[0];
    }
}
