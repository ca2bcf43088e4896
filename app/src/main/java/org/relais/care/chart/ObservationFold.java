package org.relais.care.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Observed;

/**
 * Observations, corrections applied. One observation is the same filler number, analyte and time (and its rank, where
 * one message says several): said again it replaces; with OBX-11 D, W or X it is withdrawn (HL7 v2 table 0085).
 * Series go by analyte and unit: two units are never mixed in one trend.
 */
final class ObservationFold {
    private static final Set<String> WITHDRAWN = Set.of("D", "W", "X");
    private static final Set<String> FINAL = Set.of("F", "C", "U", "A");

    private record Line(Observed said, Source source, boolean corrected) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Boolean> results = new HashMap<>();
    private long message = -1;

    void take(Observed said, Source source) {
        if (source.position() != message) {
            message = source.position();
            ranks.clear();
        }
        String status = said.status().toUpperCase(Locale.ROOT);
        String name = name(said);
        String key = name + "\u0001" + ranks.merge(name, 1, Integer::sum);
        if (WITHDRAWN.contains(status) || said.value().equals(ClinicalFact.DELETED)) {
            lines.remove(key);
            return;
        }
        if (said.value().isBlank() && said.note().isBlank()) {
            return;
        }
        results.merge(said.filler(), FINAL.contains(status) || status.isEmpty(), Boolean::logicalOr);
        Line before = lines.get(key);
        lines.put(key, new Line(said, source, corrected(before, said, status)));
    }

    private static boolean corrected(@Nullable Line before, Observed said, String status) {
        if (status.equals("C")) {
            return true;
        }
        if (before == null) {
            return false;
        }
        boolean other =
                !before.said.value().equals(said.value()) || !before.said.unit().equals(said.unit());
        return before.corrected || (other && FINAL.contains(before.said.status().toUpperCase(Locale.ROOT)));
    }

    private static String name(Observed said) {
        String order = said.filler().isBlank() ? "panel " + Coding.key(said.panel()) : said.filler();
        String time = said.takenAt() == null && said.filler().isBlank() ? said.value() : Times.key(said.takenAt());
        return String.join("\u0001", order, Coding.key(said.analyte()), time);
    }

    /** Whether anything came back under a filler number: empty, a preliminary result, or a final one. */
    Optional<Boolean> result(String filler) {
        return Optional.ofNullable(results.get(filler));
    }

    /** The series that fit, by name of analyte; newest value first. */
    List<Chart.Series> series(Predicate<Observed> which, ExpiryTable table, ExpiryTable.Context context) {
        Map<String, List<Line>> byAnalyte = new LinkedHashMap<>();
        lines.values().stream()
                .filter(line -> which.test(line.said))
                .sorted(newestFirst(context.zone()))
                .forEach(line -> byAnalyte
                        .computeIfAbsent(
                                Coding.key(line.said.analyte()) + "\u0001"
                                        + line.said.unit().strip(),
                                first -> new ArrayList<>())
                        .add(line));
        return byAnalyte.values().stream()
                .map(lines -> new Chart.Series(
                        lines.getFirst().said.analyte(),
                        lines.stream().map(line -> value(line, table, context)).toList()))
                .sorted(Comparator.comparing((Chart.Series series) ->
                                series.analyte().display().toUpperCase(Locale.ROOT))
                        .thenComparing(series -> series.last().unit()))
                .toList();
    }

    private static Comparator<Line> newestFirst(ZoneId zone) {
        return Comparator.comparing((Line line) -> Times.orEarliest(line.said.takenAt(), zone))
                .thenComparingLong(line -> line.source.position())
                .reversed();
    }

    private static Chart.Value value(Line line, ExpiryTable table, ExpiryTable.Context context) {
        Observed said = line.said;
        return new Chart.Value(
                said.value(),
                said.unit(),
                said.range(),
                said.flag(),
                said.status(),
                line.corrected,
                said.note(),
                said.takenAt(),
                line.source,
                table.observation(said.analyte(), said.takenAt(), context));
    }
}
