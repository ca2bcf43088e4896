package org.relais.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date or time known to the precision its source gave: {@code 1961}, {@code 1961-12}, {@code 1961-12-25}, or with
 * time. What was not said is never invented: {@link #local} holds the earliest moment that fits.
 *
 * @param local     the earliest moment that fits what was said
 * @param precision how much of {@link #local} was said
 * @param offset    the zone as said, or null when the source named none
 */
public record PartialTime(
        LocalDateTime local, Precision precision, @Nullable ZoneOffset offset) {
    /** What was said, from the coarsest to the finest. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND
    }

    public static PartialTime ofDay(LocalDate day) {
        return new PartialTime(day.atStartOfDay(), Precision.DAY, null);
    }

    /** The instant, where the hospital's zone stands in for a zone that was not said. */
    public Instant instant(ZoneId site) {
        return offset == null ? local.atZone(site).toInstant() : local.toInstant(offset);
    }

    /** The day, when at least the day was said. */
    public Optional<LocalDate> day() {
        return precision.compareTo(Precision.DAY) >= 0 ? Optional.of(local.toLocalDate()) : Optional.empty();
    }
}
