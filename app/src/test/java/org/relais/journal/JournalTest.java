package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

class JournalTest {
    static final Instant T0 = Instant.parse("2026-11-23T02:14:00.123456Z");
    static final InstantSource TIME = InstantSource.fixed(T0);
    private static final Who MIDWIFE = new Who.Staff(new StaffId("00112233445566778899aabbccddeeff"));

    @TempDir
    Path temp;

    private DataDirectory directory;
    private Journal journal;

    @BeforeEach
    void createDirectory() {
        directory = TestDirectory.create(temp.resolve("data"), Mode.DEMO, TIME);
        journal = directory.journal();
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    private void reopen() {
        directory.close();
        directory = TestDirectory.open(temp.resolve("data"), TIME);
        journal = directory.journal();
    }

    private static Draft note(String text) {
        return Draft.of("test.note", 1, MIDWIFE, text.getBytes(UTF_8));
    }

    private static String text(Entry entry) {
        return new String(entry.payload(), UTF_8);
    }

    @Test
    void readsBackWhatWasWritten() {
        String subject = "0f0e0d0c0b0a09080706050403020100";
        Receipt receipt = journal.write(note("groupe O").about(subject));

        Entry entry = journal.entry(receipt.position());
        assertThat(entry.key()).isEqualTo(receipt.key());
        assertThat(entry.recordedAt()).isEqualTo(T0);
        assertThat(entry.type()).isEqualTo("test.note");
        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.who()).isEqualTo(MIDWIFE);
        assertThat(entry.subject()).isEqualTo(subject);
        assertThat(text(entry)).isEqualTo("groupe O");
        assertThat(receipt.known()).isFalse();
    }

    @Test
    void keepsEverythingInOrderOverRestarts() {
        for (int run = 0; run < 3; run++) {
            for (int i = 0; i < 10; i++) {
                journal.write(note("run " + run + " note " + i));
            }
            reopen();
        }
        List<String> texts = new ArrayList<>();
        List<String> epochs = new ArrayList<>();
        journal.read(1, entry -> {
            if (entry.type().equals("test.note")) {
                texts.add(text(entry));
            } else {
                epochs.add(entry.key().epoch());
            }
        });
        assertThat(texts).hasSize(30).startsWith("run 0 note 0").endsWith("run 2 note 9");
        assertThat(epochs).doesNotHaveDuplicates().hasSize(3);
        assertThat(journal.head()).isEqualTo(33);
    }

    @Test
    void opensNoEpochForAWriterThatWritesNothing() {
        reopen();
        reopen();
        assertThat(journal.head()).isEqualTo(1);
        assertThat(journal.mode()).isEqualTo(Mode.DEMO);
    }

    @Test
    void knowsADuplicateAcrossEpochsAndWithinAGroup() {
        byte[] key = "MSH|1".getBytes(UTF_8);
        Receipt first = journal.write(note("a").onlyOnce(key));
        reopen();
        Receipt second = journal.write(note("a").onlyOnce(key));
        assertThat(second.known()).isTrue();
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(journal.contains(key)).map(Receipt::position).contains(first.position());
        assertThat(journal.contains("other".getBytes(UTF_8))).isEmpty();

        byte[] twin = "MSH|2".getBytes(UTF_8);
        List<Receipt> pair = journal.append(
                        List.of(note("b").onlyOnce(twin), note("b").onlyOnce(twin)))
                .join();
        assertThat(pair).extracting(Receipt::known).containsExactly(false, true);
        assertThat(pair.get(1).position()).isEqualTo(pair.get(0).position());
    }

    @Test
    void writesTheNewOnesOfAGroupThatHoldsAKnownOne() {
        List<Draft> drafts = IntStream.range(0, 30)
                .mapToObj(n -> note("n" + n).onlyOnce(("MSH|" + n).getBytes(UTF_8)))
                .toList();
        Receipt ten = journal.write(drafts.get(10));
        for (int round = 0; round < 2; round++) {
            List<Receipt> receipts = journal.append(drafts).join();
            assertThat(receipts.stream().filter(Receipt::known)).hasSize(round == 0 ? 1 : 30);
            assertThat(receipts.get(10).position()).isEqualTo(ten.position());
        }
        assertThat(journal.write(note("later").onlyOnce("MSH|31".getBytes(UTF_8)))
                        .known())
                .isFalse();
        assertThat(journal.head()).isEqualTo(32);
    }

    @Test
    void answersSendersInLockStepWhenOneOfThemLeaves() {
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            int messages = 50 * (sender + 1);
            senders.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < messages; n++) {
                    journal.write(note("lock-step"));
                }
            }));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> senders.stream().noneMatch(Thread::isAlive));
        assertThat(journal.head()).isEqualTo(501);
    }

    @Test
    void writesFromManyThreadsWithoutLossOrRepeat() {
        List<CompletableFuture<Receipt>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(journal.append(note("n" + i)));
        }
        List<Long> positions =
                all.stream().map(future -> future.join().position()).toList();
        assertThat(positions).doesNotHaveDuplicates().isSorted();
        assertThat(text(journal.entry(positions.get(499)))).isEqualTo("n499");
        assertThat(journal.entries(new long[] {positions.get(3), positions.get(400)}))
                .extracting(JournalTest::text)
                .containsExactly("n3", "n400");
    }

    @Test
    void splicesCutsBackByteForByte() {
        byte[] payload = new byte[3_500_000];
        new Random(7).nextBytes(payload);
        List<Draft.Cut> cuts = List.of(
                new Draft.Cut(0, 70_000),
                new Draft.Cut(100_000, 2 << 20),
                new Draft.Cut(100_000 + (2 << 20), 1_000_001));
        Receipt receipt = journal.write(
                Draft.of("test.document", 1, new Who.Machine(), payload).cutting(cuts));
        reopen();
        Entry entry = journal.entry(receipt.position());
        assertThat(entry.cuts()).isEqualTo(cuts);
        assertThat(entry.payload()).hasSize(3_500_000 - 70_000 - (2 << 20) - 1_000_001);
        assertThat(journal.whole(entry)).isEqualTo(payload);
    }

    @Test
    void takesAJobLargerThanAnyGroup() {
        byte[] payload = new byte[70 << 20];
        payload[payload.length - 1] = 1;
        Receipt receipt = journal.write(Draft.of("test.huge", 1, new Who.Machine(), payload)
                .cutting(List.of(new Draft.Cut(0, payload.length))));
        assertThat(journal.whole(journal.entry(receipt.position()))).isEqualTo(payload);
    }

    @Test
    void refusesAPositionThatIsNotThere() {
        assertThatThrownBy(() -> journal.entry(99))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().messageKey()).isEqualTo("journal.no-entry"));
    }

    @Test
    void refusesToWriteOnceClosed() {
        journal.close();
        assertThat(journal.writing()).isFalse();
        assertThatThrownBy(() -> journal.write(note("late")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().messageKey()).isEqualTo("journal.closed"));
    }
}
