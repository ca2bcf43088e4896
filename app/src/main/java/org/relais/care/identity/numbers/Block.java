package org.relais.care.identity.numbers;

import org.relais.care.identity.numbers.NumberFact.Use;

/**
 * A block of numbers and how far it has got.
 *
 * @param from   first sequence, {@code to} the last
 * @param desk   who draws from it; empty for whoever works at this node
 * @param given  where the sealed kit was handed to; empty while it was not
 * @param taken  how many of its numbers were given, used or spoilt
 */
public record Block(int kit, int from, int to, Use use, String desk, String given, int taken) {
    public int size() {
        return to - from + 1;
    }

    public int left() {
        return size() - taken;
    }

    boolean holds(DowntimeNumber number) {
        return number.kit() == kit && number.sequence() >= from && number.sequence() <= to;
    }

    boolean overlaps(int itsKit, int itsFrom, int itsTo) {
        return kit == itsKit && from <= itsTo && itsFrom <= to;
    }
}
