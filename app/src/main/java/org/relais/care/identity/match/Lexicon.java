package org.relais.care.identity.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct folded texts, numbered from 1 in the order they came; 0 is the empty text. The letters stand one after another in
 * one array of bytes: a million addresses take some thirty megabytes.
 */
public final class Lexicon {
    private byte[] letters = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int size;

    /** The number of a text, which is added when it is new. */
    public int add(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int slot = slot(bytes);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        append(bytes);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size;
    }

    public String text(int number) {
        return number == 0 ? "" : new String(letters, start(number), length(number), StandardCharsets.UTF_8);
    }

    /** The greatest number given. */
    public int size() {
        return size;
    }

    private int start(int number) {
        return ends[number - 1];
    }

    private int length(int number) {
        return ends[number] - ends[number - 1];
    }

    private void append(byte[] bytes) {
        int from = ends[size];
        size++;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        if (from + bytes.length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(from + bytes.length, letters.length * 3 / 2));
        }
        System.arraycopy(bytes, 0, letters, from, bytes.length);
        ends[size] = from + bytes.length;
    }

    private int slot(byte[] bytes) {
        int slot = spread(Arrays.hashCode(bytes));
        while (slots[slot] != 0 && !isAt(slots[slot], bytes)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int number, byte[] bytes) {
        int from = start(number);
        return Arrays.equals(letters, from, from + length(number), bytes, 0, bytes.length);
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int number = 1; number <= size; number++) {
            int hash = 1;
            for (int at = start(number); at < ends[number]; at++) {
                hash = 31 * hash + letters[at];
            }
            int slot = spread(hash);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }
}
