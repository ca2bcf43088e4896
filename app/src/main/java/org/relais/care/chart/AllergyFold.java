package org.relais.care.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AllergyStated;

/**
 * Allergies as each system last said them.
 *
 * <p>AL1 is a snapshot (HL7 v2.5, 3.4.6): the list in one message replaces the AL1 list that the same system said of the
 * same record before; a message without AL1 says nothing. IAM works by action: A and U add or replace, D removes what
 * the same system said. "No known allergy" is dropped once the same system says one. What two systems say otherwise of
 * one substance is shown twice. An empty list means <em>not recorded</em>.
 */
final class AllergyFold {
    private record Line(AllergyStated said, Source source, boolean snapshot) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Long> snapshots = new LinkedHashMap<>();

    void take(AllergyStated said, Source source) {
        String list = source.system() + "\u0001" + said.record().authority() + "\u0001"
                + said.record().localId();
        boolean snapshot = said.action().isEmpty();
        if (snapshot && !Long.valueOf(source.position()).equals(snapshots.put(list, source.position()))) {
            lines.entrySet().removeIf(line -> line.getKey().startsWith(list + "\u0001") && line.getValue().snapshot);
        }
        String key = list + "\u0001" + (said.none() ? "none" : Coding.key(said.substance()));
        if (said.action().toUpperCase(Locale.ROOT).equals("D")) {
            lines.remove(key);
        } else if (!said.substance().display().equals(ClinicalFact.DELETED)) {
            if (!said.none()) {
                lines.remove(list + "\u0001none");
            }
            lines.put(key, new Line(said, source, snapshot));
        }
    }

    List<Chart.Allergy> allergies(ExpiryTable table, ExpiryTable.Context context) {
        Map<List<Object>, Chart.Allergy> distinct = new LinkedHashMap<>();
        for (Line line : lines.values()) {
            AllergyStated said = line.said;
            Chart.Allergy allergy = new Chart.Allergy(
                    said.substance(),
                    said.kind(),
                    said.severity(),
                    said.reaction(),
                    said.none(),
                    said.since(),
                    line.source,
                    table.allergy(said.none(), context));
            String substance = said.none() ? "none" : Coding.key(said.substance());
            distinct.merge(
                    List.of(substance, said.kind(), said.severity(), said.reaction()), allergy, AllergyFold::newer);
        }
        return distinct.values().stream()
                .sorted(Comparator.comparing(Chart.Allergy::none)
                        .thenComparing(allergy -> allergy.substance().display().toUpperCase(Locale.ROOT))
                        .thenComparing(Chart.Allergy::reaction)
                        .thenComparing(Chart.Allergy::severity))
                .toList();
    }

    private static Chart.Allergy newer(Chart.Allergy one, Chart.Allergy other) {
        return one.source().position() >= other.source().position() ? one : other;
    }
}
