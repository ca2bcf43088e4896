package org.relais.web.care;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the last 24 hours as it is typed: {@code 1405}, {@code 14h05}, {@code 14:05}, {@code 9h}, or {@code -20} for
 * twenty minutes ago. A time later than now is yesterday's.
 */
public final class HeardAt {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[hH:]|(?=\\d{2}$))(\\d{2})?");
    private static final Pattern AGO = Pattern.compile("-(\\d{1,3})");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private HeardAt() {}

    /** The moment that was typed, or nothing when it is no time. */
    public static Optional<Instant> read(String typed, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(typed);
        if (ago.matches()) {
            return Optional.of(now.minus(Duration.ofMinutes(Long.parseLong(ago.group(1)))));
        }
        Matcher clock = CLOCK.matcher(typed);
        if (!clock.matches()) {
            return Optional.empty();
        }
        try {
            String minutes = clock.group(2);
            LocalTime time =
                    LocalTime.of(Integer.parseInt(clock.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
            ZonedDateTime today = ZonedDateTime.ofInstant(now, zone).with(time);
            boolean ahead = today.toInstant().isAfter(now.plus(AHEAD));
            return Optional.of((ahead ? today.minusDays(1) : today).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
