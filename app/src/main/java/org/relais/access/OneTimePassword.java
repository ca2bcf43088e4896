package org.relais.access;

import java.security.SecureRandom;
import org.relais.kernel.StaffId;

/**
 * A password that Relais made, shown once and to be changed at the first login: five words of five letters, consonant
 * and vowel in turn, easy to read aloud, drawn from 2<sup>80</sup> (four bits a consonant, two a vowel: 16 bits a word).
 *
 * @param id       whose it is
 * @param login    what she types before it
 * @param password the clear text: on a terminal or one screen, never in a log
 */
public record OneTimePassword(StaffId id, String login, String password) {
    private static final String CONSONANTS = "bcdfghjkmnprstvz";
    private static final String VOWELS = "aiou";
    private static final int WORDS = 5;
    private static final int LETTERS = 5;

    static String random(SecureRandom random) {
        StringBuilder text = new StringBuilder(WORDS * (LETTERS + 1));
        for (int word = 0; word < WORDS; word++) {
            text.append(word == 0 ? "" : "-");
            for (int letter = 0; letter < LETTERS; letter++) {
                String from = letter % 2 == 0 ? CONSONANTS : VOWELS;
                text.append(from.charAt(random.nextInt(from.length())));
            }
        }
        return text.toString();
    }

    /** Without the password, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "OneTimePassword[" + login + "]";
    }
}
