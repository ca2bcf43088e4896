package org.relais.web.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Dates;
import org.relais.kernel.Language;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Texts;

/**
 * How dates, ages and numbers are shown to one reader at one moment: day first, 24 h, comma in French, thousands apart
 * by U+202F, and ages counted back from the cut once there is one.
 */
public final class Show {
    private static final int HOURS_SHOWN = 48;
    private static final int DAYS_SHOWN = 60;
    private static final int MONTHS_SHOWN = 24;

    private final Language language;
    private final ZoneId zone;
    private final Dates dates;
    private final Instant now;
    private final @Nullable Instant cut;
    private final Texts texts;

    public Show(Language language, ZoneId zone, Instant now, @Nullable Instant cut) {
        this.language = language;
        this.zone = zone;
        this.dates = new Dates(language, zone);
        this.now = now;
        this.cut = cut;
        this.texts = Texts.of(language, "shell");
    }

    public Instant now() {
        return now;
    }

    /** The day it is in the hospital. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public String date(LocalDate day) {
        return dates.date(day);
    }

    public String dateTime(Instant at) {
        return dates.dateTime(at);
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(at.atZone(zone));
    }

    public String timeToTheSecond(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", language.locale()).format(at.atZone(zone));
    }

    /** A date or time to the precision it was said with, minutes at the finest. */
    public String partial(PartialTime time) {
        return dates.partial(time);
    }

    public Moment moment(Instant at) {
        return new Moment(at.toString(), dateTime(at), age(at));
    }

    public Moment moment(PartialTime time) {
        String age = time.precision().compareTo(PartialTime.Precision.DAY) > 0
                ? age(time.instant(zone))
                : dayAge(dates.local(time), time.precision());
        return new Moment(iso(time), partial(time), age);
    }

    /** How long before the cut, or how long ago. */
    public String age(Instant at) {
        Instant before = cut;
        if (before != null && !at.isAfter(before)) {
            Duration length = Duration.between(at, before);
            return length.toSeconds() < 60 ? texts.get("age.at-cut") : texts.get("age.before-cut", span(length));
        }
        Duration since = Duration.between(at, now);
        if (since.isNegative()) {
            return texts.get("age.ahead", span(since.negated()));
        }
        return since.toSeconds() < 60 ? texts.get("age.now") : texts.get("age.ago", span(since));
    }

    private String dayAge(LocalDateTime said, PartialTime.Precision precision) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(said.toLocalDate(), today);
        long years = ChronoUnit.YEARS.between(said.toLocalDate(), today);
        return switch (precision) {
            case YEAR -> texts.get("age.ago", texts.get("age.years", Math.max(0, today.getYear() - said.getYear())));
            case MONTH -> texts.get("age.ago", monthsOrYears(said.toLocalDate(), today));
            default -> {
                if (days < 0) {
                    yield texts.get("age.ahead", texts.get("age.days", -days));
                }
                if (days == 0) {
                    yield texts.get("age.today");
                }
                yield texts.get("age.ago", years > 0 ? monthsOrYears(said.toLocalDate(), today) : dayOrMonth(days));
            }
        };
    }

    /** A length of time in one unit, whole: minutes to 59, hours to 47, days to 59, months to 23, then years. */
    public String span(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 60) {
            return texts.get("age.minutes", minutes);
        }
        if (length.toHours() < HOURS_SHOWN) {
            return texts.get("age.hours", length.toHours());
        }
        return dayOrMonth(length.toDays());
    }

    private String dayOrMonth(long days) {
        if (days < DAYS_SHOWN) {
            return texts.get("age.days", days);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return monthsOrYears(today.minusDays(days), today);
    }

    private String monthsOrYears(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        return period.toTotalMonths() < MONTHS_SHOWN
                ? texts.get("age.months", period.toTotalMonths())
                : texts.get("age.years", period.getYears());
    }

    /** A patient's age: hours for a newborn whose hour of birth is known, then days, months, years. */
    public String patientAge(PartialTime birth) {
        LocalDateTime local = dates.local(birth);
        LocalDate today = LocalDate.ofInstant(now, zone);
        Period lived = Period.between(local.toLocalDate(), today);
        if (lived.isNegative()) {
            return "";
        }
        if (birth.precision() == PartialTime.Precision.YEAR || lived.getYears() >= 2) {
            return texts.get("age.years", today.getYear() - local.getYear() - notYet(birth, local, today));
        }
        if (birth.precision() == PartialTime.Precision.MONTH || lived.toTotalMonths() >= 2) {
            return texts.get("age.months", lived.toTotalMonths());
        }
        long hours = ChronoUnit.HOURS.between(local, LocalDateTime.ofInstant(now, zone));
        if (birth.precision().compareTo(PartialTime.Precision.DAY) > 0 && hours < HOURS_SHOWN) {
            return texts.get("age.hours", hours);
        }
        return texts.get("age.days", ChronoUnit.DAYS.between(local.toLocalDate(), today));
    }

    private static int notYet(PartialTime birth, LocalDateTime local, LocalDate today) {
        boolean birthdayKnown = birth.precision() != PartialTime.Precision.YEAR;
        return birthdayKnown
                        && today.getDayOfYear()
                                < local.withYear(today.getYear()).getDayOfYear()
                ? 1
                : 0;
    }

    /** {@code T+3 h 12}. */
    public String sinceCut(Instant t0) {
        Duration since = Duration.between(t0, now);
        Duration shown = since.isNegative() ? Duration.ZERO : since;
        String minutes = "%02d".formatted(shown.toMinutesPart());
        return "T+" + count(shown.toHours()) + "\u00A0h\u00A0" + minutes;
    }

    /** A whole number, thousands apart by a narrow no-break space. */
    public String count(long number) {
        return Dates.count(number);
    }

    /** A value as received; in French a decimal point becomes a comma, nothing else changes. */
    public String value(String received) {
        return dates.value(received);
    }

    /** A unit as people write it. */
    public String unit(String received) {
        return dates.unit(received);
    }

    private String iso(PartialTime time) {
        LocalDateTime local = dates.local(time);
        return switch (time.precision()) {
            case YEAR -> "%04d".formatted(local.getYear());
            case MONTH -> "%04d-%02d".formatted(local.getYear(), local.getMonthValue());
            case DAY -> local.toLocalDate().toString();
            case HOUR, MINUTE, SECOND -> time.instant(zone).toString();
        };
    }
}
