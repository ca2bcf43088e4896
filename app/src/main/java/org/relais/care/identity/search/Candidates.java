package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.relais.care.identity.search.Term.All;
import org.relais.care.identity.search.Term.Any;
import org.relais.care.identity.search.Term.Day;
import org.relais.care.identity.search.Term.Joined;
import org.relais.care.identity.search.Term.Numbered;
import org.relais.care.identity.search.Term.Word;
import org.relais.care.identity.search.Term.Year;

/**
 * Which charts are worth weighing: all that have the birth date asked for, as it stands or with day and month exchanged, or
 * the number; and all that have the rarest word, or one that it may stand for, and may fit the rest. No chart that fits is
 * left out, but where a question fits thousands.
 */
final class Candidates {
    /** How many charts are weighed when a question without birth date and number fits more than that. */
    private static final int MOST = 1_500;

    /** More charts than that are first laid over those of the next word, fewer looked at one by one. */
    private static final int FEW = 1_000;

    private static final int SHORTEST = 3;
    private final Tables tables;
    private final Grouping grouping;
    private final Weighing weighing;
    private final List<Term> words = new ArrayList<>();
    private final List<Term> anchors = new ArrayList<>();
    private final List<Term> years = new ArrayList<>();

    Candidates(Tables tables, Grouping grouping, Weighing weighing, All question) {
        this.tables = tables;
        this.grouping = grouping;
        this.weighing = weighing;
        for (Term term : question.terms()) {
            (Weighing.firstWord(term) != null ? words : isYear(term) ? years : anchors).add(term);
        }
    }

    /** How far a word reaches. */
    private enum Reach {
        /** To itself. */
        WHOLE,
        /** To what is spelt nearly so, or sounds so. */
        FIRM,
        /** And to what it begins. */
        ALL
    }

    /** The charts to weigh, ascending. */
    int[] charts(BitSet present) {
        Bag charts = new Bag();
        if (anchors.isEmpty()) {
            int[] all = worded(Reach.ALL);
            if (all.length <= MOST) {
                return all;
            }
            first(worded(Reach.WHOLE), present, charts);
            first(all, present, charts);
            return charts.distinct();
        }
        anchors.forEach(term -> lead(term, Reach.ALL, charts));
        for (int chart : worded(Reach.FIRM)) {
            charts.add(chart);
        }
        return charts.distinct();
    }

    /** Those in the hospital, and the first of the others. */
    private static void first(int[] all, BitSet present, Bag charts) {
        int left = MOST;
        for (int chart : all) {
            if (present.get(chart) || left-- > 0) {
                charts.add(chart);
            }
        }
    }

    /** Those that the rarest word leads to, and that may fit the rest; where there is no word, those of the years. */
    private int[] worded(Reach reach) {
        if (words.isEmpty()) {
            Bag charts = new Bag();
            if (anchors.isEmpty()) {
                years.forEach(term -> lead(term, reach, charts));
            }
            return charts.distinct();
        }
        List<Term> longer = words.stream()
                .filter(term -> !isShort(term) || reach != Reach.ALL)
                .toList();
        List<Term> leading = (longer.isEmpty() ? words : longer)
                .stream()
                        .sorted(Comparator.comparingLong(term -> cost(term, reach)))
                        .toList();
        int[] charts = led(leading.getFirst(), reach);
        for (int next = 1; next < leading.size() && charts.length > FEW && anchors.isEmpty(); next++) {
            BitSet others = set(led(leading.get(next), reach));
            charts = Arrays.stream(charts).filter(others::get).toArray();
        }
        boolean whole = leading.size() == 1 && words.size() == 1 && years.isEmpty() && anchors.isEmpty();
        return whole
                ? charts
                : Arrays.stream(charts).filter(weighing::isPossible).toArray();
    }

    private int[] led(Term term, Reach reach) {
        Bag charts = new Bag();
        lead(term, reach, charts);
        return charts.distinct();
    }

    private static BitSet set(int[] numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }

    /** The beginning of a word by one or two letters leads to nobody: it is only weighed. */
    private static boolean isShort(Term term) {
        String word = Weighing.firstWord(term);
        return word != null && word.length() < SHORTEST;
    }

    private static boolean isYear(Term term) {
        return term instanceof Year
                || (term instanceof Any(List<Term> any) && any.stream().anyMatch(Year.class::isInstance));
    }

    /** How many records a word leads to. */
    private long cost(Term term, Reach reach) {
        long cost = 0;
        if (term instanceof Any(List<Term> any)) {
            for (Term one : any) {
                cost += cost(one, reach);
            }
        }
        for (int word : meant(term, reach)) {
            cost += tables.byWord.count(word);
        }
        return cost;
    }

    private int[] meant(Term term, Reach reach) {
        return switch (term) {
            case Word(String start) -> weighing.typed(start).meant(reach == Reach.WHOLE, reach == Reach.ALL);
            case Joined(String letters) -> weighing.typed(letters).meant(reach == Reach.WHOLE, false);
            default -> new int[0];
        };
    }

    private void lead(Term term, Reach reach, Bag charts) {
        switch (term) {
            case Word _, Joined _ -> {
                for (int word : meant(term, reach)) {
                    tables.byWord.into(word, charts, grouping);
                }
            }
            case Day day -> tables.days.near(Days.of(day.day()), charts, grouping);
            case Year(int year) -> tables.days.year(year, charts, grouping);
            case Numbered(String value) -> tables.numbers.into(value, charts, grouping);
            case Any(List<Term> any) -> any.forEach(one -> lead(one, reach, charts));
            case All(List<Term> all) -> lead(all.getFirst(), reach, charts);
        }
    }
}
