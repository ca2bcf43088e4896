package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BirthDateTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25121961",
                "251261",
                "25/12/61",
                "25.12.1961",
                "25 12 1961",
                "25-12-1961",
                "1961-12-25",
                "19611225",
                "25 déc 1961",
                "25 décembre 1961",
                "25 DEC. 1961",
                "25dec61",
                "Dec 25, 1961",
                "25 december 1961"
            })
    void readsChristmas1961InAnyUsualWriting(String text) {
        assertThat(BirthDateText.read(text, TODAY)).containsExactly(LocalDate.of(1961, 12, 25));
    }

    @Test
    void putsTheLatestCenturyFirstAndKeepsTheCentenarian() {
        assertThat(BirthDateText.read("25/12/25", TODAY))
                .containsExactly(LocalDate.of(2025, 12, 25), LocalDate.of(1925, 12, 25));
        assertThat(BirthDateText.read("25/12/26", TODAY)).containsExactly(LocalDate.of(1926, 12, 25));
        assertThat(BirthDateText.read("1er août 88", TODAY)).containsExactly(LocalDate.of(1988, 8, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/1980", "32/01/1980", "25/13/1980", "25/12/2027", "hello", "", "1234567", "12 truc 80"})
    void refusesWhatIsNoPastDay(String text) {
        assertThat(BirthDateText.read(text, TODAY)).isEmpty();
    }
}
