package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FileImport;
import org.relais.feeds.ReceivedMessage;
import org.relais.kernel.FeedName;

/** FHS, BHS, BTS, FTS around messages: each message by itself, the counts checked, the batch answered by a batch. */
class BatchTest {
    private static final String FILE = "FHS|^~\\&|LABO|POINTE|RELAIS|POINTE|20261123060000||||F7\r";
    private static final String BATCH = "BHS|^~\\&|LABO|POINTE|RELAIS|POINTE|20261123060000||||B7\r";
    private static final String ONE = admission("C1", "0001", "ADÉLAÏDE");
    private static final String TWO = admission("C2", "0002", "RÉMY");

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

    private String send(String frame) throws IOException {
        try (Sender sender = new Sender(post.address())) {
            sender.write(framed(utf8(frame)));
            String answer = sender.answer();
            return answer == null ? "" : answer;
        }
    }

    private FeedLedger.Bulk bulk(String feed) {
        FeedLedger ledger = new FeedLedger(new Hl7Interpreter());
        post.directory().journal().read(1, ledger::apply);
        return ledger.line(new FeedName(feed)).orElseThrow().bulk();
    }

    private List<String> raw() {
        return post.kept().stream()
                .map(ReceivedMessage::raw)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void keepsEachMessageAndAnswersByABatch() throws IOException {
        String answer = send(FILE + BATCH + ONE + TWO + "BTS|2\rFTS|1\r");
        List<String> lines = answer.lines().toList();
        assertThat(lines.stream().map(line -> line.substring(0, 3)))
                .containsExactly("FHS", "BHS", "MSH", "MSA", "MSH", "MSA", "BTS", "FTS");
        assertThat(lines.get(0))
                .startsWith("FHS|^~\\&|RELAIS|POINTE|LABO|POINTE|")
                .endsWith("|F7");
        assertThat(lines.get(1).split("\\|", -1)[11]).isEqualTo("B7");
        assertThat(lines.get(3)).isEqualTo("MSA|AA|C1");
        assertThat(lines.get(5)).isEqualTo("MSA|AA|C2");
        assertThat(lines.get(6)).isEqualTo("BTS|2");
        assertThat(raw()).containsExactly(ONE, TWO);
        assertThat(bulk("mllp")).isEqualTo(new FeedLedger.Bulk(1, 0, 0, 0));
    }

    @Test
    void keepsABatchSentTwiceOnce() throws IOException {
        String frame = BATCH + ONE + TWO + "BTS|2\r";
        assertThat(send(frame)).contains("MSA|AA|C1").contains("MSA|AA|C2");
        long head = post.directory().journal().head();
        assertThat(send(frame)).contains("MSA|AA|C1").contains("MSA|AA|C2");
        assertThat(post.directory().journal().head()).isEqualTo(head);
    }

    @Test
    void flagsCountsThatAreWrongAndTrailersThatAreMissing() throws IOException {
        for (String wrong : List.of(
                BATCH + ONE + "BTS|2\r",
                FILE + BATCH + ONE + TWO + "BTS|2\rFTS|3\r",
                BATCH + ONE + TWO,
                FILE + BATCH + ONE + "BTS|1\r")) {
            long before = post.directory().journal().head() == 0 ? 0 : wrongSoFar();
            assertThat(send(wrong)).contains("MSA|AA|C1");
            assertThat(wrongSoFar()).as(wrong).isEqualTo(before + 1);
        }
        assertThat(bulk("mllp").lastWrong())
                .isEqualTo(post.directory().journal().head());
        assertThat(raw()).containsExactly(ONE, TWO);
    }

    private long wrongSoFar() {
        FeedLedger ledger = new FeedLedger(new Hl7Interpreter());
        post.directory().journal().read(1, ledger::apply);
        return ledger.line(new FeedName("mllp"))
                .map(line -> line.bulk().wrongBatches())
                .orElse(0L);
    }

    @Test
    void answersAnEmptyBatchAndNoBatchOfAnswers() throws IOException {
        assertThat(send(BATCH + "BTS|0\r")).contains("BTS|0");
        String ack = message(header("ACK", "A1"), "MSA|AA|1");
        try (Sender sender = new Sender(post.address())) {
            sender.write(framed(utf8(BATCH + ack + "BTS|1\r"), utf8(ONE)));
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
    }

    @Test
    void readsOneByteAtATimeAndAnyLineEnd() throws IOException {
        byte[] frame = framed(utf8("\uFEFF" + (FILE + BATCH + ONE + TWO + "BTS|2\rFTS|1").replace('\r', '\n')));
        try (Sender sender = new Sender(post.address())) {
            for (byte one : frame) {
                sender.write(one);
            }
            assertThat(sender.answer()).contains("MSA|AA|C1").contains("MSA|AA|C2");
        }
        assertThat(raw()).containsExactly(ONE.replace('\r', '\n'), TWO.replace('\r', '\n'));
        assertThat(bulk("mllp").wrongBatches()).isZero();
    }

    @Test
    void checksFilesToo() throws IOException {
        Path right = Files.writeString(temp.resolve("right.hl7"), FILE + BATCH + ONE + TWO + "BTS|2\rFTS|1\r");
        Path wrong = Files.writeString(temp.resolve("wrong.hl7"), FILE + BATCH + ONE + TWO + "BTS|3\rFTS|1\r");
        FileImport.Report report =
                new FileImport(post.inbox(), new Hl7Interpreter()).run(Arrays.asList(right, wrong), so -> {});
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(raw()).containsExactly(ONE, TWO);
        FeedLedger.Bulk bulk = bulk("import");
        assertThat(bulk.batches()).isEqualTo(2);
        assertThat(bulk.wrongBatches()).isEqualTo(1);
    }

    @Test
    void survivesAnyBytesThatBeginLikeABatch() throws IOException {
        for (String odd :
                List.of("FHS|\r", "BHS|^~\\&", "FHS|^~\\&|\rFHS|\rBTS|x\rBTS\rFTS|99999999999\r", "BHS|\rMSH|\r")) {
            assertThat(send(odd)).as(odd).isNotEmpty();
        }
    }
}
