package org.relais.care.identity.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * The index by which people are found among up to some five million: forgives one slip a word, spelling by ear, names in
 * any order, parts of compounds, day and month exchanged, one part of a date. Not for several threads at once while it is
 * told something; questions may be asked at once.
 */
public final class SearchIndex {
    private final Tables tables = new Tables();
    private final Grouping grouping;
    private final Worth worth;

    public SearchIndex(Grouping grouping) {
        this(grouping, Worth.FIXED);
    }

    SearchIndex(Grouping grouping, Worth worth) {
        this.grouping = grouping;
        this.worth = worth;
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

    /** Writes what it knows. */
    public void save(DataOutput out) throws IOException {
        tables.save(out);
    }

    /** Reads what {@link #save} wrote, into an empty index. */
    public void load(DataInput in) throws IOException {
        tables.load(in);
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

    /** The charts that have a birth date of a chart's records and a word of their surnames, ascending; itself among them. */
    public int[] bornAlike(int chart) {
        Bag charts = new Bag();
        int[] members = members(chart);
        int[] surnames = surnames(members);
        for (int member : members) {
            bornAlike(tables.birth(member), surnames, charts);
        }
        return charts.distinct();
    }

    private void bornAlike(int day, int[] surnames, Bag charts) {
        for (int other : tables.days.of(day)) {
            if (grouping.isLinked(other)) {
                int root = grouping.root(other);
                if (haveSurname(grouping.members(root), surnames)) {
                    charts.add(root);
                }
            }
        }
        for (int surname : surnames) {
            Postings.Common both = Postings.common(tables.days.cursor(day), tables.byWord.cursor(surname));
            while (both.next()) {
                int other = both.record();
                if (!grouping.isLinked(other) && tables.hasSurname(other, surnames)) {
                    charts.add(other);
                }
            }
        }
    }

    private int[] members(int chart) {
        return grouping.isLinked(chart) ? grouping.members(chart) : new int[] {chart};
    }

    private int[] surnames(int[] records) {
        return Arrays.stream(records)
                .flatMap(record -> Arrays.stream(tables.surnames(record)))
                .distinct()
                .toArray();
    }

    private boolean haveSurname(int[] records, int[] surnames) {
        for (int record : records) {
            if (tables.hasSurname(record, surnames)) {
                return true;
            }
        }
        return false;
    }

    /** The charts of the records that have every one of these words, whole. */
    public BitSet withWords(List<String> words) {
        BitSet charts = new BitSet();
        anyWithWords(words, chart -> {
            charts.set(chart);
            return false;
        });
        return charts;
    }

    /**
     * Whether two records may bear a name; false when surely no two do.
     *
     * @param name the words of a surname, then the first word of the given names
     */
    public boolean mayBeSeveral(List<String> name) {
        return tables.areSeveral(name);
    }

    /** Whether one of the charts of the records that have every one of these words, whole, is what is looked for. */
    public boolean anyWithWords(List<String> words, IntPredicate wanted) {
        int[] ids = words.stream().mapToInt(tables.words::find).toArray();
        if (ids.length == 0 || Arrays.stream(ids).anyMatch(id -> id == Dictionary.UNKNOWN)) {
            return false;
        }
        int[] rare = Arrays.stream(ids)
                .distinct()
                .boxed()
                .sorted(Comparator.comparingInt(tables.byWord::count))
                .mapToInt(Integer::intValue)
                .toArray();
        long worth = (long) Candidates.ASIDE * tables.byWord.count(rare[0]);
        int lists = (int) Arrays.stream(rare)
                .takeWhile(id -> tables.byWord.count(id) <= worth)
                .count();
        int[] others = Arrays.copyOfRange(rare, lists, rare.length);
        Postings.Common records = Postings.common(
                Arrays.stream(rare, 0, lists).mapToObj(tables.byWord::cursor).toArray(Postings.Cursor[]::new));
        while (records.next()) {
            int record = records.record();
            if (tables.hasAll(record, others) && wanted.test(grouping.root(record))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The charts that fit best: whole ones first, then by bits, those in the hospital being worth some more; of equal
     * ones those first heard of.
     *
     * @param present charts that lie in the hospital
     */
    public List<Found> find(Term.All question, BitSet present, int limit) {
        Weighing weighing = new Weighing(tables, grouping, worth, question);
        Best best = new Best(order(present, worth), limit);
        Candidates candidates = new Candidates(tables, weighing, question, limit);
        int[] whole = candidates.whole(present);
        for (int chart : whole) {
            weighing.found(chart).ifPresent(best::add);
        }
        if (best.isFullOfWhole()) {
            return best.inOrder();
        }
        for (int chart : candidates.charts(present)) {
            if (Arrays.binarySearch(whole, chart) < 0) {
                weighing.found(chart).ifPresent(best::add);
            }
        }
        return best.inOrder();
    }

    /** Compares two answers: the better one first. */
    public static Comparator<Found> order(BitSet present) {
        return order(present, Worth.FIXED);
    }

    private static Comparator<Found> order(BitSet present, Worth worth) {
        return Comparator.comparing((Found one) -> !one.whole())
                .thenComparingLong(
                        one -> -Math.round(2 * (one.bits() + (present.get(one.chart()) ? worth.present() : 0))));
    }

    /** The best answers so far. */
    private static final class Best {
        private final int limit;
        private final Comparator<Found> order;
        private final PriorityQueue<Found> kept;

        Best(Comparator<Found> better, int limit) {
            this.limit = limit;
            this.order = better.thenComparingInt(Found::chart);
            this.kept = new PriorityQueue<>(order.reversed());
        }

        void add(Found one) {
            kept.add(one);
            if (kept.size() > limit) {
                kept.poll();
            }
        }

        /** Whether nobody who fits less than whole can come among them any more. */
        boolean isFullOfWhole() {
            Found worst = kept.peek();
            return worst != null && kept.size() == limit && worst.whole();
        }

        List<Found> inOrder() {
            List<Found> all = new ArrayList<>(kept);
            all.sort(order);
            return all;
        }
    }
}
