package org.relais.care.identity.search;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.relais.care.identity.match.FrenchSound;

/**
 * Words by how they may be misspelt, after Garbe's SymSpell: each stands under itself, under what is left of it when one
 * letter is left out, and under its sound. Two words one slip apart then share a key, whichever of the two has the slip. A
 * key's place in the table leads to its words and, now and then, to others: who asks compares.
 */
final class Spellings {
    private static final int SHORTEST = 3;
    private final Dictionary words;
    private int[] table = new int[1 << 8];
    private int filled;
    private final BitSet taken = new BitSet();

    Spellings(Dictionary words) {
        this.words = words;
    }

    /** Takes in a word of the dictionary, once. */
    void add(int id) {
        if (taken.get(id)) {
            return;
        }
        taken.set(id);
        String word = words.word(id);
        if (filled + word.length() + 2 > table.length * 0.75) {
            grow();
        }
        keys(word, key -> put(key, id));
    }

    /** Tells words that may be meant by a typed one; some are told twice, some are not meant. */
    void near(String typed, IntConsumer meant) {
        keys(typed, key -> {
            int slot = Hash.slot(key, table.length);
            while (table[slot] != 0) {
                meant.accept(table[slot] - 1);
                slot = next(slot);
            }
        });
    }

    private static void keys(String word, IntConsumer each) {
        if (word.length() < SHORTEST) {
            return;
        }
        each.accept(key(word, word.length()));
        for (int left = 0; left < word.length(); left++) {
            if (left == 0 || word.charAt(left) != word.charAt(left - 1)) {
                each.accept(key(word, left));
            }
        }
        each.accept(Hash.mix(FrenchSound.key(word).hashCode() ^ 0x5A5A5A5A));
    }

    private static int key(String word, int without) {
        int hash = 0;
        for (int at = 0; at < word.length(); at++) {
            if (at != without) {
                hash = hash * 31 + word.charAt(at);
            }
        }
        return Hash.mix(hash);
    }

    private void put(int key, int id) {
        int slot = Hash.slot(key, table.length);
        while (table[slot] != 0) {
            if (table[slot] == id + 1) {
                return;
            }
            slot = next(slot);
        }
        table[slot] = id + 1;
        filled++;
    }

    private int next(int slot) {
        return slot + 1 == table.length ? 0 : slot + 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        filled = 0;
        for (int id = taken.nextSetBit(0); id >= 0; id = taken.nextSetBit(id + 1)) {
            int word = id;
            keys(words.word(id), key -> put(key, word));
        }
    }
}
