package org.relais.hl7;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a segment, one of its repetitions, or a component: a stretch of the message, read on demand. Empty means
 * <em>unchanged</em>; two double quotes mean <em>deleted</em> (HL7 v2.5.1, chapter 2.5.3).
 */
public final class Field {
    private final Message message;
    private final int from;
    private final int to;

    Field(Message message, int from, int to) {
        this.message = message;
        this.from = from;
        this.to = Math.max(from, to);
    }

    public boolean isEmpty() {
        return from == to;
    }

    public boolean isDeleted() {
        return to - from == 2
                && message.text().charAt(from) == '"'
                && message.text().charAt(from + 1) == '"';
    }

    /** Every repetition; none when the field is empty. */
    public List<Field> repetitions() {
        List<Field> found = new ArrayList<>(2);
        int at = from;
        while (at < to) {
            int end = next(message.delimiters().repetition(), at);
            found.add(new Field(message, at, end));
            at = end + 1;
        }
        return found;
    }

    /** A component of the first repetition, counted from 1. */
    public Field component(int number) {
        return part(
                message.delimiters().component(),
                number,
                next(message.delimiters().repetition(), from));
    }

    /** A subcomponent, counted from 1, of a component. */
    public Field subcomponent(int number) {
        return part(message.delimiters().subcomponent(), number, to);
    }

    private Field part(char separator, int number, int end) {
        int at = from;
        for (int i = 1; i < number; i++) {
            int cut = next(separator, at);
            if (cut >= end) {
                return new Field(message, end, end);
            }
            at = cut + 1;
        }
        return new Field(message, at, Math.min(end, next(separator, at)));
    }

    private int next(char separator, int at) {
        int found = separator == Delimiters.NONE ? -1 : message.text().indexOf(separator, at, to);
        return found < 0 ? to : found;
    }

    /** First subcomponent of the first component of the first repetition, as plain text without outer white space. */
    public String value() {
        return value(1);
    }

    /** First subcomponent of a component of the first repetition, as plain text; empty when absent or deleted. */
    public String value(int component) {
        Field leaf = component(component).subcomponent(1);
        return leaf.isDeleted() ? "" : leaf.text();
    }

    /** The whole stretch as plain text: escapes resolved, delimiters that were not escaped left in. */
    public String text() {
        if (from == to) {
            return "";
        }
        String raw = message.text().substring(from, to);
        return Escapes.plain(raw, message.delimiters(), message.encoding().charset())
                .strip();
    }
}
