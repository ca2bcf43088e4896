package org.relais.care.identity.search;

/**
 * Why somebody was found: one part of the question.
 *
 * @param part  where it was found; where it was looked for when it was not
 * @param asked as it was read: a folded word, a number, {@code yyyymmdd}
 * @param found the folded word or {@code yyyymmdd} that is known; empty for a number and for what was not found
 */
public record Clue(Part part, How how, String asked, String found) {
    private static final int SHORTEST = 4;

    /** Whether the word that is known is the one that was asked for, give or take a slip or its spelling. */
    public boolean firm() {
        return firm(how, asked, found);
    }

    static boolean firm(How how, String asked, String found) {
        boolean lastLetter = how == How.BEGINNING && found.length() == asked.length() + 1 && asked.length() >= SHORTEST;
        return how == How.WHOLE || how == How.SOUND || how == How.LETTER || lastLetter;
    }
}
