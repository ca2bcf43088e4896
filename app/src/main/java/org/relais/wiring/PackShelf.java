package org.relais.wiring;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Charts;
import org.relais.care.wards.Census;
import org.relais.care.wards.Hospital;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.command.CrisisState;
import org.relais.journal.Journal;
import org.relais.kernel.Language;
import org.relais.kernel.WardCode;
import org.relais.paper.PackContent;
import org.relais.paper.PackSource;
import org.relais.paper.Stamp;

/** Takes the contents of packs from the house: census under the read lock, then chart by chart. */
final class PackShelf implements PackSource {
    private final House house;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    PackShelf(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public List<WardCode> wards() {
        Wards wards = house.wards();
        return house.folded().query(() -> wards.wards().stream().map(Ward::code).toList());
    }

    @Override
    public PackContent content(WardCode code) {
        Wards wards = house.wards();
        Charts charts = house.charts();
        Census census = house.folded().query(() -> wards.census(code));
        Instant now = clock.instant();
        List<Chart> known = census.byName().stream()
                .flatMap(patient -> charts.chart(patient.id(), now).stream())
                .toList();
        return new PackContent(census.ward(), census, known);
    }

    @Override
    public Stamp stamp(Language language) {
        Journal journal = house.data().journal();
        Hospital hospital = house.folded().query(() -> house.wards().hospital());
        CrisisState crisis = house.models().crisis().state();
        Instant now = clock.instant();
        return new Stamp(
                journal.mode(),
                language,
                hospital.zoneId(),
                now,
                now,
                journal.node().hex(),
                hospital.name(),
                journal.headHash(),
                crisis,
                Stamp.newJob(random));
    }
}
