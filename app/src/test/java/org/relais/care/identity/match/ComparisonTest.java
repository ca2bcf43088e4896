package org.relais.care.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How two values agree, field by field. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "JOSEPH, JOSEPH, SAME",
        "JOSEPH, JOSEHP, CLOSE",
        "GAUTHIER, GOTIER, CLOSE",
        "RENAUD, RENEAU, CLOSE",
        "LEFEVRE, LEFEBVRE, CLOSE",
        "FILIPPE, PHILIPPE, CLOSE",
        "JEAN PIERRE, JEANPIERRE, CLOSE",
        "BERTRAND JOSEPH, JOSEPH BERTRAND, CLOSE",
        "JOSEPH MONROSE, MONROSE, PART",
        "JOSEPH MONROSE, JOSEPH, CUT",
        "MARIE ANNE SOPHIE, MARIE, CUT",
        "J, JOSEPH, PART",
        "DE SOUZA, DE MONTAIGNE, DIFFERENT",
        "MARTIN, DURAND, DIFFERENT",
        "'', DURAND, MISSING"
    })
    void namesAgreeAsFarAsTheyAreHeardOrMistyped(String one, String two, Level level) {
        assertThat(NameComparison.level(one, two)).isEqualTo(level);
        assertThat(NameComparison.level(two, one)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "GAUTIER, GAUTHIER",
        "GAUTIER, GOTIER",
        "RENAULT, RENO",
        "DUPONT, DUPOND",
        "BEAUMONT, BOMON",
        "MARIE, MARI",
        "CHRISTINE, KRISTINE",
        "SYLVAIN, SILVIN",
        "JEROME, GEROME",
        "LUCETTE, LUSSETE",
        "SERGE, CERGE",
        "BELLANCE, BELANSE",
        "LAGUERRE, LAGUERE"
    })
    void oneSoundHasOneKey(String one, String two) {
        assertThat(FrenchSound.key(one)).isEqualTo(FrenchSound.key(two));
    }

    @ParameterizedTest
    @CsvSource({"MARTIN, MORTIN", "JEAN, JEANNE", "RENE, ROSE", "LOUIS, LOUISE", "BASTIEN, BASTIENNE", "ALAIN, HELENE"})
    void otherSoundsHaveOtherKeys(String one, String two) {
        assertThat(FrenchSound.key(one)).isNotEqualTo(FrenchSound.key(two));
    }

    @ParameterizedTest
    @CsvSource({
        "19611225, 19611225, SAME",
        "19610512, 19611205, SWAPPED",
        "19611225, 19621225, CLOSE",
        "19611225, 19161225, CLOSE",
        "19611225, 19611207, CLOSE",
        "19611225, 19741225, NEAR",
        "19611225, 19480725, DIFFERENT",
        "19610000, 19611225, PART",
        "19621200, 19611225, DIFFERENT",
        "19451331, 19451331, SAME",
        "0, 19611225, MISSING"
    })
    void datesAgreeByParts(int one, int two, Level level) {
        assertThat(DateComparison.level(one, two)).isEqualTo(level);
        assertThat(DateComparison.level(two, one)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "'12, rue des Flamboyants', '12 RUE DES FLAMBOYANTS', SAME",
        "'12 av. des Flamboyants', '12 AV DES FLAMBOYENTS', CLOSE",
        "'12 rue des Flamboyants', '14 rue des Flamboyants', PART",
        "'Quartier Bellevue', '3 rue Lamartine', DIFFERENT"
    })
    void aNeighbourIsNotTheSameAddress(String one, String two, Level level) {
        assertThat(AddressComparison.level(AddressComparison.fold(one), AddressComparison.fold(two)))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "0696123456, +596 696 12 34 56, SAME",
        "0696123456, 0696123465, CLOSE",
        "0696123456, 0696999456, DIFFERENT"
    })
    void phonesAreReadToTheirLastNineDigits(String one, String two, Level level) {
        assertThat(NumberComparison.level(Traits.phone(one), Traits.phone(two))).isEqualTo(level);
    }

    @Test
    void surnameAndGivenNameMayStandInEachOthersPlace() {
        Comparison swapped = Comparison.of(
                Traits.builder().surname("Joseph").givenNames("Marie-Ange").build(),
                Traits.builder().surname("Marie Ange").givenNames("JOSEPH").build());
        assertThat(swapped.level(Field.NAME_ORDER)).isEqualTo(Level.SWAPPED);
        assertThat(swapped.level(Field.SURNAME)).isEqualTo(Level.SAME);
        assertThat(swapped.level(Field.GIVEN_NAME)).isEqualTo(Level.SAME);
    }

    @Test
    void theUsedNameStandsForTheBirthName() {
        Comparison married = Comparison.of(
                Traits.builder()
                        .surname("Monrose")
                        .usedSurname("Joseph")
                        .givenNames("Line")
                        .build(),
                Traits.builder().surname("Joseph").givenNames("Line").build());
        assertThat(married.level(Field.SURNAME)).isEqualTo(Level.SAME);
        assertThat(married.surname()).isEqualTo("JOSEPH");
    }

    @Test
    void aHugeValueIsCutAndCompared() {
        String huge = "A".repeat(1_000_000);
        Traits one = Traits.builder()
                .surname(huge)
                .address(huge)
                .identifier(huge)
                .phone("1".repeat(1_000_000))
                .build();
        assertThat(one.surname()).hasSizeLessThanOrEqualTo(200);
        assertThat(Comparison.of(one, one).level(Field.SURNAME)).isEqualTo(Level.SAME);
    }

    @Test
    void theNationalNumbersOfTwinsAreTwoNumbers() {
        assertThat(NumberComparison.level("258069720911086", "258069720911185")).isEqualTo(Level.NEAR);
        assertThat(NumberComparison.ofPersons("258069720911086", "258069720911185"))
                .isEqualTo(Level.DIFFERENT);
        assertThat(NumberComparison.ofPersons("258069720911086", "258069720911186"))
                .isEqualTo(Level.CLOSE);
    }
}
