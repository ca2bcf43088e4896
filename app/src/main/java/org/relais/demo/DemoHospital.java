package org.relais.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relais.demo.DemoWard.Spot;

/**
 * The fictitious <em>Centre hospitalier de la Pointe</em>: 420 beds, nine wards, its staff, its patients, and the
 * systems that speak of them. The same seed always gives the same hospital.
 */
public final class DemoHospital {
    /** An invented number; no French department begins with 979. */
    public static final String FINESS = "979999999";

    /** The room of the woman of the story. */
    public static final String HEROINE_ROOM = "412";

    /** When a history ends unless said otherwise: 02:14 in Martinique, as the ransom notes come out. */
    public static final Instant DEFAULT_END = Instant.parse("2026-11-20T06:14:00Z");

    /** Patients who fill the hospital and come and go for {@link #FULL_DAYS}. */
    public static final int FULL_PATIENTS = 900;

    public static final int FULL_DAYS = 3;

    private final long seed;

    public DemoHospital(long seed) {
        this.seed = seed;
    }

    /** Wards, beds and the authority of numbers, as {@code docs/formats/structure.md} lays down. */
    public String structureCsv() {
        StringBuilder csv =
                new StringBuilder("row;code;name_fr;name_en;kind;units;ward;room;bed;zone;feed;authority;phone\n");
        csv.append("hospital;%s;Centre hospitalier de la Pointe;;;;;;;America/Martinique;;;\n".formatted(FINESS));
        for (DemoWard ward : DemoWard.values()) {
            csv.append("ward;%s;%s;%s;%s;%s;;;;;;;\n"
                    .formatted(ward.name(), ward.nameFr, ward.nameEn, ward.kind, ward.unit));
        }
        for (DemoWard ward : DemoWard.values()) {
            for (Spot spot : ward.beds()) {
                String kind = spot.delivery() ? "delivery" : "";
                csv.append("bed;;;;%s;;%s;%s;%s;;;;\n".formatted(kind, ward.name(), spot.room(), spot.bed()));
            }
        }
        csv.append("authority;;;;;;;;;;mllp;%s;\n".formatted(FINESS));
        Elsewhere.ALL.forEach(csv::append);
        return csv.toString();
    }

    public List<DemoAccount> accounts() {
        return DemoAccount.all();
    }

    /**
     * A run of the hospital, at its beginning.
     *
     * @param patients how many people come, newborns not counted
     * @param days     how long the history is
     * @param end      when it ends
     */
    public DemoRun run(int patients, int days, Instant end) {
        return new DemoRun(seed, patients, days, end);
    }

    /** The messages of a history, in order of time. */
    public Stream<DemoMessage> history(int patients, int days, Instant end) {
        return run(patients, days, end).history();
    }

    /** Where every patient lies at the end of a history. */
    public DemoTruth truth(int patients, int days, Instant end) {
        DemoRun run = run(patients, days, end);
        run.history().forEach(message -> {});
        return run.truth();
    }
}
