package org.relais.care.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A birth date in any usual writing: {@code 25121961}, {@code 251261}, {@code 25/12/61}, {@code 25.12.1961},
 * {@code 1961-12-25}, {@code 19611225}, {@code 25 déc 1961}, {@code Dec 25, 1961}. Day before month, as in French; the
 * year first only with four digits. Never in the future: two digits of a year mean the latest century that is not, then
 * the one before for somebody who may still live.
 */
public final class BirthDateText {
    private static final int OLDEST = 115;
    private static final String APART = "[-/. ]+";
    private static final Map<String, Integer> MONTHS = months();

    private static final List<Writing> WRITINGS = List.of(
            Writing.of("(\\d{1,2})" + APART + "(\\d{1,2})" + APART + "(\\d{4}|\\d{2})", 1, 2, 3),
            Writing.of("(\\d{4})" + APART + "(\\d{1,2})" + APART + "(\\d{1,2})", 3, 2, 1),
            Writing.of("(\\d{2})(\\d{2})(\\d{4})", 1, 2, 3),
            Writing.of("(\\d{4})(\\d{2})(\\d{2})", 3, 2, 1),
            Writing.of("(\\d{2})(\\d{2})(\\d{2})", 1, 2, 3),
            Writing.of("(\\d{1,2})(?:ER)?[-/. ]*([A-Z]{3,9})[-/. ]*(\\d{4}|\\d{2})", 1, 2, 3),
            Writing.of("([A-Z]{3,9})[-/. ]*(\\d{1,2})[-/., ]+(\\d{4})", 2, 1, 3));

    private BirthDateText() {}

    /** Every day the text may mean, the likeliest first; none when it is no date or lies in the future. */
    public static List<LocalDate> read(String text, LocalDate today) {
        String plain = plain(text);
        List<LocalDate> days = new ArrayList<>(2);
        for (Writing writing : WRITINGS) {
            Matcher match = writing.form.matcher(plain);
            if (match.matches()) {
                days.addAll(writing.days(match, today));
            }
        }
        return days.stream().distinct().toList();
    }

    /** True for the name of a month or its usual abbreviation, in French or English. */
    static boolean isMonth(String word) {
        return MONTHS.containsKey(NameText.fold(word));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char letter : text.strip().toCharArray()) {
            String kept = String.valueOf(letter);
            plain.append(letter > 127 ? NameText.fold(kept) : kept.toUpperCase(Locale.ROOT));
        }
        return plain.toString();
    }

    private static Map<String, Integer> months() {
        List<String> names = List.of(
                "JANVIER JANV JAN JANUARY",
                "FEVRIER FEVR FEV FEBRUARY FEB",
                "MARS MAR MARCH",
                "AVRIL AVR APRIL APR",
                "MAI MAY",
                "JUIN JUN JUNE",
                "JUILLET JUIL JUL JULY",
                "AOUT AUGUST AUG",
                "SEPTEMBRE SEPTEMBER SEPT SEP",
                "OCTOBRE OCTOBER OCT",
                "NOVEMBRE NOVEMBER NOV",
                "DECEMBRE DECEMBER DEC");
        Map<String, Integer> months = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            for (String name : names.get(at).split(" ")) {
                months.put(name, at + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** One way of writing a date: its form, and which group holds what. */
    private record Writing(Pattern form, int day, int month, int year) {
        static Writing of(String form, int day, int month, int year) {
            return new Writing(Pattern.compile(form), day, month, year);
        }

        List<LocalDate> days(Matcher match, LocalDate today) {
            String said = match.group(month);
            int inMonth = Character.isDigit(said.charAt(0)) ? Integer.parseInt(said) : MONTHS.getOrDefault(said, 0);
            int onDay = Integer.parseInt(match.group(day));
            List<LocalDate> days = new ArrayList<>(2);
            for (int inYear : years(match.group(year), today)) {
                dayOf(inYear, inMonth, onDay)
                        .filter(date -> !date.isAfter(today))
                        .ifPresent(days::add);
            }
            return days;
        }

        private static Optional<LocalDate> dayOf(int year, int month, int day) {
            try {
                return Optional.of(LocalDate.of(year, month, day));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        private static List<Integer> years(String said, LocalDate today) {
            int number = Integer.parseInt(said);
            int oldest = today.getYear() - OLDEST;
            if (said.length() == 4) {
                return number >= oldest - OLDEST ? List.of(number) : List.of();
            }
            int latest = today.getYear() / 100 * 100 + number;
            return IntStream.of(latest, latest - 100, latest - 200)
                    .filter(year -> year <= today.getYear() && year >= oldest)
                    .boxed()
                    .toList();
        }
    }
}
