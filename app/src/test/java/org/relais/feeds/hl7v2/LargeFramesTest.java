package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of many megabytes, several at once, and what is too large to be a message. */
class LargeFramesTest {
    private static final int LINES = 4;
    private static final int LARGE = 17 * 1024 * 1024;
    private static final long BUDGET = 64L * 1024 * 1024;

    @TempDir
    Path temp;

    private final MllpRules rules = MllpRules.usual();
    private Post post;

    @BeforeEach
    void listen() throws IOException {
        post = Post.open(temp.resolve("data"), rules);
    }

    @AfterEach
    void close() {
        post.close();
    }

    private static byte[] document(String id, int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) 'Q');
        return utf8(message(
                header("MDM^T02", id),
                "OBX|1|ED|PDF||^application^pdf^Base64^"
                        + new String(content, java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void takesSeveralAtOnceWithinTheMemoryForThem() throws Exception {
        try (ExecutorService senders = Executors.newCachedThreadPool()) {
            List<Callable<List<String>>> work = IntStream.range(0, LINES)
                    .<Callable<List<String>>>mapToObj(line -> () -> {
                        try (Sender sender = new Sender(post.address())) {
                            sender.write(framed(document("C" + line, LARGE), utf8(admission("S" + line, "1", "A"))));
                            return sender.answers(2);
                        }
                    })
                    .toList();
            List<Future<List<String>>> done = senders.invokeAll(work);
            for (int line = 0; line < LINES; line++) {
                assertThat(done.get(line).get()).containsExactly("AA C" + line, "AA S" + line);
            }
        }
        assertThat(rules.budget().peak()).isGreaterThanOrEqualTo(LARGE).isLessThanOrEqualTo(BUDGET);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rules.budget().used() == 0);
    }

    @Test
    void readsNoFurtherWhileOthersHoldAllMemory() throws IOException, InterruptedException {
        try (Sender one = new Sender(post.address());
                Sender two = new Sender(post.address());
                Sender three = new Sender(post.address())) {
            byte[] large = framed(document("C", 2 * 1024 * 1024));
            byte[] part = Arrays.copyOf(large, large.length - 10);
            one.write(part);
            two.write(part);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> rules.budget().used() >= 2L * MllpRules.LARGEST);
            byte[] third = framed(document("C3", 2 * 1024 * 1024));
            Thread late = Thread.ofPlatform().start(() -> {
                try {
                    three.write(third);
                } catch (IOException closed) {
                    throw new java.io.UncheckedIOException(closed);
                }
            });
            try (Sender small = new Sender(post.address())) {
                small.write(framed(utf8(admission("S1", "1", "A"))));
                assertThat(small.answers(1)).containsExactly("AA S1");
            }
            one.write(Arrays.copyOfRange(large, large.length - 10, large.length));
            assertThat(one.answers(1)).containsExactly("AA C");
            assertThat(three.answers(1)).containsExactly("AA C3");
            assertThat(late.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void refusesAGigabyteClearlyAndGoesOn() throws IOException {
        try (Sender sender = new Sender(post.address())) {
            sender.write(utf8("\u000B" + header("MDM^T02", "C1") + "\rOBX|1|ED|||"));
            byte[] block = new byte[1024 * 1024];
            Arrays.fill(block, (byte) 'Q');
            for (int megabyte = 0; megabyte < 1024; megabyte++) {
                sender.write(block);
            }
            sender.write(new byte[] {'\r', 0x1C, '\r'});
            String answer = sender.answer();
            assertThat(answer).contains("MSA|AR|C1|larger than " + MllpRules.LARGEST + " bytes");
            sender.write(framed(utf8(admission("C2", "0002", "BENJAMIN"))));
            assertThat(sender.answers(1)).containsExactly("AA C2");
        }
        assertThat(rules.budget().peak()).isLessThanOrEqualTo(BUDGET);
        assertThat(rules.budget().used()).isZero();
        assertThat(post.counts().refused()).isEqualTo(1);
        assertThat(post.kept()).hasSize(1);
    }

    @Test
    void givesTheMemoryBackWhenASenderGoesAwayHalfWay() throws IOException {
        try (Sender sender = new Sender(post.address())) {
            sender.write(Arrays.copyOf(framed(document("C", 3 * 1024 * 1024)), 2 * 1024 * 1024));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> rules.budget().used() > 0);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rules.budget().used() == 0);
        assertThat(post.kept()).isEmpty();
    }
}
