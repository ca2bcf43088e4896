package org.relais.hl7;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;

/**
 * A date or time as {@code YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]} (DTM, HL7 v2.5.1 chapter 2A.21): 4 to 14
 * digits, then a fraction, then a zone.
 */
public final class Timestamp {
    private Timestamp() {}

    /** What was said, to its precision; null when absent or not of this form. */
    public static @Nullable PartialTime read(String said) {
        String text = said.strip();
        int digits = digits(text, 0);
        Precision precision = precision(digits);
        if (precision == null) {
            return null;
        }
        int end = digits;
        int nanos = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            nanos = precision == Precision.SECOND ? nanos(text, end + 1, fraction) : 0;
            end += 1 + fraction;
        }
        try {
            ZoneOffset zone = end == text.length() ? null : zone(text.substring(end));
            return new PartialTime(moment(text, precision, nanos), precision, zone);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static @Nullable Precision precision(int digits) {
        return switch (digits) {
            case 4 -> Precision.YEAR;
            case 6 -> Precision.MONTH;
            case 8 -> Precision.DAY;
            case 10 -> Precision.HOUR;
            case 12 -> Precision.MINUTE;
            case 14 -> Precision.SECOND;
            default -> null;
        };
    }

    private static LocalDateTime moment(String text, Precision precision, int nanos) {
        int year = number(text, 0, 4);
        if (year == 0) {
            throw new DateTimeException("no year");
        }
        int month = precision.compareTo(Precision.MONTH) >= 0 ? number(text, 4, 6) : 1;
        int day = precision.compareTo(Precision.DAY) >= 0 ? number(text, 6, 8) : 1;
        int hour = precision.compareTo(Precision.HOUR) >= 0 ? number(text, 8, 10) : 0;
        int minute = precision.compareTo(Precision.MINUTE) >= 0 ? number(text, 10, 12) : 0;
        int second = precision == Precision.SECOND ? number(text, 12, 14) : 0;
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    }

    private static ZoneOffset zone(String text) {
        if (text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        char sign = text.charAt(0);
        if (text.length() != 5 || (sign != '+' && sign != '-') || digits(text, 1) != 4) {
            throw new DateTimeException("not a zone");
        }
        int side = sign == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(side * number(text, 1, 3), side * number(text, 3, 5));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private static int nanos(String text, int from, int digits) {
        int value = 0;
        for (int i = 0; i < 9; i++) {
            value = value * 10 + (i < digits ? text.charAt(from + i) - '0' : 0);
        }
        return value;
    }
}
