package org.relais.care.identity.rniv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.kernel.Outcome;

/** NIR, SINUS, birthplaces and code-names. */
class NumbersOfPeopleTest {
    @ParameterizedTest
    @ValueSource(strings = {"279035121518989", "180127512345642", "2 79 03 51 215 189 89"})
    void readsANirWhoseKeyIsRight(String text) {
        assertThat(Nir.read(text)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void readsANirOfCorsica() {
        for (String department : new String[] {"2A", "2B"}) {
            String stem = "16501" + department + "004123";
            String whole = stem + "%02d".formatted(Nir.key(stem));
            assertThat(Nir.read(whole)).isEqualTo(Outcome.done(new Nir(whole)));
        }
        assertThat(Nir.key("165012A004123")).isEqualTo(97 - (int) (1650119004123L % 97));
        assertThat(Nir.key("165012B004123")).isEqualTo(97 - (int) (1650118004123L % 97));
    }

    @ParameterizedTest
    @ValueSource(strings = {"279035121518988", "27903512151898", "979035121518989", "2790351215189AB", ""})
    void refusesANirThatIsNone(String text) {
        assertThat(Nir.read(text)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"97209", "2A004", "99109", "99999", "75 056"})
    void readsABirthplace(String text) {
        assertThat(Birthplace.read(text)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9720", "00123", "2C004", "FORT-DE-FRANCE", ""})
    void refusesABirthplaceThatIsNoCode(String text) {
        assertThat(Birthplace.read(text)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aSinusNumberIsAnAliasWhoseInsideMeansNothing() {
        assertThat(Sinus.read("7a 12-0045").orThrow().identifier().value()).isEqualTo("7A12-0045");
        assertThat(Sinus.read("?!")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aThousandUnknownsHaveAThousandNamesWithoutDigit() {
        Random random = new Random(8);
        Set<CodeName> taken = new HashSet<>();
        for (int at = 0; at < 1000; at++) {
            CodeName name = CodeName.free(taken::contains, random);
            assertThat(taken.add(name)).isTrue();
            assertThat(name.toString()).matches("INCONNU-[A-Z]+ [A-Z ]+").doesNotContain("-" + name.given() + " ");
        }
    }
}
