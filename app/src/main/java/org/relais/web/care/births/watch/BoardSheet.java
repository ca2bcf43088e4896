package org.relais.web.care.births.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.watch.Watches;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.care.wards.Wards;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;
import org.relais.web.care.Marks;
import org.relais.web.care.births.watch.BoardPage.Row;
import org.relais.web.care.births.watch.BoardPage.Said;
import org.relais.web.shell.Frame;

/** Makes the board of the delivery rooms: places that never move, and who lies there as last said. */
final class BoardSheet {
    /** Antibody screen, HBs antigen, HIV, syphilis, hepatitis C, toxoplasmosis, rubella; LOINC. */
    private static final List<String> SEROLOGY = List.of(
            "890-4", "5195-3", "5196-1", "56888-1", "22587-0", "16128-1", "13955-0", "22580-5", "40677-7", "25514-1");
    /** Gestational age: estimated, and by dates; LOINC. */
    private static final List<String> GESTATION = List.of("18185-9", "11884-4", "11885-1");

    private final Frame f;
    private final WatchRooms rooms;
    private final Map<String, Marks.Mark> marks;
    private final Set<String> bleeding;
    private final Instant now;

    BoardSheet(Frame f, WatchRooms rooms, Map<String, Marks.Mark> marks) {
        this.f = f;
        this.rooms = rooms;
        this.marks = marks;
        this.now = rooms.care().clock().instant();
        this.bleeding = rooms.watches().bleeding().stream()
                .map(one -> one.patient().id().hex())
                .collect(Collectors.toSet());
    }

    /** Which wards, and whose rows. */
    record Asked(Predicate<Ward> wards, Predicate<Patient> sees, boolean wall, String chart) {}

    private record Spot(String place, @Nullable Patient woman, boolean delivery) {}

    BoardPage page(Asked asked) {
        List<Spot> spots = rooms.care().models().query(() -> spots(asked.wards));
        boolean known = spots.stream().anyMatch(Spot::delivery);
        List<Row> places = spots.stream()
                .filter(spot -> known ? spot.delivery : spot.woman != null)
                .flatMap(spot -> row(spot, asked).stream())
                .toList();
        List<Row> others = !known
                ? List.of()
                : spots.stream()
                        .filter(spot -> !spot.delivery && called(spot.woman))
                        .flatMap(spot -> row(spot, asked).stream())
                        .sorted(Comparator.comparing((Row row) -> !row.bleeding()))
                        .toList();
        return new BoardPage(places, others, known, asked.wall, asked.chart);
    }

    private boolean called(@Nullable Patient woman) {
        String id = woman == null ? "" : woman.id().hex();
        return marks.containsKey(id) || bleeding.contains(id);
    }

    private List<Spot> spots(Predicate<Ward> wanted) {
        Wards wards = rooms.care().wards();
        ZoneId zone = wards.hospital().zoneId();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Spot> spots = new ArrayList<>();
        for (Ward ward : wards.wards()) {
            if (ward.kind() == WardKind.MATERNITY && wanted.test(ward)) {
                Set<String> delivery = new HashSet<>();
                ward.beds().stream()
                        .filter(Ward.Bed::delivery)
                        .forEach(bed -> delivery.add(place(bed.room(), bed.bed())));
                for (Census.Occupied place : wards.census(ward.code()).places()) {
                    Patient lying = place.patient();
                    String label = place(place.room(), place.bed());
                    boolean woman = lying == null || woman(lying, today);
                    spots.add(new Spot(label, woman ? lying : null, delivery.contains(label)));
                }
            }
        }
        return spots;
    }

    private static String place(String room, String bed) {
        return (room + " " + bed).strip();
    }

    private static boolean woman(Patient patient, LocalDate today) {
        return patient.sex() != Sex.MALE && !Watches.child(patient, today);
    }

    /** The row of a place; of a woman whose chart the reader may not open nothing stands there but that it is taken. */
    private Optional<Row> row(Spot spot, Asked asked) {
        Patient woman = spot.woman;
        if (woman == null) {
            return Optional.of(free(spot.place, "bed.free"));
        }
        if (!asked.sees.test(woman)) {
            return spot.delivery ? Optional.of(free(spot.place, "bed.taken")) : Optional.empty();
        }
        return rooms.care().charts().chart(woman.id(), now).map(chart -> row(spot.place, chart));
    }

    private Row free(String place, String why) {
        return new Row("", f.t(why), "", place, "", Said.NOTHING, Said.NOTHING, null, false);
    }

    private Row row(String place, Chart chart) {
        Patient patient = chart.patient();
        String id = patient.id().hex();
        List<Chart.Series> said =
                Stream.concat(chart.labs().stream(), chart.vitals().stream()).toList();
        return new Row(
                id,
                WatchWords.name(f, patient),
                WatchWords.birth(f, patient),
                place.isEmpty() ? f.t("bed.none") : place,
                group(chart.bloodGroup()),
                blood(chart.bloodGroup(), named(said, SEROLOGY)),
                line(named(said, GESTATION)),
                marks.get(id),
                bleeding.contains(id));
    }

    private static List<Chart.Series> named(List<Chart.Series> all, List<String> codes) {
        return codes.stream()
                .flatMap(code -> all.stream().filter(one -> one.analyte().code().equals(code)))
                .toList();
    }

    private String group(List<Chart.Series> group) {
        return group.stream().map(one -> value(one.last())).collect(Collectors.joining(" "));
    }

    /** Antibody screen and serologies; as old as the oldest of them and of the group, which stands beside. */
    private Said blood(List<Chart.Series> group, List<Chart.Series> serology) {
        String text = serology.stream()
                .map(one -> label(one) + " " + shortened(value(one.last())))
                .collect(Collectors.joining(" · "));
        return said(text, Stream.concat(group.stream(), serology.stream()).toList());
    }

    private Said line(List<Chart.Series> series) {
        return said(group(series), series);
    }

    private Said said(String text, List<Chart.Series> series) {
        if (series.isEmpty()) {
            return Said.NOTHING;
        }
        Optional<PartialTime> oldest = series.stream()
                .map(one -> one.last().takenAt())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(PartialTime::local));
        String source = series.stream()
                .map(one -> one.last().source().system())
                .distinct()
                .collect(Collectors.joining(", "));
        boolean recheck = series.stream().anyMatch(one -> one.last().freshness() == Freshness.RECHECK);
        return new Said(text, oldest.map(f.show()::moment).orElse(null), source, recheck);
    }

    /** What a laboratory says most often, as short as it is said in the room; anything else as received. */
    private String shortened(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "négatif", "négative", "negative" -> f.t("board.short.negative");
            case "immunisée", "immune" -> f.t("board.short.immune");
            case "non immunisée", "not immune" -> f.t("board.short.not-immune");
            default -> value;
        };
    }

    private String value(Chart.Value last) {
        return (f.show().value(last.value()) + " " + f.show().unit(last.unit())).strip();
    }

    /** A word as it is said in the room; the laboratory's own where there is none. */
    private String label(Chart.Series series) {
        return switch (series.analyte().code()) {
            case "890-4" -> f.t("board.short.screen");
            case "5195-3", "5196-1" -> f.t("board.short.hbs");
            case "56888-1" -> f.t("board.short.hiv");
            case "22587-0" -> f.t("board.short.syphilis");
            case "16128-1", "13955-0" -> f.t("board.short.hcv");
            case "22580-5" -> f.t("board.short.toxo");
            case "25514-1" -> f.t("board.short.rubella");
            default -> series.analyte().display();
        };
    }
}
