package org.relais.hl7;

/**
 * The characters that cut a message into fields, as its MSH-1 and MSH-2 say (HL7 v2.5.1, chapter 2.5.4).
 *
 * @param escape {@code NONE} when the sender names none: then nothing is escaped
 */
public record Delimiters(char field, char component, char repetition, char escape, char subcomponent) {
    /** Stands for a delimiter that the sender does not use. */
    public static final char NONE = '\uFFFF';

    private static final String USUAL = "^~\\&";

    /**
     * Reads the delimiters of a text that has {@code MSH} and a separator at {@code start}. What MSH-2 leaves out or says
     * twice is as usual, unless another delimiter has taken that character.
     */
    static Delimiters at(String text, int start) {
        char field = text.charAt(start + 3);
        char[] found = {NONE, NONE, NONE, NONE};
        int count = 0;
        for (int at = start + 4; at < text.length() && count < found.length; at++) {
            char next = text.charAt(at);
            if (next == field || next < ' ') {
                break;
            }
            if (unused(next, field, found)) {
                found[count++] = next;
            }
        }
        if (count == 0) {
            for (int i = 0; i < found.length; i++) {
                found[i] = unused(USUAL.charAt(i), field, found) ? USUAL.charAt(i) : NONE;
            }
        } else if (count < found.length && unused('&', field, found) && count == 3) {
            found[3] = '&';
        }
        return new Delimiters(field, found[0], found[1], found[2], found[3]);
    }

    private static boolean unused(char candidate, char field, char[] found) {
        if (candidate == field) {
            return false;
        }
        for (char taken : found) {
            if (taken == candidate) {
                return false;
            }
        }
        return true;
    }
}
