package org.relais.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Language;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;

/** Times and ages as paper says them: day first, 24 hours, to the precision received and no further. */
final class Moments {
    private static final int HOURS_SHOWN = 48;
    private static final int NEWBORN_HOURS = 72;
    private static final int DAYS_OF_AGE = 60;
    private static final int MONTHS_OF_AGE = 36;
    private final Stamp stamp;
    private final Words words;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter month;
    private final DateTimeFormatter shortDay;

    Moments(Stamp stamp, Words words) {
        this.stamp = stamp;
        this.words = words;
        zone = stamp.zone();
        boolean french = stamp.language() == Language.FR;
        day = DateTimeFormatter.ofPattern(french ? "dd/MM/yyyy" : "d MMM yyyy", Locale.ENGLISH);
        minute = DateTimeFormatter.ofPattern(french ? "dd/MM/yyyy HH:mm" : "d MMM yyyy HH:mm", Locale.ENGLISH);
        shortDay = DateTimeFormatter.ofPattern(french ? "dd/MM" : "d MMM", Locale.ENGLISH);
        month = DateTimeFormatter.ofPattern(french ? "MM/yyyy" : "MMM yyyy", Locale.ENGLISH);
    }

    String at(Instant instant) {
        return solid(minute.format(instant.atZone(zone)));
    }

    /** To the precision said. */
    String at(PartialTime time) {
        LocalDateTime local = local(time);
        return switch (time.precision()) {
            case YEAR -> Integer.toString(local.getYear());
            case MONTH -> solid(month.format(local));
            case DAY -> solid(day.format(local));
            case HOUR, MINUTE, SECOND -> solid(minute.format(local));
        };
    }

    String day(LocalDate date) {
        return solid(day.format(date));
    }

    /** Day and month, for a narrow column. */
    String shortDay(LocalDate date) {
        return solid(shortDay.format(date));
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(stamp.printedAt(), zone);
    }

    /** How old a datum is: against the cut once a crisis is declared, else against the printing. */
    String age(Instant taken) {
        Instant cut = stamp.crisis().t0();
        if (cut != null && !taken.isAfter(cut)) {
            return words.say("age.before-cut", span(Duration.between(taken, cut)));
        }
        Duration since = Duration.between(taken, stamp.printedAt());
        return since.isNegative() ? words.say("age.ahead") : words.say("age.ago", span(since));
    }

    /** The same for a time known to some precision; empty when it is too coarse for an age to mean anything. */
    String age(PartialTime taken) {
        return switch (taken.precision()) {
            case YEAR, MONTH -> "";
            case DAY -> ageInDays(local(taken).toLocalDate());
            case HOUR, MINUTE, SECOND -> age(taken.instant(zone));
        };
    }

    private String ageInDays(LocalDate taken) {
        Instant cut = stamp.crisis().t0();
        LocalDate until = cut == null ? now().toLocalDate() : LocalDate.ofInstant(cut, zone);
        long days = ChronoUnit.DAYS.between(taken, until);
        String said = days <= 0 ? words.say("age.same-day") : days(days);
        if (days < 0) {
            return words.say("age.ahead");
        }
        return words.say(cut == null ? "age.ago" : "age.before-cut", said);
    }

    /** {@code 35 min}, {@code 14 h}, {@code 3 j}. */
    String span(Duration span) {
        if (span.toMinutes() < 60) {
            return words.say("age.minutes", Long.toString(span.toMinutes()));
        }
        if (span.toHours() < HOURS_SHOWN) {
            return words.say("age.hours", Long.toString(span.toHours()));
        }
        return days(span.toDays());
    }

    private String days(long days) {
        if (days < DAYS_OF_AGE) {
            return words.say("age.days", Long.toString(days));
        }
        long months = days * 12 / 365;
        return months < MONTHS_OF_AGE
                ? words.say("age.months", Long.toString(months))
                : words.say("age.years", Long.toString(days * 4 / 1461));
    }

    /** {@code T+3 h 12}. */
    String sinceCut(Instant t0) {
        Duration since = Duration.between(t0, stamp.printedAt());
        long minutes = Math.max(0, since.toMinutes());
        return words.say("t-plus", Long.toString(minutes / 60), String.format(Locale.ROOT, "%02d", minutes % 60));
    }

    /** A person's age: newborns in hours where the hour of birth is known, then days, months, years. */
    String ageOf(PartialTime birth, @Nullable PartialTime death) {
        LocalDateTime born = local(birth);
        LocalDateTime until = death == null ? now() : local(death);
        long hours = ChronoUnit.HOURS.between(born, until);
        boolean timed = birth.precision().compareTo(Precision.HOUR) >= 0;
        if (hours < 0) {
            return words.say("age.ahead");
        }
        if (birth.precision().compareTo(Precision.DAY) < 0) {
            return words.say("age.about", Integer.toString(until.getYear() - born.getYear()));
        }
        if (timed && hours < NEWBORN_HOURS) {
            return words.say("age.hours", Long.toString(hours));
        }
        long days = ChronoUnit.DAYS.between(born.toLocalDate(), until.toLocalDate());
        if (days < DAYS_OF_AGE) {
            return words.count("age.of-days", (int) days);
        }
        Period period = Period.between(born.toLocalDate(), until.toLocalDate());
        if (period.toTotalMonths() < MONTHS_OF_AGE) {
            return words.say("age.of-months", Long.toString(period.toTotalMonths()));
        }
        return words.say("age.of-years", Integer.toString(period.getYears()));
    }

    LocalDateTime local(PartialTime time) {
        return time.offset() == null ? time.local() : LocalDateTime.ofInstant(time.instant(zone), zone);
    }

    /** Keeps a date on one line. */
    private static String solid(String text) {
        return text.replace(' ', '\u00A0');
    }
}
