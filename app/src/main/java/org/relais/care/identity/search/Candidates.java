package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * is left out, but where a question without birth date and number fits thousands.
 */
final class Candidates {
    /** How many charts are weighed when a question without birth date and number fits more than that. */
    private static final int MOST = 1_000;

    /** Looking at what stands in one record takes as long as reading so many of a list, which lie side by side. */
    static final int ASIDE = 32;

    private static final int SHORTEST = 3;
    private final Tables tables;
    private final Grouping grouping;
    private final Weighing weighing;
    private final int most;
    private final int limit;
    private final List<Term> terms;
    private final List<Term> words = new ArrayList<>();
    private final List<Term> anchors = new ArrayList<>();
    private final List<Term> years = new ArrayList<>();
    private final Map<Asked, Long> costs = new HashMap<>();

    Candidates(Tables tables, Weighing weighing, All question, int limit) {
        this.tables = tables;
        this.grouping = weighing.grouping();
        this.weighing = weighing;
        this.terms = question.terms();
        this.limit = limit;
        for (Term term : terms) {
            (Weighing.firstWord(term) != null ? words : isYear(term) ? years : anchors).add(term);
        }
        this.most = fitsAlike() ? Math.min(MOST, 2 * limit) : MOST;
    }

    /** Whether all that is asked for is a year, or letters so few that whoever has a word which begins so fits as well as the next. */
    private boolean fitsAlike() {
        if (terms.size() != 1) {
            return false;
        }
        String word = Weighing.firstWord(terms.getFirst());
        return word == null || word.length() <= SHORTEST;
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

    /** A part of the question, reaching so far. */
    private record Asked(Term term, Reach reach) {}

    /** Charts that have every word as it stands, where a question is of words alone; else none. */
    int[] whole(BitSet present) {
        return words.isEmpty() || !anchors.isEmpty()
                ? new int[0]
                : first(rarest(words, Reach.WHOLE), Reach.WHOLE, present);
    }

    /** All the charts to weigh. */
    int[] charts(BitSet present) {
        if (terms.isEmpty()) {
            return new int[0];
        }
        if (anchors.isEmpty()) {
            return first(rarest(terms, Reach.ALL), Reach.ALL, present);
        }
        Bag charts = new Bag();
        anchors.forEach(term -> lead(term, charts));
        if (!words.isEmpty()) {
            Led led = led(rarest(words, Reach.FIRM), Reach.FIRM);
            led.charts.stream()
                    .filter(chart -> weighing.isPossible(chart, led.unread, false))
                    .forEach(charts::add);
        }
        return charts.distinct();
    }

    /** The charts that a part of the question leads to and that may fit the rest: those in the hospital, and the first of the others. */
    private int[] first(Term from, Reach reach, BitSet present) {
        boolean whole = reach == Reach.WHOLE;
        if (terms.size() == 1) {
            return lowest(from, reach, present);
        }
        Led led = led(from, reach);
        Bag charts = new Bag();
        possible(present.stream().filter(led.charts::get), led, whole).forEach(charts::add);
        BitSet others = led.charts;
        others.andNot(present);
        Term aside = otherThanWords();
        if (whole && cost(aside, Reach.WHOLE) > 0) {
            BitSet otherwise = marked(aside, Reach.WHOLE);
            otherwise.and(others);
            possible(otherwise.stream(), led, true).limit(most).forEach(charts::add);
        }
        possible(others.stream(), led, whole).limit(whole ? limit : most).forEach(charts::add);
        return charts.distinct();
    }

    /**
     * What a question may mean but its words as they stand. Whoever has all of these, and nothing else that it means, fits as
     * well as the next: so many as are asked for are enough.
     */
    private Term otherThanWords() {
        return new Any(terms.stream()
                .flatMap(term -> term instanceof Any(List<Term> any) ? any.stream() : Stream.of(term))
                .filter(term -> !(term instanceof Word))
                .toList());
    }

    private IntStream possible(IntStream some, Led led, boolean whole) {
        return some.filter(chart -> weighing.isPossible(chart, led.unread, whole));
    }

    /** The same where there is no rest: of each list the beginning is read alone, or all of it where there is but one. */
    private int[] lowest(Term term, Reach reach, BitSet present) {
        boolean whole = reach == Reach.WHOLE;
        Bag charts = new Bag();
        if (!whole) {
            present.stream()
                    .filter(chart -> weighing.isPossible(chart, terms, false))
                    .forEach(charts::add);
        }
        TreeSet<Integer> records = new TreeSet<>();
        IntPredicate helps = record -> records.size() < most || record < records.getLast();
        lists(term, reach, whole ? _ -> true : helps, list -> {
            while (list.next() && (whole || helps.test(list.record()))) {
                int chart = chartOf(list.record());
                if (present.get(chart)) {
                    charts.add(chart);
                } else if (helps.test(list.record()) && records.add(list.record()) && records.size() > most) {
                    records.removeLast();
                }
            }
        });
        records.forEach(record -> charts.add(chartOf(record)));
        numbered(term).forEach(charts::add);
        return charts.distinct();
    }

    private int chartOf(int record) {
        return grouping.isLinked(record) ? grouping.root(record) : record;
    }

    /** Charts that a part of the question leads to, and the parts that they may still not fit. */
    private record Led(BitSet charts, List<Term> unread) {}

    /**
     * The charts that a part of the question leads to, without those that do not fit the others: these are read as lists as
     * long as that is quicker than to look at the charts left. Charts of several records all stay.
     */
    private Led led(Term from, Reach reach) {
        BitSet charts = marked(from, reach);
        BitSet linked = grouping.linked(charts);
        charts.andNot(linked);
        Reach rest = reach == Reach.WHOLE ? Reach.WHOLE : Reach.ALL;
        List<Term> unread = new ArrayList<>();
        for (Term other : byCost(terms, rest)) {
            if (other.equals(from)) {
                continue;
            }
            if (cost(other, rest) < (long) ASIDE * charts.cardinality()) {
                charts.and(marked(other, rest));
            } else {
                unread.add(other);
            }
        }
        linked.stream().map(grouping::root).forEach(charts::set);
        return new Led(charts, unread);
    }

    private BitSet marked(Term term, Reach reach) {
        BitSet records = new BitSet(tables.size());
        mark(term, reach, records);
        return records;
    }

    /** Marks the records that may fit a part of the question. */
    private void mark(Term term, Reach reach, BitSet records) {
        if (term instanceof All(List<Term> all)) {
            BitSet both = marked(all.getFirst(), reach);
            all.forEach(one -> both.and(marked(one, reach)));
            records.or(both);
        } else if (term instanceof Any(List<Term> any)) {
            any.forEach(one -> mark(one, reach, records));
        } else {
            lists(term, reach, _ -> true, list -> {
                while (list.next()) {
                    records.set(list.record());
                }
            });
            numbered(term).forEach(records::set);
        }
    }

    /** Tells the lists of records that words and birth dates lead to, of those whose first record is wanted. */
    private void lists(Term term, Reach reach, IntPredicate wanted, Consumer<Postings.Cursor> each) {
        if (term instanceof Any(List<Term> any)) {
            any.forEach(one -> lists(one, reach, wanted, each));
        }
        for (int word : meant(term, reach)) {
            if (wanted.test(tables.byWord.first(word))) {
                each.accept(tables.byWord.cursor(word));
            }
        }
        for (int day : days(term)) {
            each.accept(tables.days.cursor(day));
        }
    }

    /** The charts with a number. */
    private Set<Integer> numbered(Term term) {
        return switch (term) {
            case Numbered(String value) -> weighing.numbered(value);
            case Any(List<Term> any) ->
                any.stream().flatMap(one -> numbered(one).stream()).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    /** How many records are read to mark those that may fit a part of the question; very many where no list tells them. */
    private long cost(Term term, Reach reach) {
        Asked asked = new Asked(term, reach);
        Long known = costs.get(asked);
        if (known == null) {
            known = count(term, reach);
            costs.put(asked, known);
        }
        return known;
    }

    private long count(Term term, Reach reach) {
        long cost = 0;
        switch (term) {
            case Word _, Joined _ -> {
                if (reach == Reach.ALL && isShort(term)) {
                    return Integer.MAX_VALUE;
                }
                for (int word : meant(term, reach)) {
                    cost += tables.byWord.count(word);
                }
            }
            case Day _, Year _ -> {
                for (int day : days(term)) {
                    cost += tables.days.count(day);
                }
            }
            case Numbered(String value) -> cost = weighing.numbered(value).size();
            case Any(List<Term> some) -> cost = cost(some, reach);
            case All(List<Term> some) -> cost = cost(some, reach);
        }
        return cost;
    }

    private long cost(List<Term> some, Reach reach) {
        return some.stream().mapToLong(term -> cost(term, reach)).sum();
    }

    /** The part of the question that leads to the fewest records. */
    private Term rarest(List<Term> some, Reach reach) {
        return byCost(some, reach).getFirst();
    }

    private List<Term> byCost(List<Term> some, Reach reach) {
        if (some.size() == 1) {
            return some;
        }
        return some.stream()
                .sorted(Comparator.comparingLong(term -> cost(term, reach)))
                .toList();
    }

    private static boolean isShort(Term term) {
        return term instanceof Word(String start) && start.length() < SHORTEST;
    }

    private static boolean isYear(Term term) {
        return term instanceof Year
                || (term instanceof Any(List<Term> any) && any.stream().anyMatch(Year.class::isInstance));
    }

    private int[] meant(Term term, Reach reach) {
        return switch (term) {
            case Word(String start) -> weighing.typed(start).meant(reach == Reach.WHOLE, reach == Reach.ALL);
            case Joined(String letters) -> weighing.typed(letters).meant(reach == Reach.WHOLE, reach == Reach.ALL);
            default -> new int[0];
        };
    }

    private int[] days(Term term) {
        return switch (term) {
            case Day day -> tables.days.like(Days.of(day.day()));
            case Year(int year) -> tables.days.inYear(year);
            default -> new int[0];
        };
    }

    /** The charts that have a birth date, as it stands or with day and month exchanged, or a number. */
    private void lead(Term term, Bag charts) {
        switch (term) {
            case Day day -> tables.days.near(Days.of(day.day()), charts, grouping);
            case Year(int year) -> tables.days.year(year, charts, grouping);
            case Numbered(String value) -> tables.numbers.into(value, charts, grouping);
            case Any(List<Term> any) -> any.forEach(one -> lead(one, charts));
            case All(List<Term> all) -> lead(all.getFirst(), charts);
            case Word _, Joined _ -> {}
        }
    }
}
