package org.relais.care.identity.linkage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.relais.care.identity.BirthDateText;

/**
 * Birth dates of one list, whose order of day, month and year shows in the list as a whole: the order that makes most of
 * them days of the calendar, day before month where both do. A date that is none (31 February) is kept as it was typed: it
 * can still be compared.
 */
final class DateForms {
    private static final Pattern APART = Pattern.compile("[^0-9]+");
    private static final Pattern TIME = Pattern.compile("(\\.0+|[T ]\\d{1,2}:.*)$");
    private static final int THIS_CENTURY = 2000;

    /** The order of the parts. */
    private enum Form {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    private final LocalDate today;
    private final Form form;

    private DateForms(LocalDate today, Form form) {
        this.today = today;
        this.form = form;
    }

    /** The forms of a list, told from some of its dates. */
    static DateForms of(Collection<String> some, LocalDate today) {
        Form best = Form.DAY_FIRST;
        long most = -1;
        for (Form form : List.of(Form.DAY_FIRST, Form.YEAR_FIRST, Form.MONTH_FIRST)) {
            DateForms forms = new DateForms(today, form);
            long days = some.stream()
                    .filter(text -> forms.isDay(forms.parts(text, form)))
                    .count();
            if (days > most) {
                most = days;
                best = form;
            }
        }
        return new DateForms(today, best);
    }

    /** {@code yyyymmdd}, zeros for what is not said; 0 for what is no date at all. */
    int read(String text) {
        int date = parts(text, form);
        if (isDay(date)) {
            return date;
        }
        for (Form other : Form.values()) {
            int tried = parts(text, other);
            if (isDay(tried)) {
                return tried;
            }
        }
        return date != 0 ? date : written(text);
    }

    private int written(String text) {
        boolean letters = text.chars().anyMatch(Character::isLetter);
        List<LocalDate> days = letters && text.length() < 40 ? BirthDateText.read(text, today) : List.of();
        return days.isEmpty()
                ? 0
                : days.getFirst().getYear() * 10000
                        + days.getFirst().getMonthValue() * 100
                        + days.getFirst().getDayOfMonth();
    }

    private int parts(String raw, Form order) {
        String text = TIME.matcher(raw.strip()).replaceFirst("");
        if (text.length() > 40 || text.chars().anyMatch(Character::isLetter)) {
            return 0;
        }
        String[] groups = APART.split(text.replaceFirst("^[^0-9]+", ""), -1);
        return switch (groups.length) {
            case 1 -> together(groups[0], order);
            case 2 -> monthAndYear(groups);
            default -> three(groups, order);
        };
    }

    private int together(String digits, Form order) {
        if (digits.length() == 4) {
            return number(digits) * 10000;
        }
        if (digits.length() == 7) {
            return together("0" + digits, order);
        }
        if (digits.length() != 8 && digits.length() != 6) {
            return 0;
        }
        boolean first = order == Form.YEAR_FIRST;
        int year = digits.length() - 4;
        String[] groups = first
                ? new String[] {digits.substring(0, year), digits.substring(year, year + 2), digits.substring(year + 2)}
                : new String[] {digits.substring(0, 2), digits.substring(2, 4), digits.substring(4)};
        return three(groups, order);
    }

    private static int monthAndYear(String[] groups) {
        boolean yearLast = groups[1].length() == 4;
        int year = number(yearLast ? groups[1] : groups[0]);
        int month = number(yearLast ? groups[0] : groups[1]);
        return year > 999 && month <= 12 ? year * 10000 + month * 100 : 0;
    }

    private int three(String[] groups, Form order) {
        boolean yearFirst = groups[0].length() == 4 || (order == Form.YEAR_FIRST && groups[2].length() < 3);
        int year = year(yearFirst ? groups[0] : groups[2]);
        boolean monthSecond = yearFirst || order != Form.MONTH_FIRST;
        int month = number(monthSecond ? groups[1] : groups[0]);
        int day = number(yearFirst ? groups[2] : monthSecond ? groups[0] : groups[1]);
        return year == 0 || month > 99 || day > 99 ? 0 : year * 10000 + month * 100 + day;
    }

    private int year(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year > 999 ? year : 0;
        }
        return THIS_CENTURY + year <= today.getYear() ? THIS_CENTURY + year : THIS_CENTURY - 100 + year;
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    private boolean isDay(int date) {
        int year = date / 10000;
        int month = date / 100 % 100;
        int day = date % 100;
        boolean likely = year > today.getYear() - 150 && year <= today.getYear();
        return likely
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
