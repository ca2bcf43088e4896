package org.relais.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.relais.care.identity.Term.All;
import org.relais.care.identity.Term.Any;
import org.relais.care.identity.Term.Day;
import org.relais.care.identity.Term.Numbered;
import org.relais.care.identity.Term.Word;
import org.relais.care.identity.Term.Year;

/**
 * The words by which records are found: words of names in order (so that a beginning is a range), birth dates, numbers
 * and homonym keys by hash. Answers are sets of charts: what one record lacks, a linked one may have.
 */
final class SearchIndex {
    private static final String[] NONE = {};

    private final TreeMap<String, Postings> words = new TreeMap<>();
    private final Map<String, Postings> keys = new HashMap<>();
    private final List<String[]> wordsOf = new ArrayList<>();
    private final List<String[]> keysOf = new ArrayList<>();
    private final Links links;

    SearchIndex(Links links) {
        this.links = links;
    }

    static String day(LocalDate day) {
        return "D" + day;
    }

    static String year(int year) {
        return "Y" + year;
    }

    static String number(String value) {
        return "N" + NameText.number(value);
    }

    static String homonym(String family, String other) {
        return "H" + family + "\n" + other;
    }

    /** Says by which words and keys a record is found from now on. */
    void put(int ordinal, Set<String> itsWords, Set<String> itsKeys) {
        while (wordsOf.size() <= ordinal) {
            wordsOf.add(NONE);
            keysOf.add(NONE);
        }
        wordsOf.set(ordinal, replace(words, ordinal, wordsOf.get(ordinal), itsWords));
        keysOf.set(ordinal, replace(keys, ordinal, keysOf.get(ordinal), itsKeys));
    }

    private static String[] replace(Map<String, Postings> index, int ordinal, String[] before, Set<String> after) {
        for (String gone : before) {
            Postings postings = index.get(gone);
            if (postings != null && !after.contains(gone)) {
                postings.remove(ordinal);
                if (postings.isEmpty()) {
                    index.remove(gone);
                }
            }
        }
        for (String word : after) {
            index.computeIfAbsent(word, first -> new Postings()).add(ordinal);
        }
        return after.toArray(String[]::new);
    }

    /**
     * The charts that fit.
     *
     * @param whole only where words are found whole, not by their beginning
     */
    BitSet find(Term term, boolean whole) {
        return switch (term) {
            case Word(String start) -> union(whole ? Stream.ofNullable(words.get(start)) : near(start));
            case Day(LocalDate day) -> byKey(day(day));
            case Year(int year) -> whole ? new BitSet() : byKey(year(year));
            case Numbered(String value) -> byKey("N" + value);
            case Any(List<Term> terms) -> any(terms, whole);
            case All(List<Term> terms) -> all(terms, whole);
        };
    }

    /** The charts found by one exact key. */
    BitSet byKey(String key) {
        return union(Stream.ofNullable(keys.get(key)));
    }

    /**
     * The words of the index that a typed word may stand for. Today those that begin with it; matching that forgives
     * typing and sound joins here, and nowhere else.
     */
    private Stream<Postings> near(String typed) {
        return words.subMap(typed, typed + Character.MAX_VALUE).values().stream();
    }

    private BitSet any(List<Term> terms, boolean whole) {
        BitSet charts = new BitSet();
        terms.forEach(term -> charts.or(find(term, whole)));
        return charts;
    }

    private BitSet all(List<Term> terms, boolean whole) {
        if (terms.isEmpty()) {
            return new BitSet();
        }
        BitSet charts = find(terms.getFirst(), whole);
        terms.stream().skip(1).takeWhile(term -> !charts.isEmpty()).forEach(term -> charts.and(find(term, whole)));
        return charts;
    }

    private BitSet union(Stream<Postings> postings) {
        BitSet charts = new BitSet();
        postings.forEach(some -> some.into(charts, links));
        return charts;
    }
}
