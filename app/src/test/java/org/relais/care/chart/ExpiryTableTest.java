package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.wards.WardKind;
import org.relais.kernel.PartialTime;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

final class ExpiryTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final ExpiryTable table = ExpiryTable.defaults();

    @ParameterizedTest
    @CsvSource({
        "2823-3,  INTENSIVE_CARE, 1980-01-01, 5,   CURRENT",
        "2823-3,  INTENSIVE_CARE, 1980-01-01, 7,   RECHECK",
        "2823-3,  DIALYSIS,       1980-01-01, 7,   RECHECK",
        "2823-3,  MEDICINE,       1980-01-01, 7,   CURRENT",
        "2823-3,  MEDICINE,       1980-01-01, 25,  RECHECK",
        "718-7,   INTENSIVE_CARE, 1980-01-01, 7,   RECHECK",
        "777-3,   UNKNOWN,        1980-01-01, 23,  CURRENT",
        "6301-6,  SURGERY,        1980-01-01, 25,  RECHECK",
        "2345-7,  MEDICINE,       1980-01-01, 3,   CURRENT",
        "2345-7,  MEDICINE,       1980-01-01, 5,   RECHECK",
        "14682-9, MEDICINE,       1980-01-01, 47,  CURRENT",
        "14682-9, MEDICINE,       1980-01-01, 49,  RECHECK",
        "29463-7, MEDICINE,       1980-01-01, 700, CURRENT",
        "29463-7, MEDICINE,       1980-01-01, 721, RECHECK",
        "29463-7, MATERNITY,      1990-01-01, 160, CURRENT",
        "29463-7, MATERNITY,      1990-01-01, 170, RECHECK",
        "29463-7, MATERNITY,      2026-11-20, 25,  RECHECK",
        "29463-7, PAEDIATRICS,    2018-01-01, 170, RECHECK",
        "29463-7, NEONATOLOGY,    2026-08-01, 25,  RECHECK",
        "29463-7, INTENSIVE_CARE, 1980-01-01, 25,  RECHECK",
        "39789-3, MEDICINE,       1980-01-01, 25,  RECHECK",
        "883-9,   SURGERY,        1980-01-01, 0,   RECHECK",
        "890-4,   SURGERY,        1980-01-01, 71,  CURRENT",
        "890-4,   SURGERY,        1980-01-01, 73,  RECHECK",
        "882-1,   SURGERY,        1980-01-01, 0,   RECHECK",
        "10331-7, SURGERY,        1980-01-01, 0,   RECHECK",
        "9999-9,  SURGERY,        1980-01-01, 900, CURRENT",
    })
    void eachDatumLastsAsLongAsItsMeaning(String code, WardKind ward, String birth, int hours, Freshness expected) {
        ExpiryTable.Context context = new ExpiryTable.Context(NOW, Site.ZONE, ward, Said.day(birth), null);
        PartialTime taken = new PartialTime(
                LocalDateTime.ofInstant(NOW.minusSeconds(3600L * hours), Site.ZONE),
                PartialTime.Precision.SECOND,
                null);
        assertThat(table.observation(new Coded(code, "", "LN"), taken, context)).isEqualTo(expected);
    }

    @Test
    void anAllergyStandsAndItsAbsenceNever() {
        ExpiryTable.Context context = new ExpiryTable.Context(NOW, Site.ZONE, WardKind.UNKNOWN, null, null);
        assertThat(table.allergy(false, context)).isEqualTo(Freshness.CURRENT);
        assertThat(table.allergy(true, context)).isEqualTo(Freshness.RECHECK);
    }

    @ParameterizedTest
    @CsvSource({
        // hours from the statement to the cut, from the cut to now
        "2000, 0,  CURRENT",
        "2000, 11, CURRENT",
        "2000, 13, RECHECK",
        "1,    11, CURRENT",
        "-5,   13, CURRENT",
        "-5,   18, RECHECK",
    })
    void limitsOfCareAreConfirmedTwelveHoursAfterTheCut(int beforeCut, int sinceCut, Freshness expected) {
        Instant cut = NOW.minusSeconds(3600L * sinceCut);
        ExpiryTable.Context context = new ExpiryTable.Context(NOW, Site.ZONE, WardKind.MEDICINE, null, cut);
        PartialTime stated = new PartialTime(
                LocalDateTime.ofInstant(cut.minusSeconds(3600L * beforeCut), Site.ZONE),
                PartialTime.Precision.SECOND,
                null);
        assertThat(table.alert(AlertKind.LIMITS_OF_CARE, stated, context)).isEqualTo(expected);
        assertThat(table.alert(AlertKind.ISOLATION, stated, context)).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void limitsOfCareStandWhileAllIsWellButNeverWithoutTheirDate() {
        ExpiryTable.Context context = new ExpiryTable.Context(NOW, Site.ZONE, WardKind.MEDICINE, null, null);
        assertThat(table.alert(AlertKind.LIMITS_OF_CARE, Said.day("2026-01-01"), context))
                .isEqualTo(Freshness.CURRENT);
        assertThat(table.alert(AlertKind.LIMITS_OF_CARE, null, context)).isEqualTo(Freshness.RECHECK);
    }

    @Test
    void whatHasNoTimeOrComesFromTheFutureIsChecked() {
        ExpiryTable.Context context = new ExpiryTable.Context(NOW, Site.ZONE, WardKind.UNKNOWN, null, null);
        Coded anything = new Coded("X1", "", "L");
        assertThat(table.observation(anything, null, context)).isEqualTo(Freshness.RECHECK);
        assertThat(table.observation(anything, Said.day("2026-11-25"), context)).isEqualTo(Freshness.RECHECK);
        assertThat(table.observation(anything, Said.day("2026-11-22"), context)).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void refusesALineItDoesNotUnderstand() {
        assertThatIllegalArgumentException().isThrownBy(() -> ExpiryTable.read("k;2823-3;moon=full;PT1H;x"));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpiryTable.read("k;2823-3;ward=MOON;PT1H;x"));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpiryTable.read("k;2823-3"));
    }
}
