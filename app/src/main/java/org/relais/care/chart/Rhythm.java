package org.relais.care.chart;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a medicine is given, read from a repeat pattern (HL7 v2.5 chapter 4, table 0335; TQ1-3, RXE-1.2). Only patterns
 * of one meaning are read; any other stays as received, and the code is always shown beside the words.
 *
 * @param key   of the words: {@code times} a day, every so many {@code hours} or {@code days}, {@code other-day}, {@code
 *              morning}, {@code bedtime}, {@code once}, {@code needed}
 * @param count how many, for {@code times}, {@code hours} and {@code days}; 1 for the others
 */
public record Rhythm(String key, int count) {
    private static final Map<String, Rhythm> NAMED = Map.of(
            "QD", new Rhythm("times", 1),
            "BID", new Rhythm("times", 2),
            "TID", new Rhythm("times", 3),
            "QID", new Rhythm("times", 4),
            "QOD", new Rhythm("other-day", 1),
            "QAM", new Rhythm("morning", 1),
            "QHS", new Rhythm("bedtime", 1),
            "ONCE", new Rhythm("once", 1),
            "PRN", new Rhythm("needed", 1));
    private static final Pattern EVERY = Pattern.compile("Q([1-9][0-9]?)([HD])");

    public static Optional<Rhythm> of(String code) {
        String known = code.strip().toUpperCase(Locale.ROOT);
        Rhythm named = NAMED.get(known);
        if (named != null) {
            return Optional.of(named);
        }
        Matcher every = EVERY.matcher(known);
        return every.matches()
                ? Optional.of(
                        new Rhythm(every.group(2).equals("H") ? "hours" : "days", Integer.parseInt(every.group(1))))
                : Optional.empty();
    }
}
