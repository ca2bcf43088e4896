package org.relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.care.wards.Structures;
import org.relais.care.wards.Wards;
import org.relais.cli.FindCommand.Answer;
import org.relais.kernel.Dates;
import org.relais.kernel.Language;
import org.relais.testkit.Person;
import org.relais.testkit.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code find} says of an answer: who she is, and why she is one. */
final class FindCommandTest {
    private final Site site = new Site();
    private final Wards wards = new Wards(new Structures(), site.patients);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void somebodyIsKnown() {
        site.adt(Person.of("100", "ADÉLAÏDE", "Élise", "1961-12-25").identity());
        site.adt(Person.of("101", "ADÉLAÏDE", "Élise", "1970-01-02").identity());
    }

    @Test
    void theReasonsOfEachHitAreInTheJsonBesideThePatient() {
        List<Answer> found = found("adelaid elise 25/12/1962");
        assertThat(found).hasSize(1);
        console(Language.EN).json(found);
        JsonNode hit = JsonMapper.shared().readTree(out.toString(UTF_8)).get(0);
        assertThat(hit.get("birthDate").asString()).isEqualTo("1961-12-25");
        assertThat(hit.get("exact").asBoolean()).isFalse();
        assertThat(hit.get("resembles").get(0).asString()).isEqualTo("HOMONYM");
        assertThat(hit.get("reasons").toString())
                .contains("\"part\":\"BIRTH_NAME\"", "\"how\":\"BEGINNING\"", "\"asked\":\"ADELAID\"")
                .contains("\"how\":\"WHOLE\"", "\"how\":\"ONE_PART\"", "\"found\":\"19611225\"");
    }

    @Test
    void theyAreSaidInTheLanguageOfWhoeverAsks() {
        found("adelaid elise 25/12/1962").getFirst().tell(console(Language.FR), new Dates(Language.FR, ZoneOffset.UTC));
        assertThat(out.toString(UTF_8))
                .contains("nom de naissance : ADELAIDE commence par ADELAID")
                .contains("date de naissance : 25/12/1961, autre année")
                .contains("! mêmes nom et premier prénom qu'un autre patient");
    }

    private List<Answer> found(String text) {
        return site.patients.find(text, 10).stream()
                .map(hit -> Answer.of(hit, wards))
                .toList();
    }

    private Console console(Language language) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        return new Console(stream, stream, Path.of("."), language);
    }
}
