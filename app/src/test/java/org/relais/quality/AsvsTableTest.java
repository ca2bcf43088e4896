package org.relais.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/security.md} answers every requirement once, and names classes that exist. */
class AsvsTableTest {
    private static final Path ROOT = Path.of(System.getProperty("relais.root", ".."));
    private static final Pattern ROW = Pattern.compile("\\| (V\\d+\\.\\d+\\.\\d+) \\| ([a-z ]+) \\| (.+) \\|");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    @Test
    void everyRequirementHasItsAnswer() throws IOException {
        List<String> wanted = Files.readAllLines(Path.of("src/test/resources/quality/asvs-5.0-l2.txt")).stream()
                .filter(line -> line.startsWith("V"))
                .toList();
        assertThat(rows()).extracting(row -> row.group(1)).containsExactlyElementsOf(wanted);
        assertThat(rows()).extracting(row -> row.group(2)).containsOnly("met", "justified", "not yet", "absent");
    }

    @Test
    void everyClassThatItNamesExists() throws IOException {
        Set<String> known;
        try (Stream<Path> app = Files.walk(ROOT.resolve("app/src"));
                Stream<Path> e2e = Files.walk(ROOT.resolve("e2e/src"))) {
            known = Stream.concat(app, e2e)
                    .map(path -> Objects.toString(path.getFileName(), ""))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        List<String> named = new ArrayList<>();
        for (Matcher row : rows()) {
            TYPE.matcher(row.group(3)).results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }
}
