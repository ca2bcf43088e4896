package org.relais.care.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rare name says more than a common one, and a small hospital does not make every name rare or common. */
class NameFrequenciesTest {
    private static final int PEOPLE = 100_000;
    private static final Map<String, Integer> BEARING = Map.of("MARIE", 900, "ZAMIRE", 2, "LUCE", 300);

    private static NameFrequencies of(int people) {
        return new NameFrequencies(people, name -> BEARING.getOrDefault(name, 0), _ -> 4);
    }

    private static double bits(NameFrequencies frequencies, String surname) {
        Traits one = Traits.builder()
                .surname(surname)
                .givenNames("Luce")
                .birthDate(19900203)
                .build();
        return new Scorer(Weights.french(PEOPLE), frequencies)
                .score(one, one).parts().stream()
                        .filter(part -> part.field() == Field.SURNAME)
                        .findFirst()
                        .orElseThrow()
                        .bits();
    }

    @Test
    void aRareNameSaysMore() {
        double rare = bits(of(PEOPLE), "Zamire");
        double common = bits(of(PEOPLE), "Marie");
        assertThat(rare - common).isGreaterThan(8);
        assertThat(common).isCloseTo(Math.log(.9 / .009) / Math.log(2), within(.2));
    }

    @Test
    void aSmallHospitalSaysAsMuchAsFrenchNamesOnTheWhole() {
        assertThat(of(40).of(Field.SURNAME, "ZAMIRE")).isBetween(.001, .002);
        assertThat(of(PEOPLE).of(Field.SURNAME, "ZAMIRE")).isLessThan(.00003);
        assertThat(of(PEOPLE).of(Field.BIRTH_DATE, "19900203")).isCloseTo(3.0 / PEOPLE, within(1e-5));
        assertThat(of(PEOPLE).of(Field.PHONE, "696123456")).isNaN();
    }
}
