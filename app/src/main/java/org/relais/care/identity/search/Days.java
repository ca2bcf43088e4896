package org.relais.care.identity.search;

import java.time.LocalDate;
import java.util.Arrays;

/** Birth dates as {@code yyyymmdd} with zeros for what is not known, and the records that have each. */
final class Days {
    private static final int[] NONE = {};
    private final Postings postings = new Postings();
    private int[] table = new int[1 << 8];
    private int[] days = new int[1 << 7];
    private int size;

    static int of(LocalDate day) {
        return of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    static int of(int year, int month, int day) {
        return year * 10_000 + month * 100 + day;
    }

    /** The date with day and month exchanged, or 0 when that is no date or the same. */
    static int swapped(int date) {
        int month = date / 100 % 100;
        int day = date % 100;
        return day > 12 || day == 0 || day == month ? 0 : of(date / 10_000, day, month);
    }

    /** How a known date fits one asked for; null when it does not. */
    static How how(int asked, int known) {
        if (asked == known) {
            return How.WHOLE;
        }
        if (known == 0) {
            return How.NONE;
        }
        if (known % 100 == 0) {
            boolean agrees = known / 100 % 100 == 0 ? asked / 10_000 == known / 10_000 : asked / 100 == known / 100;
            return agrees ? How.PARTLY : How.NONE;
        }
        if (swapped(asked) == known) {
            return How.SWAPPED;
        }
        int other = (asked % 100 == known % 100 ? 0 : 1)
                + (asked / 100 % 100 == known / 100 % 100 ? 0 : 1)
                + (asked / 10_000 == known / 10_000 ? 0 : 1);
        return other == 1 ? How.ONE_PART : How.NONE;
    }

    void add(int date, int record) {
        if (date != 0) {
            postings.add(take(date), record);
        }
    }

    void remove(int date, int record) {
        int key = find(date);
        if (key >= 0) {
            postings.remove(key, record);
        }
    }

    /** The records born on a date. */
    int[] of(int date) {
        int key = find(date);
        return key < 0 ? NONE : postings.toArray(key);
    }

    /** The records born on a date, one after another. */
    Postings.Cursor cursor(int date) {
        return postings.cursor(find(date));
    }

    void into(int date, Bag charts, Grouping grouping) {
        int key = find(date);
        if (key >= 0) {
            postings.into(key, charts, grouping);
        }
    }

    /** The charts that fit a date without a part of it being another. */
    void near(int date, Bag charts, Grouping grouping) {
        into(date, charts, grouping);
        into(swapped(date), charts, grouping);
        into(date / 100 * 100, charts, grouping);
        into(date / 10_000 * 10_000, charts, grouping);
    }

    /** Every date heard of that fits one asked for in some way. */
    int[] like(int asked) {
        return Arrays.stream(days, 0, size)
                .filter(date -> how(asked, date) != How.NONE)
                .toArray();
    }

    /** Every date heard of in a year. */
    int[] inYear(int year) {
        return Arrays.stream(days, 0, size)
                .filter(date -> date / 10_000 == year)
                .toArray();
    }

    /** How many records have a date. */
    int count(int date) {
        return postings.count(find(date));
    }

    void year(int year, Bag charts, Grouping grouping) {
        for (int date : inYear(year)) {
            into(date, charts, grouping);
        }
    }

    private int find(int date) {
        return date == 0 ? -1 : table[slot(date)] - 1;
    }

    private int take(int date) {
        int slot = slot(date);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
        }
        days[size++] = date;
        table[slot] = size;
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int key = 0; key < size; key++) {
                table[slot(days[key])] = key + 1;
            }
        }
        return size - 1;
    }

    private int slot(int date) {
        int mask = table.length - 1;
        int slot = Hash.mix(date) & mask;
        while (table[slot] != 0 && days[table[slot] - 1] != date) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
