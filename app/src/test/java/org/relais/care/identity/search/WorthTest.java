package org.relais.care.identity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.search.Findable.Word;

/**
 * Why weights that are fixed will do for a question typed by a hand: with any of them, or all, at half or twice as much,
 * who is meant is as often among the first five, of people as crowded on a birth date as five million are.
 */
final class WorthTest {
    private static final int PEOPLE = 20_000;
    private static final int DAYS = 140;
    private static final int QUESTIONS = 600;
    private static final String[] SYLLABLES = "MAR DU LE RO BER TI RAN NI EAU CHE LO VAL NARD CHON ERT GAR".split(" ");

    private record Somebody(String family, String given, LocalDate birth) {}

    private record Asked(int meant, Term.All question) {}

    private final Random random = new Random(17);
    private final List<Somebody> people = new ArrayList<>();

    @Test
    void whoIsMeantIsAsOftenAmongTheFirstFiveWhateverTheWeights() {
        for (int person = 0; person < PEOPLE; person++) {
            people.add(new Somebody(name(3), name(2), LocalDate.of(1960, 1, 1).plusDays(random.nextInt(DAYS))));
        }
        List<Asked> questions = new ArrayList<>();
        for (int at = 0; at < QUESTIONS; at++) {
            questions.add(asked());
        }
        double fixed = recall(Worth.FIXED, questions);
        Map<String, Double> others = new LinkedHashMap<>();
        variants().forEach((name, worth) -> others.put(name, recall(worth, questions)));
        assertThat(others.values())
                .as("recall@5 %.3f with fixed weights, with others %s", fixed, others)
                .allSatisfy(recall -> assertThat(recall).isBetween(fixed - 0.02, fixed + 0.005));
    }

    private double recall(Worth worth, List<Asked> questions) {
        SearchIndex index = new SearchIndex(new Alone(), worth);
        for (int person = 0; person < PEOPLE; person++) {
            Somebody one = people.get(person);
            List<Word> words =
                    List.of(new Word(one.family, Part.BIRTH_NAME, false), new Word(one.given, Part.FIRST_GIVEN, false));
            index.put(person, new Findable(words, Days.of(one.birth), List.of()));
        }
        long found = questions.stream()
                .filter(asked -> index.find(asked.question, new BitSet(), 5).stream()
                        .anyMatch(one -> one.chart() == asked.meant))
                .count();
        return (double) found / questions.size();
    }

    private static Map<String, Worth> variants() {
        Map<String, Worth> all = new LinkedHashMap<>();
        for (double factor : new double[] {0.5, 2}) {
            DoubleUnaryOperator by = weight -> weight * factor;
            DoubleUnaryOperator same = weight -> weight;
            all.put("dates x " + factor, worth(by, same, same, same));
            all.put("rare words x " + factor, worth(same, by, same, same));
            all.put("beginnings x " + factor, worth(same, same, by, same));
            all.put("slips x " + factor, worth(same, same, same, by));
            all.put("dates and slips x " + factor, worth(by, same, same, by));
        }
        return all;
    }

    private static Worth worth(
            DoubleUnaryOperator dates, DoubleUnaryOperator rare, DoubleUnaryOperator begun, DoubleUnaryOperator slips) {
        Worth fixed = Worth.FIXED;
        return new Worth(
                dates.applyAsDouble(fixed.day()),
                dates.applyAsDouble(fixed.swapped()),
                dates.applyAsDouble(fixed.onePart()),
                dates.applyAsDouble(fixed.partly()),
                fixed.number(),
                slips.applyAsDouble(fixed.missed()),
                rare.applyAsDouble(fixed.rarest()),
                begun.applyAsDouble(fixed.letter()),
                slips.applyAsDouble(fixed.slip()),
                fixed.present());
    }

    /** A question with no mistake, one or two. */
    private Asked asked() {
        int meant = random.nextInt(PEOPLE);
        Somebody one = people.get(meant);
        String family = one.family;
        String given = one.given;
        LocalDate birth = one.birth;
        for (int mistakes = random.nextInt(3); mistakes > 0; mistakes--) {
            switch (random.nextInt(4)) {
                case 0 -> family = slip(family);
                case 1 -> given = slip(given);
                case 2 -> birth = birth.plusYears(1);
                default ->
                    birth = birth.getDayOfMonth() <= 12
                            ? LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue())
                            : birth.withDayOfMonth(1 + random.nextInt(28));
            }
        }
        return new Asked(
                meant, new Term.All(List.of(new Term.Word(family), new Term.Word(given), new Term.Day(birth))));
    }

    private String slip(String name) {
        int at = 1 + random.nextInt(name.length() - 1);
        char letter = (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + letter + name.substring(at + 1);
        };
    }

    /** Some are borne by many. */
    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < syllables; at++) {
            double even = random.nextDouble();
            name.append(SYLLABLES[(int) (even * even * SYLLABLES.length)]);
        }
        return name.toString();
    }

    private static final class Alone implements Grouping {
        @Override
        public boolean isLinked(int record) {
            return false;
        }

        @Override
        public BitSet linked(BitSet records) {
            return new BitSet();
        }

        @Override
        public int root(int record) {
            return record;
        }

        @Override
        public int[] members(int record) {
            return new int[] {record};
        }
    }
}
