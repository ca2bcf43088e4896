package org.relais.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * How dates, times, numbers and units are written in one language at one place: day first, 24 h, comma in French, thousands
 * apart by U+202F.
 *
 * @param zone the hospital's
 */
public record Dates(Language language, ZoneId zone) {
    static final char THIN = '\u202F';
    static final char MINUS = '\u2212';
    private static final Pattern DECIMAL = Pattern.compile("[<>]?=?\\s?-?\\d+(\\.\\d+)?(\\s?-\\s?\\d+(\\.\\d+)?)?");

    private static final Pattern CELSIUS = Pattern.compile("(?<!\\p{L})Cel(?!\\p{L})");
    private static final Pattern MICROMOLE = Pattern.compile("(?<!\\p{L})umol(?!\\p{L})");
    private static final Pattern UNITS = Pattern.compile("\\[(?:i|I)U\\]");

    public String date(LocalDate day) {
        return format(day.atStartOfDay(), "dd/MM/yyyy", "d MMM yyyy");
    }

    public String dateTime(Instant at) {
        return format(LocalDateTime.ofInstant(at, zone), "dd/MM/yyyy HH:mm", "d MMM yyyy HH:mm");
    }

    /** A date or time to the precision it was said with, minutes at the finest. */
    public String partial(PartialTime time) {
        LocalDateTime local = local(time);
        return switch (time.precision()) {
            case YEAR -> Integer.toString(local.getYear());
            case MONTH -> format(local, "MM/yyyy", "MMM yyyy");
            case DAY -> format(local, "dd/MM/yyyy", "d MMM yyyy");
            case HOUR -> format(local, "dd/MM/yyyy HH'\u00A0'h", "d MMM yyyy HH'\u00A0'h");
            case MINUTE, SECOND -> format(local, "dd/MM/yyyy HH:mm", "d MMM yyyy HH:mm");
        };
    }

    /** As the hospital's clocks said it; what named no zone is said in the hospital's. */
    public LocalDateTime local(PartialTime time) {
        return time.offset() == null ? time.local() : LocalDateTime.ofInstant(time.instant(zone), zone);
    }

    /** A value as received; in French a decimal point becomes a comma, nothing else changes. */
    public String value(String received) {
        return language == Language.FR && DECIMAL.matcher(received).matches() ? received.replace('.', ',') : received;
    }

    public String unit(String received) {
        return unit(received, language);
    }

    /**
     * A unit, alone or after a dose, as people write it where UCUM writes it for machines ({@code Cel}, {@code mm[Hg]},
     * {@code umol/L}, {@code [iU]}); everything else as received. {@code ug} stays: µg is read as mg.
     */
    public static String unit(String received, Language language) {
        String shown = CELSIUS.matcher(received).replaceAll("°C").replace("mm[Hg]", "mmHg");
        return UNITS.matcher(MICROMOLE.matcher(shown).replaceAll("µmol"))
                .replaceAll(language == Language.FR ? "UI" : "IU");
    }

    /** A whole number, thousands apart by a narrow no-break space. */
    public static String count(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder shown = new StringBuilder(number < 0 ? String.valueOf(MINUS) : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                shown.append(THIN);
            }
            shown.append(digits.charAt(i));
        }
        return shown.toString();
    }

    private String format(LocalDateTime time, String french, String english) {
        String pattern = language == Language.FR ? french : english;
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .format(time)
                .replace("Sept", "Sep");
    }
}
