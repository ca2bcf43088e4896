package org.relais.web.care.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.desk.Told;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.HeardAt;

/**
 * Saisie déléguée as typed: for whom, how it came, when it happened.
 *
 * @param time empty for now; {@code 1405}, {@code 14h05}, {@code -20}; or a day before it, {@code 24/11 14h05}
 */
public record ToldForm(
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time) {
    private static final Pattern DATED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?\\s+(\\S+)");

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Whose act it is and when, unless no time can be read. */
    public Outcome<Told> told(Instant now, ZoneId zone) {
        String typed = text(time);
        Optional<Instant> at = typed.isEmpty() ? Optional.of(now) : read(typed, now, zone);
        return at.map(when -> Outcome.done(new Told(when, text(forWhom), channel())))
                .orElseGet(() -> Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.told.time")));
    }

    private Told.Via channel() {
        for (Told.Via one : Told.Via.values()) {
            if (one.name().equals(text(via))) {
                return one;
            }
        }
        return Told.Via.SELF;
    }

    static Optional<Instant> read(String typed, Instant now, ZoneId zone) {
        Matcher dated = DATED.matcher(typed);
        if (!dated.matches()) {
            return HeardAt.read(typed, now, zone);
        }
        try {
            LocalDate today = LocalDate.ofInstant(now, zone);
            int year = dated.group(3) == null ? today.getYear() : Integer.parseInt(dated.group(3));
            LocalDate day = LocalDate.of(year, Integer.parseInt(dated.group(2)), Integer.parseInt(dated.group(1)));
            LocalDate past = dated.group(3) == null && day.isAfter(today) ? day.minusYears(1) : day;
            return HeardAt.read(
                    dated.group(4),
                    past.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1),
                    zone);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
