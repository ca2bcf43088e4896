package org.relais.upkeep;

import java.security.SecureRandom;
import java.time.Instant;
import org.relais.journal.FactType;

/**
 * A ward's passphrase for its standby packs, as its sealed envelope holds it: a fact, sealed like every other, so that
 * a restored node still opens the packs it made.
 *
 * @param number     1, 2, 3… within the ward; the greatest is in force
 * @param passphrase five words of five letters, consonant and vowel in turn, drawn from 2<sup>80</sup>; only letters
 *                   that lie under the same keys on French and American keyboards
 */
public record Envelope(String ward, int number, String passphrase, Instant madeAt) {
    public static final FactType<Envelope> TYPE = FactType.of("upkeep.envelope", 1, Envelope.class);

    private static final String CONSONANTS = "bcdfghjklnprstvx";
    private static final String VOWELS = "eiou";
    private static final int WORDS = 5;
    private static final int LETTERS = 5;

    static String passphrase(SecureRandom random) {
        StringBuilder text = new StringBuilder(WORDS * (LETTERS + 1));
        for (int word = 0; word < WORDS; word++) {
            text.append(word == 0 ? "" : " ");
            for (int letter = 0; letter < LETTERS; letter++) {
                String from = letter % 2 == 0 ? CONSONANTS : VOWELS;
                text.append(from.charAt(random.nextInt(from.length())));
            }
        }
        return text.toString();
    }

    /** Says nothing of the passphrase. */
    @Override
    public String toString() {
        return "Envelope[" + ward + ", " + number + "]";
    }
}
