package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;

class MomentsTest {
    private final Moments french = Kit.of(Samples.stamp(Language.FR)).moments();
    private final Moments english = Kit.of(Samples.stamp(Language.EN)).moments();

    @Test
    void agesNewbornsInHoursThenDaysThenMonthsThenYears() {
        assertThat(age("2026-11-24T03:10", Precision.MINUTE)).isEqualTo("2 h");
        assertThat(age("2026-11-22T00:10", Precision.MINUTE)).isEqualTo("53 h");
        assertThat(age("2026-11-24T00:00", Precision.DAY)).isEqualTo("0 jour");
        assertThat(age("2026-11-12T00:00", Precision.DAY)).isEqualTo("12 jours");
        assertThat(age("2025-06-01T00:00", Precision.DAY)).isEqualTo("17 mois");
        assertThat(age("1961-12-25T00:00", Precision.DAY)).isEqualTo("64 ans");
        assertThat(age("1961-01-01T00:00", Precision.YEAR)).isEqualTo("environ 65 ans");
    }

    @Test
    void reckonsDataFromTheCutOnceThereIsOne() {
        assertThat(plain(french.age(Samples.at("2026-11-23T12:14")))).isEqualTo("14 h avant la coupure");
        assertThat(plain(french.age(Samples.at("2026-11-24T04:20"))))
                .isEqualTo("il y a 66 min".replace("66 min", "1 h"));
        assertThat(plain(english.age(Samples.day("2026-11-20")))).isEqualTo("4 d before the cut");
        assertThat(plain(french.age(Samples.day("2011-05-14")))).isEqualTo("15 ans avant la coupure");
        Moments calm =
                Kit.of(Samples.stamp(Mode.REAL, Language.EN, CrisisState.WATCH)).moments();
        assertThat(plain(calm.age(Samples.at("2026-11-24T05:00")))).isEqualTo("26 min ago");
        assertThat(plain(calm.age(Samples.at("2026-11-24T06:00")))).isEqualTo("date ahead");
    }

    @Test
    void saysNoMoreThanWasSaid() {
        assertThat(french.at(new PartialTime(LocalDateTime.parse("2019-03-01T00:00"), Precision.MONTH, null)))
                .isEqualTo("03/2019");
        assertThat(plain(english.at(Samples.day("2026-09-03")))).isEqualTo("3 Sep 2026");
    }

    private String age(String birth, Precision precision) {
        return plain(french.ageOf(new PartialTime(LocalDateTime.parse(birth), precision, null), null));
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
