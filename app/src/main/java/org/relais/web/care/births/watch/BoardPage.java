package org.relais.web.care.births.watch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;
import org.relais.web.care.Marks;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/** The board of the delivery rooms: each woman with her group, serologies and term, as last said. */
public record BoardPage(List<Row> rows) {
    /** Antibody screen, HBs antigen, HIV, syphilis, hepatitis C, toxoplasmosis, rubella; LOINC. */
    private static final Set<String> SEROLOGY = Set.of(
            "890-4", "5195-3", "5196-1", "56888-1", "22587-0", "16128-1", "13955-0", "22580-5", "40677-7", "25514-1");
    /** Gestational age: estimated, and by dates; LOINC. */
    private static final Set<String> GESTATION = Set.of("18185-9", "11884-4", "11885-1");
    /** Younger people of a maternity ward are its newborns. */
    private static final int MOTHER_FROM = 10;

    /** A woman; lists are empty where nothing is known. */
    public record Row(
            String id,
            String name,
            String birth,
            String place,
            List<Datum> group,
            List<Datum> serology,
            List<Datum> gestation,
            Marks.@Nullable Mark mark,
            boolean bleeding) {}

    /** A datum: what, when, by whom, and whether to check it again. */
    public record Datum(
            String label, String value, @Nullable Moment when, String source, boolean recheck) {}

    /** What stands beside the charts. */
    record Beside(Map<String, Marks.Mark> marks, Set<String> bleeding) {}

    static boolean woman(Patient patient, LocalDate today) {
        PartialTime birth = patient.birth();
        boolean newborn = patient.mother() != null
                || (birth != null && birth.local().toLocalDate().isAfter(today.minusYears(MOTHER_FROM)));
        return patient.sex() != Sex.MALE && !newborn;
    }

    static LocalDate today(Frame f, ZoneId zone) {
        return LocalDate.ofInstant(f.show().now(), zone);
    }

    static Row row(Frame f, Chart chart, Beside beside) {
        Patient patient = chart.patient();
        var place = patient.place();
        String id = patient.id().hex();
        List<Chart.Series> said = new ArrayList<>(chart.labs());
        said.addAll(chart.vitals());
        return new Row(
                id,
                WatchWords.name(f, patient),
                WatchWords.birth(f, patient),
                place == null ? f.t("patient.absent") : (place.room() + " " + place.bed()).strip(),
                chart.bloodGroup().stream().map(one -> datum(f, one, true)).toList(),
                named(f, said.stream(), SEROLOGY),
                named(f, said.stream(), GESTATION),
                beside.marks().get(id),
                beside.bleeding().contains(id));
    }

    private static List<Datum> named(Frame f, Stream<Chart.Series> series, Set<String> codes) {
        return series.filter(one -> codes.contains(one.analyte().code()))
                .map(one -> datum(f, one, false))
                .toList();
    }

    private static Datum datum(Frame f, Chart.Series series, boolean always) {
        Chart.Value last = series.last();
        return new Datum(
                series.analyte().display(),
                (f.show().value(last.value()) + " " + f.show().unit(last.unit())).strip(),
                Optional.ofNullable(last.takenAt()).map(f.show()::moment).orElse(null),
                last.source().system(),
                always || last.freshness() == Freshness.RECHECK);
    }
}
