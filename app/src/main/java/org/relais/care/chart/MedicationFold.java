package org.relais.care.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.MedicationGiven;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.kernel.PartialTime;

/**
 * Prescription lines by placer number, driven by the order control code (HL7 v2 table 0119) and the order status (table
 * 0038), and what was given on each. A line once cancelled, discontinued, replaced or completed stays so: a number is
 * not used twice. An administration whose prescription is unknown makes a line of its own, not active.
 */
final class MedicationFold {
    private static final Set<String> ENDED = Set.of("CA", "OC", "CR", "DC", "OD", "DR", "RP", "RQ", "UA", "DE");
    private static final Set<String> ENDED_STATUS = Set.of("CA", "DC", "CM", "RP");
    private static final Set<String> NOT_GIVEN = Set.of("RE", "NA");

    private final Map<String, Line> lines = new LinkedHashMap<>();

    private static final class Line {
        private String placer = "";
        private Coded medication = new Coded("", "", "");
        private String dose = "";
        private String route = "";
        private String frequency = "";
        private String prescriber = "";
        private @Nullable PartialTime start;
        private @Nullable PartialTime stop;
        private boolean ordered;
        private boolean ended;
        private boolean held;
        private @Nullable Source source;
        private final Map<String, Chart.Administration> given = new LinkedHashMap<>();
    }

    void order(MedicationOrdered said, Source source) {
        String key = said.placer().isBlank()
                ? "code\u0000" + Coding.key(said.medication())
                : "placer\u0000" + said.placer().strip();
        Line line = lines.computeIfAbsent(key, first -> new Line());
        line.ordered = true;
        line.source = source;
        line.placer = said(said.placer(), line.placer);
        line.medication = said.medication().display().isBlank() ? line.medication : said.medication();
        line.dose = said(said.dose(), line.dose);
        line.route = said(said.route(), line.route);
        line.frequency = said(said.frequency(), line.frequency);
        line.prescriber = said(said.prescriber(), line.prescriber);
        line.start = said.start() == null ? line.start : said.start();
        line.stop = said.stop() == null ? line.stop : said.stop();
        String control = said.control().toUpperCase(Locale.ROOT);
        String status = said.status().toUpperCase(Locale.ROOT);
        line.ended |= ENDED.contains(control) || ENDED_STATUS.contains(status);
        line.held = held(control, status, line.held);
    }

    private static boolean held(String control, String status, boolean before) {
        return switch (control) {
            case "HD", "OH", "HR" -> true;
            case "RL", "OE" -> false;
            default -> status.isEmpty() ? before : status.equals("HD");
        };
    }

    void give(MedicationGiven said, Source source) {
        Line line = lineOf(said);
        line.source = line.source == null ? source : line.source;
        PartialTime at = said.givenAt();
        String when = at == null ? "" : at.local() + "/" + at.offset();
        line.given.put(
                when + "\u0000" + Coding.key(said.medication()),
                new Chart.Administration(at, said.amount(), said.givenBy(), said.completion(), source));
    }

    /** The line an administration belongs to: by its placer number, else the only prescription of that medication. */
    private Line lineOf(MedicationGiven said) {
        String code = Coding.key(said.medication());
        if (said.placer().isBlank()) {
            List<Line> same = lines.values().stream()
                    .filter(line -> line.ordered && Coding.key(line.medication).equals(code))
                    .toList();
            if (same.size() == 1) {
                return same.getFirst();
            }
        }
        String key = said.placer().isBlank()
                ? "given\u0000" + code
                : "placer\u0000" + said.placer().strip();
        Line line = lines.computeIfAbsent(key, first -> new Line());
        if (!line.ordered) {
            line.placer = said.placer();
            line.medication = said.medication();
            line.route = said.route();
        }
        return line;
    }

    private static String said(String now, String before) {
        return now.isBlank() ? before : now;
    }

    /** Active lines first, then in the order they were prescribed. */
    List<Chart.Medication> medications(Instant now, ZoneId zone) {
        List<Chart.Medication> all = new ArrayList<>();
        for (Line line : lines.values()) {
            Source source = line.source;
            if (source != null) {
                boolean active = line.ordered && !line.ended && !line.held && !past(line.stop, now, zone);
                all.add(new Chart.Medication(
                        line.placer,
                        line.medication,
                        line.dose,
                        line.route,
                        line.frequency,
                        line.prescriber,
                        line.start,
                        line.stop,
                        active,
                        lastGiven(line, zone),
                        source));
            }
        }
        all.sort(Comparator.comparing((Chart.Medication line) -> !line.active()));
        return List.copyOf(all);
    }

    /** What was refused or not given is no administration. */
    private static Chart.@Nullable Administration lastGiven(Line line, ZoneId zone) {
        return line.given.values().stream()
                .filter(one -> !NOT_GIVEN.contains(one.completion().toUpperCase(Locale.ROOT)))
                .max(Comparator.comparing((Chart.Administration one) -> Times.orEarliest(one.givenAt(), zone))
                        .thenComparingLong(one -> one.source().position()))
                .orElse(null);
    }

    private static boolean past(@Nullable PartialTime stop, Instant now, ZoneId zone) {
        if (stop == null) {
            return false;
        }
        boolean wholeDay = stop.precision().compareTo(PartialTime.Precision.DAY) <= 0;
        Instant end = stop.instant(zone).plus(wholeDay ? Duration.ofDays(1) : Duration.ZERO);
        return !end.isAfter(now);
    }
}
