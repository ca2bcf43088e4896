package org.relais.web.node;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Charts;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.care.wards.Hospital;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.command.Crisis;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.Language;
import org.relais.kernel.WardCode;
import org.relais.paper.PackContent;
import org.relais.paper.PackSource;
import org.relais.paper.Stamp;

/** What prints are made of: contents ward by ward, and the stamp of every page. */
public final class PackSupply implements PackSource {
    private final Journal journal;
    private final ReadModels models;
    private final Hall hall;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** The rooms whose queries go on paper. */
    public record Hall(Wards wards, Charts charts, Crisis crisis) {}

    public PackSupply(Journal journal, ReadModels models, Hall hall, InstantSource clock) {
        this.journal = journal;
        this.models = models;
        this.hall = hall;
        this.clock = clock;
    }

    @Override
    public List<WardCode> wards() {
        return models.query(() -> hall.wards().wards().stream().map(Ward::code).toList());
    }

    /** The census and every chart of a ward, as of now. */
    @Override
    public PackContent content(WardCode code) {
        Census census = models.query(() -> hall.wards().census(code));
        Instant now = clock.instant();
        List<Chart> charts = census.byName().stream()
                .map(Patient::id)
                .map(id -> hall.charts().chart(id, now))
                .flatMap(Optional::stream)
                .toList();
        return new PackContent(census.ward(), census, charts);
    }

    @Override
    public Stamp stamp(Language language) {
        Hospital hospital = models.query(hall.wards()::hospital);
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
                hall.crisis().state(),
                Stamp.newJob(random));
    }
}
