package org.relais.care.identity.match;

import java.util.BitSet;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Of every name of a register, what it is looked up by: its sound in French and in English, its first letters. Made once, read by
 * any thread.
 */
final class Sounds {
    private static final int PREFIX = 3;

    private final int[] french;
    private final int[] english;
    private final int[] starts;
    private final BitSet heard = new BitSet();

    Sounds(Lexicon names) {
        this.french = new int[names.size() + 1];
        this.english = new int[names.size() + 1];
        this.starts = new int[names.size() + 1];
        Lexicon keys = new Lexicon();
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(6);
        for (int number = 1; number <= names.size(); number++) {
            String name = names.text(number);
            String whole = name.replace(" ", "");
            String sound = FrenchSound.key(name);
            french[number] = keys.add("F" + sound);
            heard.set(number, FrenchSound.alike(sound, sound));
            String code = metaphone.doubleMetaphone(whole);
            english[number] = keys.add("E" + (code == null || code.isEmpty() ? whole : code));
            starts[number] = keys.add("P" + whole.substring(0, Math.min(PREFIX, whole.length())));
        }
    }

    int french(int name) {
        return french[name];
    }

    /** What {@link FrenchSound#alike} says of the keys of two names. */
    boolean alike(int one, int two) {
        return french[one] == french[two] && heard.get(one);
    }

    int english(int name) {
        return english[name];
    }

    int start(int name) {
        return starts[name];
    }
}
