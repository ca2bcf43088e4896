package org.relais.web.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.access.Trace.Act;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;

/**
 * Which accesses are looked for.
 *
 * @param acts   any of these
 * @param from   the first moment
 * @param to     the first moment after
 * @param before only those older than this position
 * @param wrong  a date could not be read: nothing is to be looked for
 */
record TraceQuestion(
        Set<Act> acts,
        Optional<StaffId> staff,
        Optional<PatientId> patient,
        Instant from,
        Instant to,
        long before,
        boolean wrong) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/. -]?(\\d{1,2})[/. -]?(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int CENTURY = 2000;

    /** @param among the acts that may be asked for */
    static TraceQuestion of(TraceForm form, Set<Act> among, ZoneId zone) {
        Set<Act> acts = EnumSet.copyOf(among);
        Optional<Act> one = Arrays.stream(Act.values())
                .filter(act -> act.name().equals(form.typedAct()))
                .findFirst();
        one.ifPresent(act -> acts.retainAll(Set.of(act)));
        Optional<LocalDate> first = day(form.typedFrom());
        Optional<LocalDate> last = day(form.typedTo());
        boolean wrong = (first.isEmpty() && !form.typedFrom().isEmpty())
                || (last.isEmpty() && !form.typedTo().isEmpty());
        String before = form.typedBefore();
        return new TraceQuestion(
                acts,
                Optional.of(form.typedStaff())
                        .filter(id -> ID.matcher(id).matches())
                        .map(StaffId::new),
                Optional.of(form.typedPatient())
                        .filter(id -> ID.matcher(id).matches())
                        .map(PatientId::new),
                first.map(day -> day.atStartOfDay(zone).toInstant()).orElse(Instant.MIN),
                last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()).orElse(Instant.MAX),
                before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE,
                wrong);
    }

    /** Day first, as on every screen; or ISO 8601. */
    static Optional<LocalDate> day(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher day = DAY.matcher(text);
        return day.matches() ? day(day.group(3), day.group(2), day.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            int full = year.length() == 2 ? CENTURY + Integer.parseInt(year) : Integer.parseInt(year);
            return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
