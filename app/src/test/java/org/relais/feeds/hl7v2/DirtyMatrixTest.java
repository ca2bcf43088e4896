package org.relais.feeds.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.bytes;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter.Depth;
import org.relais.feeds.ReceivedMessage;

/**
 * Everything that real senders do to a message, over a real socket into a real journal, whole and one byte at a time: it is
 * kept byte for byte, acknowledged by its own control id, and no accent of the name is broken.
 */
class DirtyMatrixTest {
    /** What a name must be read as, whatever was done to the bytes. */
    private static final String NAME = "ADÉLAÏDE-CŒUR";

    private static final String PLAIN = admission("C1", "0001", NAME);
    private static final String LATIN = admission("C1", "0001", "ADÉLAÏDE");

    @TempDir
    Path temp;

    private Post post;

    @BeforeEach
    void listen() throws IOException {
        post = Post.open(temp.resolve("data"), MllpRules.usual());
    }

    @AfterEach
    void close() {
        post.close();
    }

    /** What is wrong with a message, its bytes, and the name it must be read with. */
    record Dirty(String what, byte[] raw, String name) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Dirty> dirt() {
        return Stream.of(
                utf("carriage returns", text -> text),
                utf("line feeds", text -> text.replace('\r', '\n')),
                utf("both", text -> text.replace("\r", "\r\n")),
                utf("mixed", text -> text.replaceFirst("\r", "\n").replaceFirst("\r", "\r\n")),
                utf("no last carriage return", text -> text.substring(0, text.length() - 1)),
                utf("byte order mark", text -> "\uFEFF" + text),
                utf("white space before", text -> " \r\n\t " + text),
                utf("mark and white space before", text -> "\uFEFF \r\n" + text),
                utf("white space after", text -> text + "\r\n \r"),
                utf("repetition separator U+02DC", DirtyMatrixTest::smallTilde),
                utf(
                        "other delimiters",
                        text -> text.replace('|', '!').replace('^', '$').replace("$~\\&", "$~\\&")),
                utf("Z-segment first", text -> text.replaceFirst("\rEVN", "\rZXX|1|é\rEVN")),
                utf("escape of a delimiter", text -> text.replace("^Marie-Ange", "^Marie\\F\\Ange\\.br\\")),
                utf("no charset declared", text -> text.replace("|UNICODE UTF-8", "")),
                utf("charset declared wrong: 8859/1", text -> text.replace("UNICODE UTF-8", "8859/1")),
                utf("charset declared wrong: ASCII", text -> text.replace("UNICODE UTF-8", "ASCII")),
                utf("charset unknown", text -> text.replace("UNICODE UTF-8", "KLINGON")),
                latin("8859/1", "ISO-8859-1", "8859/1"),
                latin("8859/15", "ISO-8859-15", "8859/15"),
                latin("windows-1252 that says nothing", "windows-1252", ""),
                latin("windows-1252 that says UTF-8", "windows-1252", "UNICODE UTF-8"),
                new Dirty(
                        "windows-1252 that says 8859/1",
                        bytes(PLAIN.replace("UNICODE UTF-8", "8859/1"), "windows-1252"),
                        NAME),
                new Dirty(
                        "hexadecimal escapes",
                        utf8(PLAIN.replace(NAME, "AD\\XC389\\LA\\XC38F\\DE-C\\XC592\\UR")),
                        NAME));
    }

    private static Dirty utf(String what, UnaryOperator<String> dirt) {
        return new Dirty(what, utf8(dirt.apply(PLAIN)), NAME);
    }

    private static Dirty latin(String what, String charset, String declared) {
        return new Dirty(what, bytes(LATIN.replace("UNICODE UTF-8", declared), charset), "ADÉLAÏDE");
    }

    /** Identifiers repeat by the separator that MSH-2 names, here a small tilde. */
    private static String smallTilde(String text) {
        return text.replace("|^~\\&|", "|^\u02DC\\&|").replace("^PI||", "^PI\u02DC99^^^AUTRE^PI||");
    }

    @ParameterizedTest
    @MethodSource("dirt")
    void isKeptAnsweredAndRead(Dirty dirty) throws IOException {
        try (Sender sender = new Sender(post.address())) {
            sender.write(framed(dirty.raw()));
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
        readsAs(dirty);
    }

    @ParameterizedTest
    @MethodSource("dirt")
    void isTheSameOneByteAtATime(Dirty dirty) throws IOException {
        try (Sender sender = new Sender(post.address())) {
            for (byte one : framed(dirty.raw())) {
                sender.write(one);
            }
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
        readsAs(dirty);
    }

    private void readsAs(Dirty dirty) {
        List<ReceivedMessage> kept = post.kept();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().raw()).isEqualTo(dirty.raw());
        Interpretation said = new Hl7Interpreter().interpret(kept.getFirst(), Depth.WHOLE);
        assertThat(said.reasons()).isEmpty();
        assertThat(said.facts().stream()
                        .filter(IdentityStated.class::isInstance)
                        .map(IdentityStated.class::cast)
                        .flatMap(person -> person.names().stream())
                        .map(name -> name.family()))
                .contains(dirty.name());
    }

    @Test
    void keepsOrderOnEachOfSeveralConnectionsThatDoNotWait() throws Exception {
        try (ExecutorService senders = Executors.newCachedThreadPool()) {
            List<Callable<List<String>>> work = IntStream.range(0, 4)
                    .<Callable<List<String>>>mapToObj(line -> () -> pipelined(line))
                    .toList();
            for (Future<List<String>> done : senders.invokeAll(work)) {
                assertThat(done.get()).hasSize(100).allMatch(answer -> answer.startsWith("AA L"));
            }
        }
        List<String> ids = post.kept().stream()
                .map(message -> new String(message.raw(), ISO_8859_1).split("\\|")[9])
                .toList();
        assertThat(ids).hasSize(400);
        for (int line = 0; line < 4; line++) {
            String prefix = "L" + line + "-";
            assertThat(ids.stream().filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> prefix + i).toList());
        }
    }

    private List<String> pipelined(int line) throws IOException {
        try (Sender sender = new Sender(post.address())) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 100; i++) {
                String id = "L" + line + "-" + i;
                all.writeBytes(framed(utf8(admission(id, id, NAME))));
            }
            sender.write(all.toByteArray());
            List<String> answers = sender.answers(100);
            assertThat(answers)
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .mapToObj(i -> "AA L" + line + "-" + i)
                            .toList());
            return answers;
        }
    }

    @Test
    void feedsOwnCharsetIsUsedWhereNothingElseTells() throws IOException {
        MllpRules rules = MllpRules.usual();
        post.close();
        post = Post.open(
                temp.resolve("other"),
                new MllpRules(
                        rules.largest(),
                        rules.peers(),
                        rules.line(),
                        Charset.forName("IBM850"),
                        rules.budget(),
                        rules.pace()));
        byte[] raw = bytes(LATIN.replace("UNICODE UTF-8", ""), "IBM850");
        try (Sender sender = new Sender(post.address())) {
            sender.write(framed(raw));
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
        readsAs(new Dirty("IBM850", raw, "ADÉLAÏDE"));
    }

    @Test
    void answersInTheBytesOfTheMessage() throws IOException {
        byte[] raw = bytes(message(header("ADT^A01", "ÉÀ").replace("UNICODE UTF-8", "8859/1")), "ISO-8859-1");
        try (Sender sender = new Sender(post.address())) {
            sender.write(framed(raw));
            String answer = sender.answer();
            assertThat(answer).contains("|8859/1").contains("MSA|AA|ÉÀ");
        }
        assertThat(Arrays.equals(post.kept().getFirst().raw(), raw)).isTrue();
    }
}
