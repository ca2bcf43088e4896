package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedCounters.Why;
import org.relais.feeds.Peers;
import org.relais.hl7.Pace;

/** Connections that hold a place and bring nothing. */
class SlowSendersTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path temp;

    private @Nullable Post post;

    @AfterEach
    void close() {
        if (post != null) {
            post.close();
        }
    }

    private Post open(MllpRules rules) throws IOException {
        Post opened = Post.open(temp.resolve("data"), rules);
        post = opened;
        return opened;
    }

    @Test
    void closesWhoBeginsAMessageAndStops() throws IOException {
        Post door = open(MllpRules.usual().pace(new Pace(Duration.ofMillis(200), LONG, 1024)));
        try (Sender idle = new Sender(door.address());
                Sender slow = new Sender(door.address())) {
            slow.write(framed(utf8(admission("C1", "1", "A"))));
            assertThat(slow.answers(1)).containsExactly("AA C1");
            slow.write(utf8("\u000BMSH|^~"));
            assertThat(slow.answer()).isNull();
            assertThat(why(door)).isEqualTo(Why.SLOW);
            assertThat(door.counts().turnedAway()).isEqualTo(1);
            idle.write(framed(utf8(admission("C2", "2", "B"))));
            assertThat(idle.answers(1)).containsExactly("AA C2");
        }
    }

    @Test
    void closesWhoCreeps() throws IOException {
        Post door = open(MllpRules.usual().pace(new Pace(LONG, Duration.ofMillis(300), 1_000_000)));
        try (Sender creeping = new Sender(door.address())) {
            creeping.write((byte) 0x0B);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        try {
                            creeping.write((byte) 'M');
                        } catch (IOException cutOff) {
                            return true;
                        }
                        return door.counts().turnedAway() == 1;
                    });
            assertThat(why(door)).isEqualTo(Why.SLOW);
        }
    }

    @Test
    void boundsWhatOnePeerHoldsOpen() throws IOException {
        Post door = open(MllpRules.usual());
        List<Sender> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 128; i++) {
                crowd.add(new Sender(door.address()));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> door.listener().connections() == 128);
            try (Sender tooMany = new Sender(door.address())) {
                assertThat(tooMany.answer()).isNull();
            }
            assertThat(why(door)).isEqualTo(Why.FULL);
            crowd.getFirst().write(framed(utf8(admission("C1", "1", "A"))));
            assertThat(crowd.getFirst().answers(1)).containsExactly("AA C1");
        } finally {
            for (Sender one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void letsNobodyInWhoIsNotNamed() throws IOException {
        Post door = open(MllpRules.usual().peers(Peers.of(List.of("10.9.8.0/24"))));
        try (Sender stranger = new Sender(door.address())) {
            assertThat(stranger.answer()).isNull();
        }
        assertThat(why(door)).isEqualTo(Why.PEER);
        assertThat(door.kept()).isEmpty();
    }

    @Test
    void letsInWhoIsNamed() throws IOException {
        Post door = open(MllpRules.usual().peers(Peers.of(List.of("127.0.0.0/8"))));
        try (Sender sender = new Sender(door.address())) {
            sender.write(framed(utf8(admission("C1", "1", "A"))));
            assertThat(sender.answers(1)).containsExactly("AA C1");
        }
        assertThat(door.counts().turnedAway()).isZero();
    }

    /** Why the last one was turned away: its line may be closed a moment before that is counted. */
    private static Why why(Post door) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> door.counts().lastTurned() != null);
        return Objects.requireNonNull(door.counts().lastTurned()).why();
    }
}
