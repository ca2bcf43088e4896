package org.relais.care.identity.search;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A typed word: which words of the dictionary it may stand for and how, each compared once in a search. */
final class Typed {
    private static final int ASK = -2;

    private final String letters;
    private final Tables tables;
    private final Likeness likeness;
    /** Words + 1 by hash, and how each fits. */
    private int[] known = new int[64];

    private byte[] hows = new byte[64];
    /** Of those asked for: the word, and in how few records it stands, in bits. */
    private @Nullable String[] texts = new String[64];

    private double[] rarities = new double[64];
    private int size;
    private int itself = ASK;
    private final boolean[] asked = new boolean[3];
    private final int[][] meant = new int[3][];
    private @Nullable BitSet marked;

    Typed(String letters, Tables tables) {
        this.letters = letters;
        this.tables = tables;
        this.likeness = new Likeness(letters);
    }

    String letters() {
        return letters;
    }

    /** How a word of the dictionary fits. */
    How how(int word) {
        int slot = slot(word);
        if (known[slot] == 0) {
            known[slot] = word + 1;
            hows[slot] = (byte) likeness.to(tables.words.word(word)).place;
            How how = How.ALL[hows[slot]];
            if (++size * 2 > known.length) {
                grow();
            }
            return how;
        }
        return How.ALL[hows[slot]];
    }

    /** Whether it may stand for a word of the dictionary by itself: in any way but being merely alike. */
    boolean means(int word) {
        return letters.length() < Tables.PREFIX
                ? tables.words.begins(word, letters)
                : meantAtAll().get(word);
    }

    private BitSet meantAtAll() {
        if (marked == null) {
            marked = new BitSet(tables.words.size());
            Arrays.stream(meant(false, true)).forEach(marked::set);
        }
        return marked;
    }

    /** Whether a word of the dictionary is the typed one. */
    boolean is(int word) {
        if (itself == ASK) {
            itself = tables.words.find(letters);
        }
        return itself == word;
    }

    /**
     * Every word that it may stand for by itself.
     *
     * @param whole only itself
     * @param begun also those that it begins
     */
    int[] meant(boolean whole, boolean begun) {
        int reach = whole ? 0 : begun ? 2 : 1;
        if (!asked[reach]) {
            asked[reach] = true;
            meant[reach] = look(whole, begun);
        }
        return meant[reach];
    }

    private int[] look(boolean whole, boolean begun) {
        Bag meant = new Bag();
        int itself = tables.words.find(letters);
        if (itself != Dictionary.UNKNOWN) {
            meant.add(itself);
        }
        if (begun && !whole) {
            tables.beginningWith(letters, meant::add);
        }
        if (!whole) {
            tables.spellings.near(letters, word -> {
                if (Clue.firm(how(word), letters, tables.words.word(word))) {
                    meant.add(word);
                }
            });
        }
        return meant.distinct();
    }

    /** What it is worth, in bits, that a record has a word which fits so: much for a rare one. */
    double bits(int word, How how, Worth worth) {
        int slot = slot(word);
        if (rarities[slot] == 0) {
            rarities[slot] = Math.log((tables.size() + 1.0) / Math.max(1, tables.byWord.count(word))) / Math.log(2);
        }
        return worth.word(rarities[slot], letters.length(), how);
    }

    /** A word of the dictionary that was compared. */
    String text(int word) {
        int slot = slot(word);
        String text = texts[slot];
        if (text == null) {
            text = tables.words.word(word);
            texts[slot] = text;
        }
        return text;
    }

    private int slot(int word) {
        int mask = known.length - 1;
        int slot = Hash.mix(word) & mask;
        while (known[slot] != 0 && known[slot] != word + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] words = known;
        byte[] fits = hows;
        known = new int[words.length * 2];
        hows = new byte[words.length * 2];
        texts = new String[words.length * 2];
        rarities = new double[words.length * 2];
        for (int at = 0; at < words.length; at++) {
            if (words[at] != 0) {
                int slot = slot(words[at] - 1);
                known[slot] = words[at];
                hows[slot] = fits[at];
            }
        }
    }
}
