package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.identity.search.Clue;
import org.relais.care.identity.search.How;
import org.relais.care.identity.search.Part;
import org.relais.testkit.Person;
import org.relais.testkit.Site;

final class SearchTest {
    private final Site site = new Site();
    private final Person josephMonrose = Person.of("8001234", "JOSEPH-MONROSE", "Marie-Élise", "1961-12-25")
            .used("SAINTE-ROSE")
            .number("INS", "INS", "261129720912345");
    private final Person joseph = Person.of("8001235", "JOSEPH", "Élie", "1990-02-01");
    private final Person dabadie = Person.of("12345678", "D'ABADIE", "Cœline", "1925-12-25");

    @BeforeEach
    void admit() {
        site.adt(josephMonrose.identity(), josephMonrose.admitted("1", "MAT/12/A", "2026-11-22T10:00"));
        site.adt(joseph.identity());
        site.adt(dabadie.identity(), dabadie.admitted("2", "MED/1/B", "2026-11-22T11:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    joseph                      | 8001234 8001235
                    JOS                         | 8001234 8001235
                    monrose                     | 8001234
                    joseph monrose              | 8001234
                    monrose joseph              | 8001234
                    joseph-m                    | 8001234
                    josephmonrose               | 8001234
                    sainte rose                 | 8001234
                    marie elise                 | 8001234
                    élise                       | 8001234
                    elie                        | 8001235
                    jos 25121961                | 8001234
                    jos 25/12/61                | 8001234
                    jos 25.12.1961              | 8001234
                    25 12 1961                  | 8001234
                    25 12 1961 jos              | 8001234
                    jos 25 déc 1961             | 8001234
                    1961-12-25 rose             | 8001234
                    jos 1961                    | 8001234
                    25/12/25                    | 12345678
                    dabadie                     | 12345678
                    d'abadie                    | 12345678
                    coeline                     | 12345678
                    CŒLINE                      | 12345678
                    8001234                     | 8001234
                    800 12 34                   | 8001234
                    12 345 678                  | 12345678
                    2 61 12 97 209 123 45       | 8001234
                    V8001234                    | 8001234
                    joseph 8001235              | 8001235
                    joseph dabadie              |
                    zzz                         |
                    800123                      |
                    joseph 12/12/1925           |
                    """)
    void findsByEveryWordInAnyOrder(String text, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
        assertThat(found(text)).startsWith(wanted.toArray(String[]::new));
        assertThat(found(text).isEmpty()).isEqualTo(wanted.isEmpty());
    }

    @Test
    void saysNothingWhenNothingIsAsked() {
        assertThat(site.patients.find("   ", 10)).isEmpty();
        assertThat(site.patients.find("-", 10)).isEmpty();
    }

    @Test
    void marksWholeMatchesExactAndSortsThemFirst() {
        List<Hit> hits = site.patients.find("JOSEPH", 10);
        assertThat(hits).extracting(Hit::exact).containsExactly(true, true);
        assertThat(site.patients.find("JOSE", 10)).extracting(Hit::exact).containsExactly(false, false);
        assertThat(site.patients.find("JOSEPH", 1)).hasSize(1);
    }

    /** Where the first piece of the given names has no letter, the first word of them is still the first given name. */
    @Test
    void flagsHomonymsHoweverTheirGivenNamesAreWritten() {
        for (String given : List.of("- Luce", "\u00A0 Luce Anne", "... Luce-Anne")) {
            site.adt(Person.of("81" + given.length(), "ZAMIRE", given, "19" + (50 + given.length()) + "-01-01")
                    .identity());
        }
        assertThat(site.patients.find("zamire", 10)).hasSize(3).allMatch(Hit::homonym);
    }

    @Test
    void flagsHomonyms() {
        Person twin = Person.of("8009999", "JOSEPH", "Élie Jean", "2001-01-01");
        site.adt(twin.identity());
        assertThat(site.patients.find("joseph elie", 2)).allMatch(Hit::exact).allMatch(Hit::homonym);
        assertThat(site.patients.homonyms(site.patient(joseph).id()))
                .extracting(one -> one.patient().id(), Lookalike::why)
                .containsExactly(tuple(site.patient(twin).id(), Resemblance.HOMONYM));
        assertThat(site.patients.find("dabadie", 10)).noneMatch(Hit::homonym);
    }

    @Test
    void forgetsAFormerNameAndKeepsAFormerNumber() {
        Person renamed = Person.of("8001235", "LAURENT", "Élie", "1990-02-01");
        site.adt(renamed.identity());
        assertThat(whole("joseph elie")).isEmpty();
        assertThat(found("joseph 01/02/1990")).isEmpty();
        assertThat(found("laurent")).containsExactly("8001235");
        Person rescanned = Person.of("8001234", "JOSEPH-MONROSE", "Marie-Élise", "1961-12-25")
                .number("INS", "INS", "261129720999999");
        site.adt(rescanned.identity());
        assertThat(found("261129720912345")).containsExactly("8001234");
        assertThat(site.patient(josephMonrose).aliases()).extracting("value").contains("261129720912345");
    }

    @Test
    void aResultNeverWipesOutTheBirthName() {
        site.message(
                "ORU^R01", Person.of("8001234", "STE ROSE", "M", "1961-12-25").identity());
        assertThat(site.patient(josephMonrose).birthName().family()).isEqualTo("JOSEPH-MONROSE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jospeh monrose              | LETTER WHOLE           | a slip in one part of the surname
                    josef monroze               | SOUND SOUND            | spelt by ear
                    siante rose                 | LETTER WHOLE           | a slip in the used name
                    elise joseph                | WHOLE WHOLE            | given name before surname
                    joseph 26/12/1961           | WHOLE ONE_PART         | another day
                    joseph 25/11/1961           | WHOLE ONE_PART         | another month
                    joseph 25/12/1916           | WHOLE ONE_PART         | another year
                    monrose dupont 25121961     | WHOLE NONE WHOLE       | a name that is not known
                    monroze 25121961            | SOUND WHOLE            | by ear, with the birth date
                    montroze 25121961           | ALIKE WHOLE            | more than one letter, with the birth date
                    josephmonrose marieelise    | WHOLE WHOLE            | run together
                    """)
    void forgivesASlipAndSaysWhichOne(String text, String hows, String why) {
        Hit hit = site.patients.find(text, 10).getFirst();
        assertThat(hit.patient().identifiers().getFirst().value()).as(why).isEqualTo("8001234");
        assertThat(hit.clues()).as(why).extracting(clue -> clue.how().name()).containsExactly(hows.split(" "));
    }

    @Test
    void exchangesDayAndMonth() {
        assertThat(site.patients.find("joseph 02/01/1990", 10).getFirst().clues())
                .containsExactly(
                        new Clue(Part.BIRTH_NAME, How.WHOLE, "JOSEPH", "JOSEPH"),
                        new Clue(Part.BIRTH_DATE, How.SWAPPED, "19900102", "19900201"));
    }

    @Test
    void neverForgivesTwoThingsAtOnceInADate() {
        assertThat(found("joseph 26/11/1961")).isEmpty();
        assertThat(found("jos 26/12/1961")).isEmpty();
    }

    @Test
    void flagsTwinsAndThoseBornTheSameDay() {
        Person first = Person.of("8002001", "ZOBDA", "Anaïs", "2026-11-20").childOf("8001234");
        Person second = Person.of("8002002", "ZOBDA", "Elsa", "2026-11-20").childOf("8001234");
        Person other = Person.of("8002003", "ZOBDA", "Noa", "2026-11-20");
        site.adt(first.identity());
        site.adt(second.identity());
        site.adt(other.identity());
        assertThat(site.patients.homonyms(site.patient(first).id()))
                .extracting(one -> one.patient().id(), Lookalike::why)
                .containsExactly(
                        tuple(site.patient(second).id(), Resemblance.TWIN),
                        tuple(site.patient(other).id(), Resemblance.SAME_DAY));
    }

    private List<String> whole(String text) {
        return site.patients.find(text, 10).stream()
                .filter(Hit::exact)
                .map(hit -> hit.patient().identifiers().getFirst().value())
                .toList();
    }

    private List<String> found(String text) {
        return site.patients.find(text, 10).stream()
                .map(hit -> hit.patient().identifiers().getFirst().value())
                .toList();
    }
}
