package org.relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.identity.match.Decision;
import org.relais.kernel.Language;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FEBRL 1 (doubles of one list) and 4 (two lists), without labels, one configuration, by the command that people use. */
class FebrlTest {
    private static final Path FEBRL =
            Path.of(System.getProperty("relais.corpora", "../../shared/corpora"), "linkage", "febrl");
    private static final Path FIELDS = Path.of("..", "bench", "febrl.json");

    @TempDir
    Path folder;

    /** What the command answers; none that it gives as sure is wrong. */
    private JsonNode linked(String... lists) throws IOException {
        assumeTrue(Files.isDirectory(FEBRL), "no FEBRL lists at " + FEBRL.toAbsolutePath() + ": not checked");
        Path pairs = folder.resolve("pairs.csv");
        List<String> words = new ArrayList<>(List.of(
                "--fields",
                FIELDS.toAbsolutePath().toString(),
                "--truth",
                "rec_id",
                "--out",
                pairs.toString(),
                "--json"));
        for (int at = 0; at < lists.length; at++) {
            words.add(at == 0 ? "--left" : "--right");
            words.add(FEBRL.resolve(lists[at]).toAbsolutePath().toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console =
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8), folder, Language.EN);
        assertThat(new CommandLine(new LinkageCommand(console)).execute(words.toArray(String[]::new)))
                .as(out.toString(UTF_8))
                .isZero();
        List<String> lines = Files.readAllLines(pairs);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            if (Double.parseDouble(cells[2]) >= Decision.SURE) {
                assertThat(person(cells[0])).as(line).isEqualTo(person(cells[1]));
            }
        }
        return JsonMapper.shared().readTree(out.toByteArray());
    }

    /** {@code rec-223-dup-0} is person 223. */
    private static String person(String id) {
        return id.split("-")[1];
    }

    @Test
    void doublesOfFebrl1AreFound() throws IOException {
        JsonNode told = linked("dataset1.csv");
        assertThat(told.get("truePairs").asInt()).isEqualTo(500);
        assertThat(told.get("f1").asDouble()).isGreaterThanOrEqualTo(.999);
    }

    @Test
    void bothListsOfFebrl4AreLinked() throws IOException {
        JsonNode told = linked("dataset4a.csv", "dataset4b.csv");
        assertThat(told.get("truePairs").asInt()).isEqualTo(5000);
        assertThat(told.get("f1").asDouble()).isGreaterThanOrEqualTo(.999);
    }
}
