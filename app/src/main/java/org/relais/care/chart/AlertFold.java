package org.relais.care.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.kernel.PartialTime;

/**
 * Alerts by kind and code: the one stated last stands, an older one that arrives late does not replace it; OBX-11 D, W
 * or X withdraws (HL7 v2 table 0085).
 */
final class AlertFold {
    private static final Set<String> WITHDRAWN = Set.of("D", "W", "X");

    private record Line(AlertStated said, Source source) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    void take(AlertStated said, Source source) {
        String key = said.kind() + "\u0000" + Coding.key(said.what());
        Line before = lines.get(key);
        if (WITHDRAWN.contains(said.status().toUpperCase(Locale.ROOT))
                || said.value().equals(ClinicalFact.DELETED)) {
            lines.remove(key);
        } else if (before == null || !older(said.statedAt(), before.said.statedAt())) {
            lines.put(key, new Line(said, source));
        }
    }

    private static boolean older(@Nullable PartialTime one, @Nullable PartialTime other) {
        return one != null && other != null && one.local().isBefore(other.local());
    }

    List<Chart.Alert> alerts(ExpiryTable table, ExpiryTable.Context context) {
        return lines.values().stream()
                .map(line -> new Chart.Alert(
                        line.said.kind(),
                        line.said.what(),
                        line.said.value(),
                        line.said.statedBy(),
                        line.said.statedAt(),
                        line.source,
                        table.alert(line.said.kind(), line.said.statedAt(), context)))
                .sorted(Comparator.comparing(Chart.Alert::kind)
                        .thenComparing(
                                alert -> Times.orEarliest(alert.statedAt(), context.zone()), Comparator.reverseOrder()))
                .toList();
    }
}
