package org.relais.care.identity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

final class LikenessTest {
    @Test
    void whatIsPassedOverQuicklyIsNeverAlike() {
        Random random = new Random(3);
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        int alike = 0;
        for (int pair = 0; pair < 200_000; pair++) {
            String one = word(random);
            String other = random.nextBoolean() ? word(random) : one.substring(random.nextInt(2)) + word(random);
            boolean near = similarity.apply(one, other) >= 0.80;
            alike += near ? 1 : 0;
            assertThat(new Likeness(one).to(other) == How.NONE && near)
                    .as("%s %s", one, other)
                    .isFalse();
        }
        assertThat(alike).isGreaterThan(1_000);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(9); left > 0; left--) {
            word.append((char) ('A' + random.nextInt(6)));
        }
        return word.toString();
    }
}
