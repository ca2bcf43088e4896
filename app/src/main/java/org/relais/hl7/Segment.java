package org.relais.hl7;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One segment of a message. Fields are counted as the standard counts them: MSH-1 is the separator itself. */
public final class Segment {
    private final Message message;
    private final int from;
    private final int to;
    private final int ordinal;
    private int @Nullable [] starts;

    Segment(Message message, int from, int to, int ordinal) {
        this.message = message;
        this.from = from;
        this.to = to;
        this.ordinal = ordinal;
    }

    public String name() {
        return message.text().substring(from, from + 3);
    }

    public boolean is(String name) {
        return message.text().startsWith(name, from);
    }

    /** 1 for MSH, 2 for the next: names the segment within its message. */
    public int ordinal() {
        return ordinal;
    }

    /** Field {@code number}; an empty one when the segment ends before it. */
    public Field field(int number) {
        int[] offsets = offsets();
        int index = number - 1;
        if (is("MSH")) {
            if (number == 1) {
                return new Field(message, from + 3, from + 4);
            }
            index = number - 2;
        }
        if (index < 0 || index + 1 >= offsets.length) {
            return new Field(message, to, to);
        }
        return new Field(message, offsets[index], offsets[index + 1] - 1);
    }

    /** First component of the first repetition of a field, as plain text; empty when absent. */
    public String value(int number) {
        return field(number).value();
    }

    /** A component of the first repetition of a field, as plain text; empty when absent. */
    public String value(int number, int component) {
        return field(number).value(component);
    }

    /** Offsets where fields begin, and one past the last. */
    private int[] offsets() {
        int[] known = starts;
        if (known != null) {
            return known;
        }
        int[] found = new int[24];
        int count = 0;
        String text = message.text();
        char separator = message.delimiters().field();
        int at = from + 3;
        while (at >= 0 && at < to) {
            if (count + 2 >= found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[count++] = at + 1;
            at = text.indexOf(separator, at + 1);
        }
        found[count++] = to + 1;
        known = Arrays.copyOf(found, count);
        starts = known;
        return known;
    }
}
