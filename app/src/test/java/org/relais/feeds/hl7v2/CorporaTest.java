package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.Interpretation;
import org.relais.care.Interpretation.Reason;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.FileImport;
import org.relais.feeds.Inbox;
import org.relais.feeds.RawExport;
import org.relais.feeds.ReceivedMessage;
import org.relais.hl7.Message;
import org.relais.hl7.MessageFile;
import org.relais.hl7.Segment;
import org.relais.journal.DataDirectory;
import org.relais.journal.TestDirectory;
import org.relais.kernel.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every HL7 v2 file that others wrote: kept, byte for byte, and folded or quarantined with a reason. */
class CorporaTest {
    private static final Logger LOG = LoggerFactory.getLogger(CorporaTest.class);
    private static final Path CORPORA =
            Path.of(System.getProperty("relais.corpora", "none")).resolve("hl7v2");

    @TempDir
    Path temp;

    @BeforeEach
    void needsTheCorpora() {
        if (!Files.isDirectory(CORPORA)) {
            LOG.warn("CORPORA TESTS SKIPPED: no folder {}", CORPORA);
        }
        Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(CORPORA)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyFileIsKeptAndFoldedOrQuarantined() throws IOException {
        Map<String, Integer> reasons = new TreeMap<>();
        try (DataDirectory directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.system())) {
            Hl7Interpreter interpreter = new Hl7Interpreter();
            FileImport intake = new FileImport(new Inbox(directory.journal(), new FeedCounters()), interpreter);
            FileImport.Report report = intake.run(files(), each -> {});
            assertThat(report.files()).isEqualTo(files().size());
            assertThat(report.messages()).isEqualTo(report.kept() + report.duplicates());
            assertThat(new RawExport(directory.journal()).into(temp.resolve("out")))
                    .isEqualTo(report.kept());
            for (Path file : files()) {
                for (byte[] message : messages(file)) {
                    Path out = temp.resolve("out").resolve(HexFormat.of().formatHex(ReceivedMessage.hash(message)));
                    assertThat(out).as(file.toString()).hasBinaryContent(message);
                    Interpretation said = Reader.read(message);
                    assertThat(said.facts().isEmpty() && said.reasons().isEmpty())
                            .as("neither folded nor quarantined: " + file)
                            .isFalse();
                    for (Reason reason : said.reasons()) {
                        assertThat(reason.key()).as(file.toString()).isNotEqualTo("feeds.reason.defect");
                        reasons.merge(reason.key() + reason.args(), 1, Integer::sum);
                    }
                }
            }
            LOG.info("corpora: {}; reasons {}", report, reasons);
        }
    }

    private static List<byte[]> messages(Path file) throws IOException {
        List<byte[]> messages = new java.util.ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            MessageFile cut = new MessageFile(in, 1 << 26);
            byte[] next = cut.next();
            while (next != null) {
                messages.add(next);
                next = cut.next();
            }
        }
        byte[] all = new byte[messages.stream().mapToInt(one -> one.length).sum()];
        int at = 0;
        for (byte[] one : messages) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        assertThat(all).isEqualTo(Files.readAllBytes(file));
        return messages;
    }

    @Test
    void readsFieldsAsAnotherParserDoes() throws Exception {
        int compared = 0;
        try (HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5"))) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            PipeParser parser = context.getPipeParser();
            for (Path file : files()) {
                for (byte[] raw : messages(file)) {
                    compared += compare(parser, raw, file) ? 1 : 0;
                }
            }
        }
        LOG.info("corpora: {} messages compared field by field with the other parser", compared);
        assertThat(compared).isGreaterThan(50);
    }

    private static boolean compare(PipeParser parser, byte[] raw, Path file) {
        Message ours = Message.read(raw).orElseThrow();
        String text = new String(raw, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .replace("\r\n", "\r")
                .replace('\n', '\r');
        ca.uhn.hl7v2.model.Message theirs;
        try {
            theirs = parser.parse(text);
        } catch (HL7Exception | RuntimeException notForIt) {
            return false;
        }
        for (String name : List.of("MSH", "PID")) {
            ours.first(name).ifPresent(segment -> compareSegment(segment, name, theirs, file));
        }
        return true;
    }

    private static void compareSegment(Segment segment, String name, ca.uhn.hl7v2.model.Message theirs, Path file) {
        Terser terser = new Terser(theirs);
        for (int field : name.equals("MSH") ? new int[] {3, 4, 7, 9, 10, 12} : new int[] {2, 3, 5, 7, 8, 11, 18}) {
            for (int component : new int[] {1, 2, 3, 5}) {
                String expected;
                try {
                    expected = terser.get("/." + name + "-" + field + "-" + component);
                } catch (HL7Exception | RuntimeException noSuchPlace) {
                    continue;
                }
                String said = expected == null || expected.equals("\"\"") ? "" : expected.strip();
                assertThat(segment.value(field, component))
                        .as(file.getFileName() + " " + name + "-" + field + "." + component)
                        .isEqualTo(said);
            }
        }
    }

    @Test
    void bytesAreTheSameWhateverTheCut() throws IOException {
        byte[] all = Files.readAllBytes(files().getFirst());
        assertThat(Arrays.equals(all, messages(files().getFirst()).getFirst())).isTrue();
    }
}
