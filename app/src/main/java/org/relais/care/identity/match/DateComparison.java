package org.relais.care.identity.match;

/**
 * Birth dates, {@code yyyymmdd} with zeros for unknown parts. {@code SWAPPED}: day and month exchanged. {@code CLOSE}: one
 * wrong digit, two neighbours exchanged, or the day or the month alone is wrong. {@code NEAR}: the year alone is wrong, or
 * two digits are.
 * {@code PART}: what both know agrees, and one of them does not know all.
 */
public final class DateComparison {
    private DateComparison() {}

    public static Level level(int one, int two) {
        if (one == 0 || two == 0) {
            return Level.MISSING;
        }
        if (isWhole(one) && isWhole(two)) {
            return one == two ? Level.SAME : whole(one, two);
        }
        return partial(one, two);
    }

    /** True when year, month and day are all there. */
    public static boolean isWhole(int date) {
        return date / 10000 != 0 && month(date) != 0 && day(date) != 0;
    }

    /** The date with day and month exchanged; the date itself where that is no month. */
    public static int swapped(int date) {
        return day(date) <= 12 && isWhole(date) ? date / 10000 * 10000 + day(date) * 100 + month(date) : date;
    }

    static int month(int date) {
        return date / 100 % 100;
    }

    static int day(int date) {
        return date % 100;
    }

    private static Level whole(int one, int two) {
        boolean year = one / 10000 == two / 10000;
        if (year && month(one) == day(two) && day(one) == month(two)) {
            return Level.SWAPPED;
        }
        int wrong = 0;
        int first = -1;
        int last = -1;
        int left = one;
        int right = two;
        for (int digit = 0; digit < 8; digit++, left /= 10, right /= 10) {
            if (left % 10 != right % 10) {
                wrong++;
                first = first < 0 ? digit : first;
                last = digit;
            }
        }
        boolean month = month(one) == month(two);
        boolean day = day(one) == day(two);
        boolean slip = wrong == 1 || (wrong == 2 && last == first + 1 && exchanged(one, two, first));
        if (slip || (year && (month || day))) {
            return Level.CLOSE;
        }
        return wrong == 2 || (month && day) ? Level.NEAR : Level.DIFFERENT;
    }

    private static boolean exchanged(int one, int two, int at) {
        int shift = (int) Math.pow(10, at);
        int left = one / shift % 100;
        int right = two / shift % 100;
        return left / 10 == right % 10 && left % 10 == right / 10;
    }

    private static Level partial(int one, int two) {
        boolean year = agree(one / 10000, two / 10000);
        boolean month = agree(month(one), month(two));
        boolean day = agree(day(one), day(two));
        return year && month && day ? Level.PART : Level.DIFFERENT;
    }

    private static boolean agree(int one, int two) {
        return one == 0 || two == 0 || one == two;
    }
}
