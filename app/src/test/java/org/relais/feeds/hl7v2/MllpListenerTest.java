package org.relais.feeds.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.bytes;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.feeds.ReceivedMessage;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** What senders do wrong, over real sockets into a real journal. */
class MllpListenerTest {
    private static final FeedName FEED = new FeedName("mllp");
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path temp;

    private DataDirectory directory;
    private Inbox inbox;
    private MllpListener listener;

    @BeforeEach
    void listen() throws IOException {
        directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, InstantSource.system());
        inbox = new Inbox(directory.journal(), new FeedCounters());
        listener = MllpListener.open(FEED, ANYWHERE, inbox);
    }

    @AfterEach
    void close() {
        listener.close();
        directory.close();
    }

    private List<ReceivedMessage> kept() {
        List<ReceivedMessage> kept = new ArrayList<>();
        directory
                .journal()
                .read(
                        1,
                        entry -> ReceivedMessage.read(entry)
                                .ifPresent(message -> kept.add(ReceivedMessage.decode(
                                                directory.journal().whole(entry))
                                        .orElseThrow())));
        return kept;
    }

    private void keepsAndAnswers(byte[] raw, byte[] sent, String verdict) throws IOException {
        try (Sender sender = new Sender(listener.address())) {
            sender.write(sent);
            assertThat(sender.answers(1)).containsExactly(verdict);
        }
        assertThat(kept()).hasSize(1);
        assertThat(kept().getFirst().raw()).isEqualTo(raw);
    }

    @Test
    void answersOnceItIsKept() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "JOSEPH-MONROSE"));
        keepsAndAnswers(raw, framed(raw), "AA C1");
        assertThat(kept().getFirst().origin().peer()).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsAccentsOfEveryCharset() throws IOException {
        byte[] raw = bytes(admission("C1", "0001", "RÉMY-CHÂTEL"), "windows-1252");
        keepsAndAnswers(raw, framed(raw), "AA C1");
    }

    @Test
    void takesLineFeedsForReturns() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "ADÉLAÏDE").replace('\r', '\n'));
        keepsAndAnswers(raw, framed(raw), "AA C1");
    }

    @Test
    void doesNotHangWithoutReturnAfterTheEnd() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "ADÉLAÏDE"));
        byte[] framed = framed(raw);
        keepsAndAnswers(raw, java.util.Arrays.copyOf(framed, framed.length - 1), "AA C1");
    }

    @Test
    void endsAFrameWhereTheNextBegins() throws IOException {
        try (Sender sender = new Sender(listener.address())) {
            byte[] both = framed(utf8(admission("C1", "0001", "A")), utf8(admission("C2", "0002", "B")));
            String glued = new String(both, ISO_8859_1).replace("\u001C\r\u000B", "\u001C\u000B");
            sender.write(glued.getBytes(ISO_8859_1));
            assertThat(sender.answers(2)).containsExactly("AA C1", "AA C2");
        }
        assertThat(kept()).hasSize(2);
    }

    @Test
    void answersAHundredMessagesOfOneWriteInOrder() throws IOException {
        byte[][] messages = IntStream.range(0, 100)
                .mapToObj(i -> utf8(admission("C" + i, "00" + i, "DÉSIRÉ")))
                .toArray(byte[][]::new);
        try (Sender sender = new Sender(listener.address())) {
            sender.write(framed(messages));
            assertThat(sender.answers(100))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> "AA C" + i).toList());
        }
        assertThat(kept()).extracting(ReceivedMessage::raw).containsExactly(messages);
    }

    @Test
    void takesOneByteAtATime() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "ADÉLAÏDE"));
        try (Sender sender = new Sender(listener.address())) {
            for (byte one : framed(raw)) {
                sender.write(one);
            }
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
        assertThat(kept().getFirst().raw()).isEqualTo(raw);
    }

    @Test
    void skipsWhatStandsBetweenFrames() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "ADÉLAÏDE"));
        keepsAndAnswers(raw, ("\r\n \u001C" + new String(framed(raw), ISO_8859_1)).getBytes(ISO_8859_1), "AA C1");
    }

    @Test
    void toleratesMarkAndWhiteSpaceBeforeTheHeader() throws IOException {
        byte[] raw = utf8("\uFEFF\r\n " + admission("C1", "0001", "ADÉLAÏDE"));
        keepsAndAnswers(raw, framed(raw), "AA C1");
    }

    @Test
    void keepsWhatItDoesNotUnderstand() throws IOException {
        byte[] raw = utf8("<ClinicalDocument/>");
        keepsAndAnswers(raw, framed(raw), "AA ");
    }

    @Test
    void keepsUnknownVersionsAndProcessingIds() throws IOException {
        byte[] raw = utf8(header("ADT^A01", "C1").replace("|P|2.5^FRA^2.11|", "|D|9.9|") + "\r");
        keepsAndAnswers(raw, framed(raw), "AA C1");
    }

    @Test
    void answersDuplicatesWithoutKeepingThem() throws IOException {
        byte[] raw = utf8(admission("C1", "0001", "ADÉLAÏDE"));
        byte[] recycled = utf8(admission("C1", "0002", "BENJAMIN"));
        try (Sender sender = new Sender(listener.address())) {
            sender.write(framed(raw, raw, recycled));
            assertThat(sender.answers(3)).containsExactly("AA C1", "AA C1", "AA C1");
        }
        assertThat(kept()).hasSize(2);
        assertThat(inbox.counters().counts(FEED).duplicates()).isEqualTo(1);
    }

    @Test
    void refusesAboveTheSizeAndGoesOn() throws IOException {
        listener.close();
        listener = MllpListener.open(FEED, ANYWHERE, inbox, MllpRules.usual().largest(1_000));
        byte[] small = utf8(admission("C2", "0002", "BENJAMIN"));
        byte[] big = utf8(message(header("MDM^T02", "C1"), "OBX|1|ED|||" + "A".repeat(200_000)));
        try (Sender sender = new Sender(listener.address())) {
            sender.write(framed(big, small));
            assertThat(sender.answers(2)).containsExactly("AR C1", "AA C2");
        }
        assertThat(kept()).hasSize(1);
        assertThat(inbox.counters().counts(FEED).refused()).isEqualTo(1);
    }

    @Test
    void keepsDocumentsWhole() throws IOException {
        byte[] raw = utf8(message(
                header("MDM^T02", "C1"), "OBX|1|ED|PDF||^application^pdf^Base64^" + "QUJD".repeat(100_000) + "|x"));
        keepsAndAnswers(raw, framed(raw), "AA C1");
    }

    @Test
    void answersNoAcknowledgement() throws IOException {
        byte[] ack = utf8(message(header("ACK", "C1"), "MSA|AA|1"));
        byte[] raw = utf8(admission("C2", "0001", "ADÉLAÏDE"));
        try (Sender sender = new Sender(listener.address())) {
            sender.write(framed(ack, raw));
            assertThat(sender.answers(1)).containsExactly("AA C2");
        }
        assertThat(kept()).hasSize(2);
    }

    @Test
    void dropsAFrameThatIsCutOff() throws IOException {
        try (Sender sender = new Sender(listener.address())) {
            sender.write(utf8("\u000B" + admission("C1", "0001", "ADÉLAÏDE")));
            sender.finish();
            assertThat(sender.answer()).isNull();
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void saysErrorWhenNothingCouldBeWritten() throws IOException {
        Problem full = Problem.of(Category.UNAVAILABLE, "journal.stopped");
        List<CompletableFuture<Receipt>> asked = new CopyOnWriteArrayList<>();
        Inbox broken = new Inbox(
                draft -> {
                    CompletableFuture<Receipt> failed = CompletableFuture.failedFuture(full.asException());
                    asked.add(failed);
                    return failed;
                },
                new FeedCounters());
        try (MllpListener failing = MllpListener.open(FEED, ANYWHERE, broken);
                Sender sender = new Sender(failing.address())) {
            sender.write(framed(utf8(admission("C1", "0001", "ADÉLAÏDE"))));
            assertThat(sender.answers(1)).containsExactly("AE C1");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void answersOnlyAfterTheDiskAndReadsOnMeanwhile() throws IOException {
        List<CompletableFuture<Receipt>> disk = new CopyOnWriteArrayList<>();
        Inbox slow = new Inbox(
                draft -> {
                    CompletableFuture<Receipt> later = new CompletableFuture<>();
                    disk.add(later);
                    return later;
                },
                new FeedCounters());
        Receipt receipt = directory
                .journal()
                .write(org.relais.journal.Draft.of("test.note", 1, new org.relais.kernel.Who.Machine(), new byte[1]));
        try (MllpListener waiting = MllpListener.open(FEED, ANYWHERE, slow);
                Sender sender = new Sender(waiting.address())) {
            sender.write(framed(utf8(admission("C1", "1", "A")), utf8(admission("C2", "2", "B"))));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> disk.size() == 2);
            disk.get(1).complete(receipt);
            disk.get(0).complete(receipt);
            assertThat(sender.answers(2)).containsExactly("AA C1", "AA C2");
        }
    }

    @Test
    void listensOnLoopbackOnlyWhenToldSo() {
        assertThat(listener.address().getAddress().isLoopbackAddress()).isTrue();
    }
}
