package org.relais.care.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.ProblemStated;

/** Problems and contacts: lists where what is said again replaces what was said. */
final class ListFold {
    private static final Set<String> REMOVES = Set.of("D", "DE", "UN");

    private final Map<String, Chart.Problem> problems = new LinkedHashMap<>();
    private final Map<String, Chart.Contact> contacts = new LinkedHashMap<>();

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

    List<Chart.Problem> problems() {
        return List.copyOf(problems.values());
    }

    List<Chart.Contact> contacts() {
        return List.copyOf(contacts.values());
    }
}
