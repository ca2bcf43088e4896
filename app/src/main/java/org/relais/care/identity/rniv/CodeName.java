package org.relais.care.identity.rniv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What somebody unknown is called: {@code INCONNU-OSCAR TANGO}, words of the radio alphabet, which are made to be heard
 * apart. No digit; nobody is called X.
 *
 * @param family {@code INCONNU-OSCAR}
 * @param given  {@code TANGO}; of two words once the pairs are used up
 */
public record CodeName(String family, String given) {
    private static final List<String> WORDS = List.of(
            "ALFA",
            "BRAVO",
            "CHARLIE",
            "DELTA",
            "ECHO",
            "FOXTROT",
            "GOLF",
            "HOTEL",
            "INDIA",
            "JULIETT",
            "KILO",
            "LIMA",
            "MIKE",
            "NOVEMBER",
            "OSCAR",
            "PAPA",
            "QUEBEC",
            "ROMEO",
            "SIERRA",
            "TANGO",
            "UNIFORM",
            "VICTOR",
            "WHISKEY",
            "YANKEE",
            "ZULU");

    /** A name that nobody has, at random. */
    public static CodeName free(Predicate<CodeName> taken, RandomGenerator random) {
        List<CodeName> pairs = new ArrayList<>();
        for (String one : WORDS) {
            for (String other : WORDS) {
                if (!one.equals(other)) {
                    pairs.add(new CodeName("INCONNU-" + one, other));
                }
            }
        }
        pairs.removeIf(taken);
        if (!pairs.isEmpty()) {
            return pairs.get(random.nextInt(pairs.size()));
        }
        while (true) {
            CodeName longer = new CodeName("INCONNU-" + word(random), word(random) + " " + word(random));
            if (!taken.test(longer)) {
                return longer;
            }
        }
    }

    private static String word(RandomGenerator random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Override
    public String toString() {
        return family + " " + given;
    }
}
