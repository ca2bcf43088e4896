package org.relais.care.chart;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.care.ClinicalFact.ExamOrdered;

/**
 * Exams asked for, by placer number, else filler number. An exam is pending until it is cancelled or a final result
 * came under its number; results are matched by number alone, never by likeness.
 */
final class ExamFold {
    private static final Set<String> CANCELLED = Set.of("CA", "OC", "CR", "DC", "OD", "DR", "UA", "RP");
    private static final Set<String> CANCELLED_STATUS = Set.of("CA", "DC", "RP", "X");
    private static final Set<String> DONE_STATUS = Set.of("CM", "F", "C");

    private record Line(ExamOrdered said, Source source, boolean cancelled) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    void take(ExamOrdered said, Source source) {
        String exam = Coding.key(said.exam());
        String number =
                said.placer().isBlank() ? said.filler().strip() : said.placer().strip();
        String key = number.isEmpty() ? exam + "\u0000" + Times.key(said.orderedAt()) : number + "\u0000" + exam;
        boolean cancelled = CANCELLED.contains(said.control().toUpperCase(Locale.ROOT))
                || CANCELLED_STATUS.contains(said.status().toUpperCase(Locale.ROOT));
        Line before = lines.get(key);
        lines.put(
                key,
                before == null
                        ? new Line(said, source, cancelled)
                        : new Line(over(before.said, said), source, before.cancelled || cancelled));
    }

    private static ExamOrdered over(ExamOrdered known, ExamOrdered said) {
        return new ExamOrdered(
                said.record(),
                said(said.placer(), known.placer()),
                said(said.filler(), known.filler()),
                said.control(),
                said(said.status(), known.status()),
                said.exam(),
                said(said.priority(), known.priority()),
                said(said.prescriber(), known.prescriber()),
                said.orderedAt() == null ? known.orderedAt() : said.orderedAt(),
                said(said.section(), known.section()));
    }

    private static String said(String now, String before) {
        return now.isBlank() ? before : now;
    }

    /** Pending ones first, the newest first. */
    List<Chart.Exam> exams(ObservationFold results, ZoneId zone) {
        return lines.values().stream()
                .map(line -> exam(line, results))
                .sorted(Comparator.comparing((Chart.Exam exam) -> !exam.pending())
                        .thenComparing(exam -> Times.orEarliest(exam.orderedAt(), zone), Comparator.reverseOrder())
                        .thenComparingLong(exam -> exam.source().position()))
                .toList();
    }

    private static Chart.Exam exam(Line line, ObservationFold results) {
        ExamOrdered said = line.said;
        boolean resulted = DONE_STATUS.contains(said.status().toUpperCase(Locale.ROOT))
                || Stream.of(said.filler(), said.placer())
                        .filter(number -> !number.isBlank())
                        .anyMatch(number -> results.result(number).orElse(false));
        return new Chart.Exam(
                said.placer(),
                said.filler(),
                said.exam(),
                said.priority(),
                said.prescriber(),
                said.status(),
                !line.cancelled && !resulted,
                said.orderedAt(),
                line.source,
                said.section());
    }
}
