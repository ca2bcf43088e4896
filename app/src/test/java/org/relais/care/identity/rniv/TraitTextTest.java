package org.relais.care.identity.rniv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/** How names are written, over a corpus of 500 that another program wrote. */
class TraitTextTest {
    private static final Path CORPUS = Path.of("src/test/resources/rniv/transcription-500.txt");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    @Test
    void everyNameOfTheCorpusIsWrittenOrRefusedAsItSays() throws IOException {
        List<String> lines = Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSize(500);
        for (String line : lines) {
            int cut = line.lastIndexOf(';');
            String typed = ESCAPE.matcher(line.substring(0, cut))
                    .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
            assertThat(said(typed)).as(line).isEqualTo(line.substring(cut + 1));
        }
    }

    private static String said(String typed) {
        return switch (TraitText.transcribed(typed)) {
            case Outcome.Done<String>(String written) -> written;
            case Outcome.Refused<String>(Problem problem) ->
                problem.messageKey().replace("refused.trait.", "!");
        };
    }
}
