package org.relais.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;
import org.relais.kernel.Texts;
import org.relais.web.Scenes;

class ShowTest {
    private static final Instant NOW = Scenes.NOW;

    private static Show show(Language language, @Nullable Instant cut) {
        return new Show(language, Scenes.ZONE, NOW, cut);
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }

    @Test
    void writesDatesDayFirstInBothLanguages() {
        Instant at = Instant.parse("2026-09-04T18:05:00Z");
        assertThat(show(Language.FR, null).dateTime(at)).isEqualTo("04/09/2026 14:05");
        assertThat(show(Language.EN, null).dateTime(at)).isEqualTo("4 Sep 2026 14:05");
        assertThat(show(Language.FR, null).timeToTheSecond(at)).isEqualTo("14:05:00");
    }

    @Test
    void countsAgesBackFromTheCutOnceThereIsOne() {
        Instant early = Scenes.CUT.minus(Duration.ofHours(14));
        assertThat(plain(show(Language.FR, Scenes.CUT).age(early))).isEqualTo("14 h avant la coupure");
        assertThat(plain(show(Language.EN, Scenes.CUT).age(early))).isEqualTo("14 h before the cut");
        assertThat(plain(show(Language.FR, Scenes.CUT).age(NOW.minusSeconds(660))))
                .isEqualTo("il y a 11 min");
    }

    @Test
    void countsAgesBackFromNowWhileAllIsWell() {
        Show french = show(Language.FR, null);
        assertThat(french.age(NOW.minusSeconds(20))).isEqualTo("à l'instant");
        assertThat(plain(french.age(NOW.minus(Duration.ofHours(14))))).isEqualTo("il y a 14 h");
        assertThat(plain(french.age(NOW.minus(Duration.ofDays(12))))).isEqualTo("il y a 12 j");
        assertThat(plain(french.age(NOW.minus(Duration.ofDays(800))))).isEqualTo("il y a 2 ans");
        assertThat(plain(show(Language.EN, null).age(NOW.minus(Duration.ofDays(100)))))
                .isEqualTo("3 months ago");
    }

    @Test
    void showsNoMorePrecisionThanWasSaid() {
        LocalDateTime said = LocalDateTime.of(1961, 12, 1, 0, 0);
        Show french = show(Language.FR, null);
        assertThat(french.partial(new PartialTime(said, Precision.YEAR, null))).isEqualTo("1961");
        assertThat(french.partial(new PartialTime(said, Precision.MONTH, null))).isEqualTo("12/1961");
        assertThat(show(Language.EN, null).partial(new PartialTime(said, Precision.MONTH, null)))
                .isEqualTo("Dec 1961");
        assertThat(plain(french.moment(new PartialTime(said, Precision.YEAR, null))
                        .age()))
                .isEqualTo("il y a 65 ans");
    }

    @Test
    void givesAgesInHoursThenDaysForTheNewborn() {
        Show french = show(Language.FR, null);
        assertThat(plain(french.patientAge(Scenes.before(Duration.ofHours(5))))).isEqualTo("5 h");
        assertThat(plain(french.patientAge(PartialTime.ofDay(LocalDate.of(2026, 11, 23)))))
                .isEqualTo("1 j");
        assertThat(plain(french.patientAge(PartialTime.ofDay(LocalDate.of(2026, 11, 4)))))
                .isEqualTo("20 j");
        assertThat(plain(french.patientAge(PartialTime.ofDay(LocalDate.of(2025, 11, 4)))))
                .isEqualTo("12 mois");
        assertThat(plain(french.patientAge(PartialTime.ofDay(LocalDate.of(1961, 12, 25)))))
                .isEqualTo("64 ans");
        assertThat(plain(show(Language.EN, null).patientAge(PartialTime.ofDay(LocalDate.of(1961, 11, 24)))))
                .isEqualTo("65 years");
    }

    @Test
    void separatesThousandsByANarrowNoBreakSpaceInBothLanguages() {
        assertThat(show(Language.FR, null).count(12345)).isEqualTo("12\u202F345");
        assertThat(show(Language.EN, null).count(1234567)).isEqualTo("1\u202F234\u202F567");
        assertThat(show(Language.EN, null).count(999)).isEqualTo("999");
    }

    @Test
    void turnsOnlyADecimalPointIntoAComma() {
        Show french = show(Language.FR, null);
        assertThat(french.value("3.10")).isEqualTo("3,10");
        assertThat(french.value("<0.1")).isEqualTo("<0,1");
        assertThat(french.value("3.5 - 5.1")).isEqualTo("3,5 - 5,1");
        assertThat(french.value("O RhD neg. 1.2.3")).isEqualTo("O RhD neg. 1.2.3");
        assertThat(show(Language.EN, null).value("3.10")).isEqualTo("3.10");
    }

    @Test
    void saysHowLongSinceTheCut() {
        assertThat(plain(show(Language.FR, Scenes.CUT).sinceCut(Scenes.CUT))).isEqualTo("T+3 h 12");
    }

    @Test
    void writesAUnitAsPeopleDoAndLeavesWhatIsNotOne() {
        Show french = show(Language.FR, null);
        assertThat(french.unit("Cel")).isEqualTo("°C");
        assertThat(french.unit("mm[Hg]")).isEqualTo("mmHg");
        assertThat(french.unit("umol/L")).isEqualTo("µmol/L");
        assertThat(french.unit("4000 [iU]")).isEqualTo("4000 UI");
        assertThat(show(Language.EN, null).unit("4000 [iU]")).isEqualTo("4000 IU");
        assertThat(french.unit("ug/L")).isEqualTo("ug/L");
        assertThat(french.unit("2 Celecoxib")).isEqualTo("2 Celecoxib");
    }

    @Test
    void countsInATextAsOnAPage() {
        Texts texts = Texts.of(Language.EN, "cli");
        assertThat(texts.get("verify.sound", 17471L, "ab")).contains("17\u202F471");
        assertThat(texts.get("doctor.line", 12345, "b", "c")).startsWith("12\u202F345");
    }
}
