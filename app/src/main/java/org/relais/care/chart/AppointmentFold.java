package org.relais.care.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AppointmentStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.kernel.PartialTime;

/**
 * Appointments by filler number, else placer number, driven by the event (SIU S12 to S26) and the status (HL7 v2 table
 * 0278). What is not said again stays as it was.
 */
final class AppointmentFold {
    private static final Set<String> CANCELS = Set.of("S15", "S16", "S17");
    private static final Set<String> CANCELLED = Set.of("CANCELLED", "CANCELED", "DC", "DELETED");
    /** An appointment is past this long after it began. */
    private static final Duration LASTS = Duration.ofHours(4);

    private record Line(AppointmentStated said, Source source, Chart.AppointmentState state) {}

    private final List<Line> lines = new ArrayList<>();

    void take(AppointmentStated said, Source source) {
        int at = indexOf(said);
        Line before = at < 0 ? null : lines.get(at);
        AppointmentStated now = before == null ? said : over(before.said, said);
        Line line = new Line(now, source, state(said, before));
        if (at < 0) {
            lines.add(line);
        } else {
            lines.set(at, line);
        }
    }

    private int indexOf(AppointmentStated said) {
        for (int at = 0; at < lines.size(); at++) {
            if (same(lines.get(at).said, said)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean same(AppointmentStated one, AppointmentStated other) {
        if (!one.filler().isBlank() && !other.filler().isBlank()) {
            return one.filler().equals(other.filler());
        }
        if (!one.placer().isBlank() && !other.placer().isBlank()) {
            return one.placer().equals(other.placer());
        }
        return (one.filler() + one.placer() + other.filler() + other.placer()).isBlank()
                && Times.key(one.start()).equals(Times.key(other.start()))
                && Coding.key(one.service()).equals(Coding.key(other.service()));
    }

    private static Chart.AppointmentState state(AppointmentStated said, @Nullable Line before) {
        String status = said.status().toUpperCase(Locale.ROOT);
        if (CANCELS.contains(said.trigger()) || CANCELLED.contains(status)) {
            return Chart.AppointmentState.CANCELLED;
        }
        if (said.trigger().equals("S26") || status.equals("NOSHOW")) {
            return Chart.AppointmentState.NO_SHOW;
        }
        if (status.equals("COMPLETE")) {
            return Chart.AppointmentState.DONE;
        }
        boolean booksAgain = said.trigger().equals("S12") || said.trigger().equals("S13") || !status.isEmpty();
        return before == null || booksAgain ? Chart.AppointmentState.BOOKED : before.state;
    }

    private static AppointmentStated over(AppointmentStated known, AppointmentStated said) {
        Coded service = said.service().display().isBlank() ? known.service() : said.service();
        boolean moved = said.start() != null;
        PartialTime end = said.end() == null && !moved ? known.end() : said.end();
        return new AppointmentStated(
                said.record(),
                said(said.placer(), known.placer()),
                said(said.filler(), known.filler()),
                said.trigger(),
                said(said.status(), known.status()),
                service,
                said(said.reason(), known.reason()),
                said(said.people(), known.people()),
                said(said.place(), known.place()),
                moved ? said.start() : known.start(),
                end);
    }

    private static String said(String now, String before) {
        return now.isBlank() ? before : now;
    }

    /** Those to come first, the next one first; then the others, the newest first. */
    List<Chart.Appointment> appointments(Instant now, ZoneId zone) {
        List<Chart.Appointment> all =
                lines.stream().map(line -> appointment(line, now, zone)).toList();
        List<Chart.Appointment> shown = new ArrayList<>(all.stream()
                .filter(Chart.Appointment::toCome)
                .sorted(Comparator.comparing(one -> Times.orEarliest(one.start(), zone)))
                .toList());
        all.stream()
                .filter(one -> !one.toCome())
                .sorted(Comparator.comparing(
                        one -> Times.orEarliest(one.start(), zone), Comparator.<Instant>reverseOrder()))
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private static Chart.Appointment appointment(Line line, Instant now, ZoneId zone) {
        AppointmentStated said = line.said;
        PartialTime start = said.start();
        boolean past = start != null && latest(start, zone).isBefore(now);
        return new Chart.Appointment(
                said.service(),
                said.reason(),
                said.people(),
                said.place(),
                start,
                said.end(),
                line.state,
                line.state == Chart.AppointmentState.BOOKED && !past,
                line.source);
    }

    private static Instant latest(PartialTime start, ZoneId zone) {
        boolean wholeDay = start.precision().compareTo(PartialTime.Precision.DAY) <= 0;
        return start.instant(zone).plus(wholeDay ? Duration.ofDays(1) : LASTS);
    }
}
