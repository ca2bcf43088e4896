package org.relais.care.identity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of records against sorted sets. */
final class PostingsTest {
    private static final int KEYS = 12;
    private static final int RECORDS = 70_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsWhatWasAddedAndNotRemovedAndTellsWhatListsHaveInCommon(long seed) {
        Random random = new Random(seed);
        Postings postings = new Postings();
        List<TreeSet<Integer>> sets =
                Stream.generate(TreeSet<Integer>::new).limit(KEYS).toList();
        for (int turn = 0; turn < 4_000; turn++) {
            int key = random.nextInt(KEYS);
            int record = random.nextInt(random.nextBoolean() ? 200 : RECORDS);
            if (random.nextInt(5) == 0) {
                postings.remove(key, record);
                sets.get(key).remove(record);
            } else {
                postings.add(key, record);
                sets.get(key).add(record);
            }
        }
        for (int key = 0; key < KEYS; key++) {
            assertThat(postings.toArray(key)).containsExactly(toArray(sets.get(key)));
            assertThat(postings.count(key)).isEqualTo(sets.get(key).size());
        }
        for (int some = 1; some < 1 << KEYS; some += 1 + random.nextInt(9)) {
            int mask = some;
            int[] keys = IntStream.range(0, KEYS)
                    .filter(key -> (mask >> key & 1) != 0)
                    .toArray();
            TreeSet<Integer> both = new TreeSet<>(sets.get(keys[0]));
            IntStream.of(keys).forEach(key -> both.retainAll(sets.get(key)));
            assertThat(common(postings, keys)).containsExactlyElementsOf(both);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, KEYS, 1_000})
    void hasNothingUnderAKeyNobodyToldOf(int key) {
        Postings postings = new Postings();
        postings.add(0, 7);
        postings.add(2, 7);

        assertThat(postings.count(key)).isZero();
        assertThat(postings.cursor(key).next()).isFalse();
        assertThat(Postings.common(postings.cursor(0), postings.cursor(key)).next())
                .isFalse();
        assertThat(Postings.common(postings.cursor(0), postings.cursor(1)).next())
                .isFalse();
        assertThat(Postings.common(postings.cursor(0), postings.cursor(2)).next())
                .isTrue();
    }

    private static List<Integer> common(Postings postings, int[] keys) {
        Postings.Common common =
                Postings.common(IntStream.of(keys).mapToObj(postings::cursor).toArray(Postings.Cursor[]::new));
        List<Integer> records = new ArrayList<>();
        while (common.next()) {
            records.add(common.record());
        }
        return records;
    }

    private static int[] toArray(SortedSet<Integer> records) {
        return records.stream().mapToInt(Integer::intValue).toArray();
    }
}
