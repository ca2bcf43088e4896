package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The index by which people are found among up to some five million: forgives one slip a word, spelling by ear, names in
 * any order, parts of compounds, day and month exchanged, one part of a date. Not for several threads at once while it is
 * told something; questions may be asked at once.
 */
public final class SearchIndex {
    /** What it counts for that somebody lies in the hospital: who is asked about mostly does. */
    private static final double PRESENT = 3;

    private final Tables tables = new Tables();
    private final Grouping grouping;

    public SearchIndex(Grouping grouping) {
        this.grouping = grouping;
    }

    /** Says by which words and birth date a record is found from now on, and numbers it is found by also. */
    public void put(int record, Findable now) {
        tables.put(record, now);
        for (String number : now.numbers()) {
            if (!number.isEmpty()) {
                tables.numbers.add(number, record);
            }
        }
    }

    /** A record is no longer found by a number. */
    public void withdraw(int record, String number) {
        tables.numbers.remove(number, record);
    }

    /** The charts of the records with a number. */
    public BitSet numbered(String number) {
        Bag charts = new Bag();
        tables.numbers.into(number, charts, grouping);
        BitSet set = new BitSet();
        Arrays.stream(charts.distinct()).forEach(set::set);
        return set;
    }

    /** How many records have all of some words, at most: as many as have the rarest, or all of them joined. */
    public int bearing(List<String> words) {
        int rarest = Integer.MAX_VALUE;
        for (String word : words) {
            rarest = Math.min(rarest, having(word));
        }
        int joined = words.size() > 1 ? having(String.join("", words)) : 0;
        return words.isEmpty() ? 0 : joined > 0 ? Math.min(rarest, joined) : rarest;
    }

    private int having(String word) {
        int known = tables.words.find(word);
        return known < 0 ? 0 : tables.byWord.count(known);
    }

    /** How many records have a birth date, {@code yyyymmdd}. */
    public int bornOn(int day) {
        return tables.days.of(day).length;
    }

    /** The charts of the records that have a record's birth date and a word of its surnames. */
    public BitSet bornAlike(int record) {
        BitSet charts = new BitSet();
        for (int other : tables.days.of(tables.birth(record))) {
            if (tables.shareSurname(record, other)) {
                charts.set(grouping.root(other));
            }
        }
        return charts;
    }

    /** The charts of the records that have every one of these words, whole. */
    public BitSet withWords(List<String> words) {
        BitSet charts = new BitSet();
        int[] ids = words.stream().mapToInt(tables.words::find).toArray();
        if (ids.length > 0 && Arrays.stream(ids).noneMatch(id -> id == Dictionary.UNKNOWN)) {
            int rarest = Arrays.stream(ids)
                    .boxed()
                    .min(Comparator.comparingInt(tables.byWord::count))
                    .orElseThrow();
            for (int record : tables.byWord.toArray(rarest)) {
                if (Arrays.stream(ids).allMatch(id -> tables.has(record, id))) {
                    charts.set(grouping.root(record));
                }
            }
        }
        return charts;
    }

    /**
     * The charts that fit best: whole ones first, then by bits, those in the hospital being worth some more; of equal
     * ones those first heard of.
     *
     * @param present charts that lie in the hospital
     */
    public List<Found> find(Term.All question, BitSet present, int limit) {
        Weighing weighing = new Weighing(tables, grouping, question);
        Best best = new Best(present, limit);
        for (int chart : new Candidates(tables, grouping, weighing, question).charts(present)) {
            weighing.found(chart).ifPresent(best::add);
        }
        return best.inOrder();
    }

    /** Compares two answers: the better one first. */
    public static Comparator<Found> order(BitSet present) {
        return Comparator.comparing((Found one) -> !one.whole())
                .thenComparingLong(one -> -Math.round(2 * (one.bits() + (present.get(one.chart()) ? PRESENT : 0))));
    }

    /** The best answers so far. */
    private static final class Best {
        private final int limit;
        private final Comparator<Found> order;
        private final PriorityQueue<Found> kept;

        Best(BitSet present, int limit) {
            this.limit = limit;
            this.order = order(present).thenComparingInt(Found::chart);
            this.kept = new PriorityQueue<>(order.reversed());
        }

        void add(Found one) {
            kept.add(one);
            if (kept.size() > limit) {
                kept.poll();
            }
        }

        List<Found> inOrder() {
            List<Found> all = new ArrayList<>(kept);
            all.sort(order);
            return all;
        }
    }
}
