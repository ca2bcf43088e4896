package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.care.ClinicalFact;
import org.relais.journal.Entry;
import org.relais.testkit.Site;
import org.relais.testkit.Stories;

final class ChartsDuplicateTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aMessageSentTwiceGivesTheSameCharts(long seed) {
        Random random = new Random(seed);
        Site once = new Site();
        Site twice = new Site();
        for (List<ClinicalFact> message : Stories.of(seed, 200)) {
            ClinicalFact[] facts = message.toArray(ClinicalFact[]::new);
            once.adt(facts);
            Entry sent = twice.adt(facts);
            if (random.nextBoolean()) {
                twice.patients.apply(twice.said.again(sent));
            }
        }
        assertThat(charts(twice)).isEqualTo(charts(once));
        assertThat(charts(once)).isEqualTo(charts(once));
    }

    /** Every chart as text, without the places in the journal, which do differ. */
    private static List<String> charts(Site site) {
        Charts charts = new Charts(TestCharts.sources(site), site.said::entries, ChartsDuplicateTest::unlocked);
        return IntStream.range(100, 108)
                .mapToObj(number -> site.patients.byIdentifier(String.valueOf(number)))
                .flatMap(List::stream)
                .map(patient -> charts.chart(patient.id(), Instant.parse("2026-11-23T07:00:00Z"))
                        .orElseThrow()
                        .toString())
                .map(chart -> chart.replaceAll("Source\\[[^]]*]", "")
                        .replaceAll("lastEntry=\\d+", "")
                        .replaceAll("lastHeardAt=[^]]*", ""))
                .toList();
    }

    private static <T> T unlocked(Supplier<T> question) {
        return question.get();
    }
}
