package org.relais.care.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.care.ClinicalFact.DocumentAct;
import org.relais.care.ClinicalFact.DocumentStated;

/**
 * Documents by their number. What is edited, replaced or cancelled no longer stands, but stays to be seen; an addendum
 * leaves its parent standing; a change of status leaves the content. A number once cancelled stays so.
 */
final class DocumentFold {
    private record Line(DocumentStated said, DocumentStated content, Source source, Chart.DocumentState state) {
        Line now(Chart.DocumentState other) {
            return new Line(said, content, source, other);
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Line> former = new ArrayList<>();

    void take(DocumentStated said, Source source) {
        String key = key(said);
        Line before = lines.get(key);
        if (said.act() == DocumentAct.CANCEL) {
            Line line = before == null ? fresh(said, source) : before;
            lines.put(key, line.now(Chart.DocumentState.CANCELLED));
            return;
        }
        if (before != null && before.state == Chart.DocumentState.CANCELLED) {
            return;
        }
        if (said.act() == DocumentAct.EDIT || said.act() == DocumentAct.REPLACEMENT) {
            supersede(said.parent(), key);
            if (before != null && !said.parts().isEmpty()) {
                former.add(before.now(Chart.DocumentState.REPLACED));
            }
        }
        lines.put(key, before == null ? fresh(said, source) : over(before, said, source));
    }

    private static Line fresh(DocumentStated said, Source source) {
        return new Line(said, said, source, Chart.DocumentState.STANDING);
    }

    /** What is said without content leaves the content that is known. */
    private static Line over(Line before, DocumentStated said, Source source) {
        return said.parts().isEmpty()
                ? new Line(said, before.content, before.source, before.state)
                : new Line(said, said, source, before.state);
    }

    private void supersede(String parent, String by) {
        Line line = parent.isBlank() || parent.equals(by) ? null : lines.get(parent);
        if (line != null) {
            lines.put(parent, line.now(Chart.DocumentState.REPLACED));
        }
    }

    private static String key(DocumentStated said) {
        return said.documentId().isBlank()
                ? String.join(
                        "\u0000", Coding.key(said.title()), Times.key(said.writtenAt()), said.author(), said.path())
                : said.documentId();
    }

    /** Those that stand first; the newest first. */
    List<Chart.Document> documents(ZoneId zone) {
        List<Line> all = new ArrayList<>(lines.values());
        all.addAll(former);
        return all.stream()
                .map(DocumentFold::document)
                .sorted(Comparator.comparing((Chart.Document document) -> !document.stands())
                        .thenComparing(
                                document -> Times.orEarliest(document.writtenAt(), zone), Comparator.reverseOrder())
                        .thenComparingLong(document -> -document.source().position()))
                .toList();
    }

    private static Chart.Document document(Line line) {
        DocumentStated said = line.said;
        return new Chart.Document(
                said.documentId(),
                said.title(),
                line.content.parts(),
                said.status(),
                line.state,
                said.author(),
                said.writtenAt(),
                said.act() == DocumentAct.ADDENDUM ? said.parent() : "",
                line.source);
    }
}
