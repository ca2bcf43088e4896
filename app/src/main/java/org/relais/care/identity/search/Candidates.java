package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.relais.care.identity.search.Term.All;
import org.relais.care.identity.search.Term.Any;
import org.relais.care.identity.search.Term.Day;
import org.relais.care.identity.search.Term.Joined;
import org.relais.care.identity.search.Term.Numbered;
import org.relais.care.identity.search.Term.Word;
import org.relais.care.identity.search.Term.Year;

/**
 * Which charts are worth weighing: all that have the birth date asked for, as it stands or with day and month exchanged, or
 * the number; and all that have the rarest word, or one that it may stand for, and may fit the rest. Without birth date and
 * number those that have every word whole come first: where they are enough, nobody else can be better. No chart that fits
 * is left out, but where a question of words alone fits thousands.
 */
final class Candidates {
    /** How many charts are weighed when a question without birth date and number fits more than that. */
    private static final int MOST = 1_000;

    /** So many records are put in order before they are looked at; of more, the first are found one by one. */
    private static final int MANY = 100_000;

    private static final int SHORTEST = 3;
    private final Tables tables;
    private final Grouping grouping;
    private final Weighing weighing;
    private final int most;
    private final List<Term> words = new ArrayList<>();
    private final List<Term> anchors = new ArrayList<>();
    private final List<Term> years = new ArrayList<>();

    Candidates(Tables tables, Weighing weighing, All question, int limit) {
        this.tables = tables;
        this.grouping = weighing.grouping();
        this.weighing = weighing;
        for (Term term : question.terms()) {
            (Weighing.firstWord(term) != null ? words : isYear(term) ? years : anchors).add(term);
        }
        this.most = isOneBeginning() ? Math.min(MOST, 2 * limit) : MOST;
    }

    /** Whether all that is asked for are letters so few that whoever has a word which begins so fits as well as the next. */
    private boolean isOneBeginning() {
        String word = words.size() == 1 && years.isEmpty() ? Weighing.firstWord(words.getFirst()) : null;
        return word != null && word.length() <= SHORTEST;
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

    /** Charts that have every word as it stands, where a question is of words alone; else none. */
    int[] whole(BitSet present) {
        return words.isEmpty() || !anchors.isEmpty() ? new int[0] : first(Reach.WHOLE, present);
    }

    /** All the charts to weigh. */
    int[] charts(BitSet present) {
        if (anchors.isEmpty()) {
            return words.isEmpty() ? ofYears() : first(Reach.ALL, present);
        }
        Bag charts = new Bag();
        anchors.forEach(term -> lead(term, Reach.ALL, charts));
        if (!words.isEmpty()) {
            for (int chart : led(rarest(Reach.FIRM), Reach.FIRM)) {
                if (weighing.isPossible(chart, false)) {
                    charts.add(chart);
                }
            }
        }
        return charts.distinct();
    }

    private int[] ofYears() {
        Bag charts = new Bag();
        years.forEach(term -> lead(term, Reach.ALL, charts));
        int[] all = charts.distinct();
        return Arrays.stream(all)
                .filter(chart -> weighing.isPossible(chart, false))
                .toArray();
    }

    /** The charts that the rarest word leads to and that may fit the rest: those in the hospital, and the first of the others. */
    private int[] first(Reach reach, BitSet present) {
        boolean whole = reach == Reach.WHOLE;
        Term rarest = rarest(reach);
        Bag charts = new Bag();
        if (cost(rarest, reach) <= MANY) {
            int left = most;
            for (int chart : led(rarest, reach)) {
                if ((left > 0 || present.get(chart)) && weighing.isPossible(chart, whole)) {
                    charts.add(chart);
                    left -= present.get(chart) ? 0 : 1;
                }
            }
        } else {
            present.stream().filter(chart -> weighing.isPossible(chart, whole)).forEach(charts::add);
            merged(rarest, reach, present, charts);
        }
        return charts.distinct();
    }

    /** Walks along the lists of every word meant, all at once, until enough who do not lie in the hospital may fit. */
    private void merged(Term term, Reach reach, BitSet present, Bag charts) {
        PriorityQueue<Postings.Cursor> lists = new PriorityQueue<>(Comparator.comparingInt(Postings.Cursor::record));
        Bag words = new Bag();
        collect(term, reach, words, charts);
        for (int word : words.distinct()) {
            Postings.Cursor list = tables.byWord.cursor(word);
            if (list.next()) {
                lists.add(list);
            }
        }
        int left = most;
        int last = -1;
        while (left > 0 && !lists.isEmpty()) {
            Postings.Cursor list = lists.poll();
            int record = list.record();
            int chart = grouping.isLinked(record) ? grouping.root(record) : record;
            if (record != last && !present.get(chart) && weighing.isPossible(chart, reach == Reach.WHOLE)) {
                charts.add(chart);
                left--;
            }
            last = record;
            if (list.next()) {
                lists.add(list);
            }
        }
    }

    /** The words that a part of the question leads by, and the charts that it leads to as a number. */
    private void collect(Term term, Reach reach, Bag words, Bag charts) {
        switch (term) {
            case Any(List<Term> any) -> any.forEach(one -> collect(one, reach, words, charts));
            case Word _, Joined _ -> Arrays.stream(meant(term, reach)).forEach(words::add);
            default -> lead(term, reach, charts);
        }
    }

    private int[] led(Term term, Reach reach) {
        Bag charts = new Bag();
        lead(term, reach, charts);
        return charts.distinct();
    }

    /** The word that leads to the fewest records; the beginning of a word by one or two letters only where there is no other. */
    private Term rarest(Reach reach) {
        return words.stream()
                .min(Comparator.comparing((Term term) -> reach == Reach.ALL && isShort(term))
                        .thenComparingLong(term -> cost(term, reach)))
                .orElseThrow();
    }

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
