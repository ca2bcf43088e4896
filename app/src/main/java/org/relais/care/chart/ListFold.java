package org.relais.care.chart;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.DocumentReceived;
import org.relais.care.ClinicalFact.ProblemStated;

/** Problems, contacts and documents: lists where what is said again replaces what was said. */
final class ListFold {
    private static final Set<String> REMOVES = Set.of("D", "DE", "UN");
    private static final Set<String> WITHDRAWN = Set.of("CA", "OB", "X", "D");

    private final Map<String, Chart.Problem> problems = new LinkedHashMap<>();
    private final Map<String, Chart.Contact> contacts = new LinkedHashMap<>();
    private final Map<String, Chart.Document> documents = new LinkedHashMap<>();

    /** DG1 adds up over messages; only an action code (DG1-21, PRB-1) removes. */
    void problem(ProblemStated said, Source source) {
        String key = Coding.key(said.problem());
        if (REMOVES.contains(said.action().toUpperCase(Locale.ROOT))) {
            problems.remove(key);
        } else if (!said.problem().display().isBlank()) {
            problems.put(key, new Chart.Problem(said.problem(), said.kind(), said.since(), source));
        }
    }

    void contact(ContactStated said, Source source) {
        String key = String.join("\u0000", said.name(), said.relationship(), said.role())
                .toUpperCase(Locale.ROOT);
        contacts.put(key, new Chart.Contact(said.name(), said.relationship(), said.phone(), said.role(), source));
    }

    void document(DocumentReceived said, Source source) {
        if (!said.replaces().isBlank()) {
            documents.remove(said.replaces());
        }
        String key = said.documentId().isBlank()
                ? String.join(
                        "\u0000", Coding.key(said.kind()), Times.key(said.writtenAt()), said.author(), said.path())
                : said.documentId();
        if (WITHDRAWN.contains(said.status().toUpperCase(Locale.ROOT))) {
            documents.remove(key);
        } else {
            documents.put(
                    key,
                    new Chart.Document(
                            said.documentId(),
                            said.kind(),
                            said.mediaType(),
                            said.status(),
                            said.author(),
                            said.writtenAt(),
                            source));
        }
    }

    List<Chart.Problem> problems() {
        return List.copyOf(problems.values());
    }

    List<Chart.Contact> contacts() {
        return List.copyOf(contacts.values());
    }

    /** The newest first. */
    List<Chart.Document> documents(ZoneId zone) {
        return documents.values().stream()
                .sorted(Comparator.comparing((Chart.Document document) -> Times.orEarliest(document.writtenAt(), zone))
                        .thenComparingLong(document -> document.source().position())
                        .reversed())
                .toList();
    }
}
