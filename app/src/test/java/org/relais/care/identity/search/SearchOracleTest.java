package org.relais.care.identity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.care.identity.search.Findable.Word;

/** The index against a search that looks at everybody, over records that come, change their names and are told again. */
final class SearchOracleTest {
    private static final List<String> FAMILIES = List.of(
            "JOSEPH",
            "JOSEF",
            "JOSSET",
            "MONROSE",
            "MONROZE",
            "MARTIN",
            "MARTINE",
            "MARTIAL",
            "DUPONT",
            "DUPOND",
            "LI",
            "LEFEBVRE",
            "LEFEVRE",
            "ROSE",
            "ROSIER");
    private static final List<String> GIVEN =
            List.of("MARIE", "MARIA", "ELISE", "ELIE", "LEA", "JEAN", "JEANNE", "ANNE", "ANAIS", "MAELLE");
    private static final int[] BIRTHS = {19611225, 19611226, 19620102, 19620201, 19620000, 19611200, 20010101, 0};
    private static final int PEOPLE = 60;
    private static final Grouping PAIRS = new Grouping() {
        @Override
        public boolean isLinked(int record) {
            return record >= 10 && record < 14;
        }

        @Override
        public BitSet linked(BitSet records) {
            BitSet linked = new BitSet();
            records.stream().filter(this::isLinked).forEach(linked::set);
            return linked;
        }

        @Override
        public int root(int record) {
            return isLinked(record) ? record / 2 * 2 : record;
        }

        @Override
        public int[] members(int record) {
            return isLinked(record) ? new int[] {root(record), root(record) + 1} : new int[] {record};
        }
    };

    private final Findable[] known = new Findable[PEOPLE];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhoeverFitsAndNobodyElse(long seed) {
        Random random = new Random(seed);
        SearchIndex index = new SearchIndex(PAIRS);
        for (int turn = 0; turn < 3 * PEOPLE; turn++) {
            int record = turn < PEOPLE ? turn : random.nextInt(PEOPLE);
            known[record] = somebody(random, record);
            index.put(record, known[record]);
        }
        SearchIndex again = new SearchIndex(PAIRS);
        IntStream.range(0, PEOPLE).forEach(record -> again.put(record, known[record]));
        for (int question = 0; question < 200; question++) {
            Term.All asked = question(random);
            List<Found> found = index.find(asked, new BitSet(), PEOPLE);
            assertThat(again.find(asked, new BitSet(), PEOPLE)).as("%s", asked).isEqualTo(found);
            assertThat(new TreeSet<>(found.stream().map(Found::chart).toList()))
                    .as("%s", asked)
                    .isEqualTo(everybodyWhoFits(asked));
        }
    }

    private static Findable somebody(Random random, int record) {
        List<Word> words = new ArrayList<>();
        words.add(new Word(any(FAMILIES, random), Part.BIRTH_NAME, false));
        if (random.nextInt(3) == 0) {
            words.add(new Word(any(FAMILIES, random), Part.USED_NAME, false));
        }
        words.add(new Word(any(GIVEN, random), Part.FIRST_GIVEN, false));
        if (random.nextInt(4) == 0) {
            words.add(new Word("ROSE" + any(GIVEN, random), Part.BIRTH_NAME, true));
        }
        return new Findable(words, BIRTHS[random.nextInt(BIRTHS.length)], List.of("N" + record));
    }

    private static Term.All question(Random random) {
        List<Term> terms = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            terms.add(new Term.Word(slip(any(FAMILIES, random), random)));
        }
        if (random.nextInt(2) == 0) {
            terms.add(new Term.Word(slip(any(GIVEN, random), random)));
        }
        int birth = BIRTHS[random.nextInt(BIRTHS.length)];
        if (birth % 100 > 0 && random.nextInt(2) == 0) {
            terms.add(new Term.Day(java.time.LocalDate.of(birth / 10_000, birth / 100 % 100, birth % 100)));
        }
        if (birth > 0 && random.nextInt(8) == 0) {
            terms.add(new Term.Year(birth / 10_000));
        }
        if (terms.size() > 1 && terms.get(0) instanceof Term.Word one && terms.get(1) instanceof Term.Word other) {
            Term joined = new Term.Joined(one.start() + other.start());
            terms.set(0, new Term.Any(List.of(one, joined)));
            terms.set(1, new Term.Any(List.of(other, joined)));
        }
        if (terms.isEmpty() || random.nextInt(10) == 0) {
            terms.add(new Term.Numbered("N" + random.nextInt(PEOPLE)));
        }
        return new Term.All(terms);
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static String slip(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        int at = random.nextInt(name.length());
        return switch (random.nextInt(5)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + "O" + name.substring(at);
            case 2 -> name.substring(0, 3);
            default -> name;
        };
    }

    /** Weighs every chart there is. */
    private Set<Integer> everybodyWhoFits(Term.All asked) {
        Tables tables = new Tables();
        for (int record = 0; record < PEOPLE; record++) {
            tables.put(record, known[record]);
            tables.numbers.add("N" + record, record);
        }
        Weighing weighing = new Weighing(tables, PAIRS, Worth.FIXED, asked);
        Set<Integer> fitting = new TreeSet<>();
        for (int record = 0; record < PEOPLE; record++) {
            if (PAIRS.root(record) == record) {
                weighing.found(record).map(Found::chart).ifPresent(fitting::add);
            }
        }
        return fitting;
    }
}
