package org.relais.care.identity.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.search.Term.All;
import org.relais.care.identity.search.Term.Any;
import org.relais.care.identity.search.Term.Day;
import org.relais.care.identity.search.Term.Joined;
import org.relais.care.identity.search.Term.Numbered;
import org.relais.care.identity.search.Term.Word;
import org.relais.care.identity.search.Term.Year;

/**
 * How well one chart fits a question, after Fellegi and Sunter: each part adds the bits that its agreement is worth.
 *
 * <p>Every part has to fit. A word may be merely alike, and one word may fail, beside a birth date or a number that fits;
 * where one part of the birth date is another, every word has to fit firmly.
 */
final class Weighing {
    private final Tables tables;
    private final Grouping grouping;
    private final Worth worth;
    private final List<Term> terms;

    /** Whether no birth date and no number is asked for, so that a word that is merely alike cannot count. */
    private final boolean strict;

    private final Map<String, Typed> typed = new HashMap<>();
    private final Map<String, Set<Integer>> numbered = new HashMap<>();

    Weighing(Tables tables, Grouping grouping, Worth worth, All question) {
        this.tables = tables;
        this.grouping = grouping;
        this.worth = worth;
        this.terms = question.terms();
        this.strict = terms.stream().noneMatch(this::mayAnchor);
    }

    private boolean mayAnchor(Term term) {
        return switch (term) {
            case Day _ -> true;
            case Numbered(String value) -> !numbered(value).isEmpty();
            case Any(List<Term> any) -> any.stream().anyMatch(this::mayAnchor);
            case All(List<Term> all) -> all.stream().anyMatch(this::mayAnchor);
            case Word _, Joined _, Year _ -> false;
        };
    }

    Grouping grouping() {
        return grouping;
    }

    Typed typed(String word) {
        return typed.computeIfAbsent(word, letters -> new Typed(letters, tables));
    }

    /** The charts with a number. */
    Set<Integer> numbered(String number) {
        return numbered.computeIfAbsent(number, value -> {
            Bag charts = new Bag();
            tables.numbers.into(value, charts, grouping);
            return Arrays.stream(charts.distinct()).boxed().collect(Collectors.toSet());
        });
    }

    /** A chart that is looked at: its records, and the cells of each. */
    private static final class Looked {
        private final int chart;
        private final int[] records;
        private final int[][] rows;

        Looked(int chart, Tables tables, Grouping grouping) {
            this.chart = chart;
            this.records = grouping.isLinked(chart) ? grouping.members(chart) : new int[] {chart};
            this.rows = new int[records.length][];
            for (int at = 0; at < rows.length; at++) {
                rows[at] = tables.cells(records[at]);
            }
        }
    }

    /** The chart as an answer; none when it does not fit. */
    Optional<Found> found(int chart) {
        Looked looked = new Looked(chart, tables, grouping);
        List<Clue> clues = new ArrayList<>(terms.size());
        double bits = 0;
        int missed = 0;
        for (Term term : terms) {
            Fit fit = fit(term, looked);
            if (fit == null) {
                String word = firstWord(term);
                if (word == null || strict || ++missed > 1) {
                    return Optional.empty();
                }
                fit = new Fit(worth.missed(), new Clue(Part.BIRTH_NAME, How.NONE, word, ""));
            }
            bits += fit.bits();
            clues.addAll(fit.clues());
        }
        if (!holds(clues, missed)) {
            return Optional.empty();
        }
        boolean whole = clues.stream().allMatch(clue -> clue.how() == How.WHOLE);
        return Optional.of(new Found(chart, bits, whole, clues));
    }

    /**
     * Whether a chart may fit some parts of the question: looked at quickly, so that more than do may pass. Of a chart of
     * several records all parts are looked at.
     *
     * @param whole with every word as it stands
     */
    boolean isPossible(int chart, List<Term> some, boolean whole) {
        if (grouping.isLinked(chart)) {
            return fits(new Looked(chart, tables, grouping), terms, whole);
        }
        return some.isEmpty() || fits(new Looked(chart, tables, grouping), some, whole);
    }

    private boolean fits(Looked looked, List<Term> some, boolean whole) {
        for (Term term : some) {
            if (!mayFit(term, looked, whole)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a part of the question may fit one of a chart's records. */
    private boolean mayFit(Term term, Looked looked, boolean whole) {
        return switch (term) {
            case Word(String start) -> hasWordFor(typed(start), looked, whole);
            case Joined(String letters) -> hasWordFor(typed(letters), looked, whole);
            case Numbered(String value) -> numbered(value).contains(looked.chart);
            case Day day -> wasBorn(looked, born -> Days.how(Days.of(day.day()), born) != How.NONE);
            case Year(int year) -> wasBorn(looked, born -> born / 10_000 == year);
            case Any(List<Term> any) -> {
                for (Term one : any) {
                    if (mayFit(one, looked, whole)) {
                        yield true;
                    }
                }
                yield false;
            }
            case All _ -> true;
        };
    }

    private boolean wasBorn(Looked looked, IntPredicate then) {
        for (int record : looked.records) {
            if (then.test(tables.birth(record))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWordFor(Typed word, Looked looked, boolean whole) {
        for (int[] row : looked.rows) {
            for (int cell : row) {
                int known = Tables.word(cell);
                if (whole ? word.is(known) : word.means(known)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(List<Clue> clues, int missed) {
        boolean anchored = false;
        boolean firm = false;
        boolean loose = missed > 0;
        boolean begun = false;
        boolean otherDay = false;
        for (Clue clue : clues) {
            boolean aside = clue.part() == Part.BIRTH_DATE || clue.part() == Part.NUMBER;
            anchored |= aside && (clue.how() == How.WHOLE || clue.how() == How.SWAPPED);
            firm |= !aside && clue.firm();
            loose |= clue.how() == How.ALIKE;
            begun |= clue.how() == How.BEGINNING && !clue.firm();
            otherDay |= clue.how() == How.ONE_PART;
        }
        return (!loose || anchored) && (missed == 0 || firm) && !(otherDay && (begun || !firm));
    }

    private @Nullable Fit fit(Term term, Looked looked) {
        return switch (term) {
            case Word(String start) -> word(typed(start), looked);
            case Joined(String letters) -> {
                Fit fit = word(typed(letters), looked);
                yield fit != null && fit.clues().getFirst().firm() ? fit : null;
            }
            case Day day -> day(Days.of(day.day()), looked.records);
            case Year(int year) -> year(year, looked.records);
            case Numbered(String value) ->
                numbered(value).contains(looked.chart)
                        ? new Fit(worth.number(), new Clue(Part.NUMBER, How.WHOLE, value, ""))
                        : null;
            case Any(List<Term> any) -> {
                Fit best = null;
                for (Term one : any) {
                    Fit fit = fit(one, looked);
                    best = best == null || (fit != null && fit.bits() > best.bits()) ? fit : best;
                }
                yield best;
            }
            case All(List<Term> all) -> all(all, looked);
        };
    }

    private @Nullable Fit all(List<Term> all, Looked looked) {
        Fit sum = null;
        for (Term one : all) {
            Fit fit = fit(one, looked);
            if (fit == null) {
                return null;
            }
            sum = sum == null ? fit : sum.and(fit);
        }
        return sum;
    }

    private @Nullable Fit word(Typed word, Looked looked) {
        How best = How.NONE;
        int bestWord = 0;
        Part part = Part.GIVEN;
        for (int[] row : looked.rows) {
            for (int cell : row) {
                int known = Tables.word(cell);
                How how = strict && !word.means(known) ? How.NONE : word.how(known);
                if (Tables.isJoined(cell) && (how == How.SOUND || how == How.LETTER)) {
                    how = How.ALIKE;
                }
                boolean better = how.compareTo(best) < 0
                        || (how == best && how != How.NONE && Tables.part(cell).compareTo(part) < 0);
                if (better) {
                    best = how;
                    bestWord = known;
                    part = Tables.part(cell);
                }
            }
        }
        return best == How.NONE
                ? null
                : new Fit(word.bits(bestWord, best, worth), new Clue(part, best, word.letters(), word.text(bestWord)));
    }

    private @Nullable Fit day(int asked, int[] records) {
        Fit best = null;
        for (int record : records) {
            int known = tables.birth(record);
            How how = Days.how(asked, known);
            double bits = worth.date(how);
            if (how != How.NONE && (best == null || bits > best.bits())) {
                best = new Fit(bits, new Clue(Part.BIRTH_DATE, how, String.valueOf(asked), String.valueOf(known)));
            }
        }
        return best;
    }

    private @Nullable Fit year(int year, int[] records) {
        for (int record : records) {
            int known = tables.birth(record);
            if (known / 10_000 == year) {
                return new Fit(
                        worth.partly(),
                        new Clue(Part.BIRTH_DATE, How.PARTLY, String.valueOf(year * 10_000), String.valueOf(known)));
            }
        }
        return null;
    }

    /** The first word a part of the question may be, or null when it is no word. */
    static @Nullable String firstWord(Term term) {
        return switch (term) {
            case Word(String start) -> start;
            case Any(List<Term> any) -> any.isEmpty() ? null : firstWord(any.getFirst());
            default -> null;
        };
    }
}
