package org.relais.care.identity.match;

import org.apache.commons.codec.language.DoubleMetaphone;

/** Of every name of a register, what it is looked up by: its sound in French and in English, its first letters. */
final class Sounds {
    private static final int PREFIX = 3;

    private final int[] french;
    private final int[] english;
    private final int[] starts;

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
            french[number] = keys.add("F" + FrenchSound.key(name));
            String code = metaphone.doubleMetaphone(whole);
            english[number] = keys.add("E" + (code == null || code.isEmpty() ? whole : code));
            starts[number] = keys.add("P" + whole.substring(0, Math.min(PREFIX, whole.length())));
        }
    }

    int french(int name) {
        return french[name];
    }

    int english(int name) {
        return english[name];
    }

    int start(int name) {
        return starts[name];
    }
}
