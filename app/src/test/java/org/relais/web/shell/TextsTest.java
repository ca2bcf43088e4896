package org.relais.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.match.Level;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;

/** Every text in both languages, every key that a template names, and every text a well-formed message. */
class TextsTest {
    private static final Path FILES = Path.of("src/main/resources/i18n");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TRACED =
            Pattern.compile("\\.(?:opened|whom|listed|printed|exported)\\([^;{}&|]{0,160}?\"([a-z][a-z-]*)\"");
    private static final Pattern LITERAL = Pattern.compile("f\\.t\\(\"([a-z0-9.-]+)\"\\s*[,)]");

    private static Map<String, Properties> files(String suffix) throws IOException {
        Map<String, Properties> found = new HashMap<>();
        try (Stream<Path> list = Files.list(FILES)) {
            for (Path file :
                    list.filter(path -> path.toString().endsWith(suffix)).toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                found.put(file.getFileName().toString().replace(suffix, ""), properties);
            }
        }
        return found;
    }

    /** Every text of every room with its key, in both languages. */
    private static List<Map.Entry<String, String>> texts() throws IOException {
        List<Map.Entry<String, String>> found = new ArrayList<>();
        for (String suffix : List.of("_fr.properties", "_en.properties")) {
            for (Properties texts : files(suffix).values()) {
                for (String key : texts.stringPropertyNames()) {
                    found.add(Map.entry(key, texts.getProperty(key)));
                }
            }
        }
        return found;
    }

    @Test
    void everyKeyIsThereInBothLanguages() throws IOException {
        Map<String, Properties> french = files("_fr.properties");
        Map<String, Properties> english = files("_en.properties");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        french.forEach((room, texts) -> assertThat(new TreeSet<>(texts.stringPropertyNames()))
                .as(room)
                .isEqualTo(new TreeSet<>(
                        english.getOrDefault(room, new Properties()).stringPropertyNames())));
    }

    @Test
    void everyTextIsAWellFormedMessage() throws IOException {
        for (Map.Entry<String, String> text : texts()) {
            assertThat(text.getValue()).as(text.getKey()).isNotBlank();
            assertThat(new MessageFormat(text.getValue(), Locale.FRANCE))
                    .as(text.getKey())
                    .isNotNull();
            assertThat(text.getValue().replace("''", ""))
                    .as(text.getKey() + " doubles its apostrophes")
                    .doesNotContain("'");
        }
    }

    /** A text within a text is read twice: its apostrophes are doubled twice, or people read "lun deux". */
    @Test
    void noApostropheIsLostOfOneNorOfMany() throws IOException {
        for (Map.Entry<String, String> text : texts()) {
            MessageFormat written = new MessageFormat(text.getValue(), Locale.FRANCE);
            MessageFormat meant = new MessageFormat(text.getValue().replaceAll("'+", "\u2019"), Locale.FRANCE);
            for (Object many : List.of(0, 1, 2)) {
                Object[] told = Collections.nCopies(9, many).toArray();
                assertThat(written.format(told).replace("'", "\u2019"))
                        .as(text.getKey())
                        .isEqualTo(meant.format(told));
            }
        }
    }

    /** One or many is known when the text is made: nobody is left to choose. */
    @Test
    void noTextLeavesThePluralToWhoeverReads() throws IOException {
        for (Map.Entry<String, String> text : texts()) {
            assertThat(text.getValue()).as(text.getKey()).doesNotContainPattern("\\p{L}\\((?:s|es|x)\\)");
        }
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Texts texts = new Words().in(Language.FR);
        List<String> missing = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".jte")).toList()) {
                Matcher keys = LITERAL.matcher(Files.readString(file));
                while (keys.find()) {
                    if (!texts.has(keys.group(1))) {
                        missing.add(file.getFileName() + ": " + keys.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What was seen is kept as a code: every code that is written has its words on the pages that show traces. */
    @Test
    void everyTraceOfAnAccessIsToldInWords() throws IOException {
        List<String> codes = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher traced = TRACED.matcher(Files.readString(file));
                while (traced.find()) {
                    codes.add(traced.group(1));
                }
            }
        }
        assertThat(codes).contains("chart", "ward", "labels", "haemorrhage", "message");
        for (Language language : Language.values()) {
            Texts texts = new Words().in(language);
            assertThat(codes)
                    .allSatisfy(code -> assertThat(texts.has("node.traces.what." + code))
                            .as(code)
                            .isTrue());
        }
    }

    @Test
    void everyLevelOfAgreementIsToldInWords() {
        for (Language language : Language.values()) {
            Texts texts = new Words().in(language);
            for (Level level : Level.values()) {
                assertThat(texts.has("match.level." + level)).as(level.name()).isTrue();
            }
        }
    }
}
