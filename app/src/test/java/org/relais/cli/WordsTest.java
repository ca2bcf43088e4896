package org.relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Source;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;

class WordsTest {
    private static final String THIN = "\u202F";

    @ParameterizedTest
    @CsvSource({
        "FR, 0, 0 message en quarantaine.",
        "FR, 1, 1 message en quarantaine.",
        "FR, 2, 2 messages en quarantaine.",
        "FR, 12345, 12~345 messages en quarantaine.",
        "EN, 0, 0 messages in quarantine.",
        "EN, 1, 1 message in quarantine.",
        "EN, 2, 2 messages in quarantine.",
        "EN, 12345, 12~345 messages in quarantine."
    })
    void oneAndManyAreToldApartAndThousandsToo(Language language, int count, String text) {
        assertThat(Words.in(language).get("quarantine.count", count)).isEqualTo(text.replace("~", THIN));
    }

    /** A number inside its own choice; a name with a brace in it stays as it is. */
    @Test
    void everyNumberOfATextIsWrittenAlike() {
        Texts words = Words.in(Language.FR);
        assertThat(words.get("import.done", 1, 12345, 1, 2000, 0))
                .isEqualTo("1 fichier, 12" + THIN + "345 messages : 1 gardé (dont 0 en quarantaine), 2" + THIN
                        + "000 doublons.");
        assertThat(words.get("export.done", 2, "{0} d'ici")).isEqualTo("2 messages écrits dans {0} d'ici.");
    }

    @ParameterizedTest
    @CsvSource({
        "FR, H, F, haut",
        "FR, LL, F, très bas",
        "FR, H, P, haut · provisoire",
        "EN, L, F, low",
        "EN, AA, C, very abnormal · corrected",
        "EN, N, F, ''",
        "EN, XYZ, F, XYZ"
    })
    void aLaboratorysFlagIsToldAsOnTheChartsPage(Language language, String flag, String status, String said) {
        Chart.Value value = new Chart.Value(
                "3.1",
                "mmol/L",
                "",
                flag,
                status,
                false,
                "",
                null,
                new Source("labo", 1, "", Instant.EPOCH),
                Freshness.CURRENT);
        assertThat(value.said(Words.in(language))).isEqualTo(said);
    }
}
