package org.relais.care.identity.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Every word ever told, by number: its letters one after another in one array, found by hash. */
final class Dictionary {
    static final int UNKNOWN = -1;
    private byte[] letters = new byte[1 << 10];
    private int[] from = new int[1 << 7];
    private int[] table = new int[1 << 8];
    private int size;

    int size() {
        return size;
    }

    /** The number of a word, or {@link #UNKNOWN}. */
    int find(String word) {
        return table[slot(word)] - 1;
    }

    /** The number of a word, which is taken in when it was not known: numbers are given in order. */
    int take(String word) {
        int slot = slot(word);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        int start = from[size];
        if (start + bytes.length > letters.length) {
            letters = Arrays.copyOf(letters, start + bytes.length + (letters.length >> 1));
        }
        if (size + 2 > from.length) {
            from = Arrays.copyOf(from, from.length + (from.length >> 1));
        }
        System.arraycopy(bytes, 0, letters, start, bytes.length);
        size++;
        from[size] = start + bytes.length;
        table[slot] = size;
        if (size * 3 > table.length * 2) {
            grow();
        }
        return size - 1;
    }

    String word(int id) {
        return new String(letters, from[id], length(id), StandardCharsets.ISO_8859_1);
    }

    int length(int id) {
        return from[id + 1] - from[id];
    }

    boolean begins(int id, String start) {
        return length(id) >= start.length() && agrees(id, start);
    }

    private boolean agrees(int id, String start) {
        int at = from[id];
        for (int letter = 0; letter < start.length(); letter++) {
            if (letters[at + letter] != start.charAt(letter)) {
                return false;
            }
        }
        return true;
    }

    /** Where a word stands in the table, or would stand. */
    private int slot(String word) {
        int mask = table.length - 1;
        int slot = Hash.mix(word.hashCode()) & mask;
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            if (length(id) == word.length() && agrees(id, word)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int id = 0; id < size; id++) {
            table[slot(word(id))] = id + 1;
        }
    }
}
