package org.relais.care.identity.search;

import java.util.Collection;
import java.util.List;

/**
 * By what a record is found.
 *
 * @param words   words of names, folded to A–Z and 0–9
 * @param birth   {@code yyyymmdd}, zeros for what is not known of it; 0 when nothing is
 * @param numbers folded to A–Z and 0–9; once told, a number is found until it is {@linkplain SearchIndex#withdraw taken away}
 */
public record Findable(List<Word> words, int birth, Collection<String> numbers) {
    /**
     * A word of a name.
     *
     * @param joined made of several words run together, so that it is not one that the record says by itself
     */
    public record Word(String letters, Part part, boolean joined) {}
}
