package org.relais.care.identity.linkage;

import java.util.Arrays;
import org.relais.care.identity.match.Lexicon;
import org.relais.care.identity.match.Register;
import org.relais.care.identity.match.Traits;

/** The persons of one list or two, as they are compared, with the id and the truth of each row. */
public final class PersonList {
    /** The truth of a row that has none. */
    public static final long NO_TRUTH = -1;

    private final Register register = new Register();
    private final Lexicon texts = new Lexicon();
    private int[] ids = new int[1024];
    private long[] truths = new long[0];
    private int rows;

    /** What is compared. */
    public Register register() {
        return register;
    }

    void add(String id, Traits traits) {
        register.add(traits);
        if (rows == ids.length) {
            ids = Arrays.copyOf(ids, rows * 3 / 2);
        }
        ids[rows++] = texts.add(id);
    }

    void truth(long truth) {
        if (truths.length < rows) {
            truths = Arrays.copyOf(truths, Math.max(1024, rows * 3 / 2));
        }
        truths[rows - 1] = truth;
    }

    public String id(int row) {
        return texts.text(ids[row]);
    }

    /** The number in the truth column, or {@link #NO_TRUTH}. */
    public long truth(int row) {
        return row < truths.length ? truths[row] : NO_TRUTH;
    }

    /** The first number in a text: {@code rec-223-org} is 223. */
    static long numberIn(String text) {
        int start = 0;
        while (start < text.length() && !isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < 18 && isDigit(text.charAt(end))) {
            end++;
        }
        return start == end ? NO_TRUTH : Long.parseLong(text, start, end, 10);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
