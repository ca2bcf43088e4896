package org.relais.care.identity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A homonym who is left out would be a band on the wrong wrist: whatever happens, two are never taken for one. */
class BearersTest {
    private static final int WORDS = 40;
    private static final int RECORDS = 1_500;

    private static int cell(int word, Part part) {
        return word << 4 | part.place;
    }

    private static int[] someone(Random random) {
        List<Integer> cells = new ArrayList<>();
        for (int surname = 0; surname <= random.nextInt(3); surname++) {
            cells.add(cell(random.nextInt(WORDS), surname == 0 ? Part.BIRTH_NAME : Part.USED_NAME));
        }
        cells.add(cell(random.nextInt(WORDS), Part.FIRST_GIVEN));
        cells.add(cell(random.nextInt(WORDS), Part.GIVEN));
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean has(int[] row, int surname, int given) {
        return IntStream.of(row)
                        .anyMatch(cell -> Tables.word(cell) == surname
                                && Tables.part(cell).isSurname())
                && IntStream.of(row).anyMatch(cell -> cell == cell(given, Part.FIRST_GIVEN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoAreNeverTakenForOne(long seed) {
        Random random = new Random(seed);
        Bearers bearers = new Bearers();
        List<int[]> rows = new ArrayList<>();
        for (int turn = 0; turn < RECORDS; turn++) {
            boolean changed = !rows.isEmpty() && random.nextInt(4) == 0;
            int record = changed ? random.nextInt(rows.size()) : rows.size();
            int[] old = changed ? rows.get(record) : new int[0];
            int[] now = someone(random);
            if (changed) {
                rows.set(record, now);
            } else {
                rows.add(now);
            }
            bearers.ensure(rows.size(), rows::get);
            bearers.add(now, old);
        }
        Bearers loaded = new Bearers();
        loaded.take(rows.size(), rows::get);
        Set<Boolean> said = new HashSet<>();
        for (int surname = 0; surname < WORDS; surname++) {
            for (int given = 0; given < WORDS; given++) {
                int wanted = surname;
                int first = given;
                if (rows.stream().filter(row -> has(row, wanted, first)).count() > 1) {
                    assertThat(bearers.areSeveral(surname, given)).isTrue();
                    assertThat(loaded.areSeveral(surname, given)).isTrue();
                }
                said.add(loaded.areSeveral(surname, given));
            }
        }
        assertThat(said).as("it tells some apart").hasSize(2);
    }
}
