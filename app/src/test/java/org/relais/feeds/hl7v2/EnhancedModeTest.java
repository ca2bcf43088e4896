package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** MSH-15 and MSH-16: which answers a message asks for, stored, not stored, and refused. */
class EnhancedModeTest {
    @TempDir
    Path temp;

    private static String asking(String accept, String application, String id) {
        String fields = accept + "|" + application + "|FRA|UNICODE UTF-8";
        return admission(id, "0001", "ADÉLAÏDE").replace("|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8", "|P|2.5|||" + fields);
    }

    /** The answers to a message, found by the answer to a plain one behind it. */
    private static String answers(InetSocketAddress address, byte[] message, String plain) throws IOException {
        try (Sender sender = new Sender(address)) {
            sender.write(framed(message, utf8(admission("LAST", "9", "Z"))));
            List<String> answers = new ArrayList<>();
            String next = sender.answers(1).getFirst();
            while (!next.equals(plain + " LAST")) {
                answers.add(next);
                next = sender.answers(1).getFirst();
            }
            return String.join(",", answers);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AL,-,CA C1",
                "AL,NE,CA C1",
                "NE,NE,-",
                "NE,AL,AA C1",
                "AL,AL,'CA C1,AA C1'",
                "ER,NE,-",
                "ER,AL,AA C1",
                "SU,NE,CA C1",
                "SU,SU,'CA C1,AA C1'",
                "-,AL,AA C1",
                "-,ER,-",
                "-,-,AA C1",
                "XX,NE,CA C1"
            })
    void answersWhatWasStoredAsAsked(
            @org.jspecify.annotations.Nullable String accept,
            @org.jspecify.annotations.Nullable String application,
            @org.jspecify.annotations.Nullable String expected)
            throws IOException {
        try (Post post = Post.open(temp.resolve("data"), MllpRules.usual())) {
            byte[] raw = utf8(asking(or(accept), or(application), "C1"));
            assertThat(answers(post.address(), raw, "AA")).isEqualTo(or(expected));
            assertThat(post.kept()).hasSize(2);
            assertThat(post.kept().getFirst().raw()).isEqualTo(raw);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AL,AL,CE C1",
                "AL,NE,CE C1",
                "NE,AL,AE C1",
                "ER,AL,CE C1",
                "SU,NE,-",
                "SU,AL,AE C1",
                "NE,NE,-",
                "-,-,AE C1"
            })
    void answersWhatCouldNotBeStored(
            @org.jspecify.annotations.Nullable String accept,
            @org.jspecify.annotations.Nullable String application,
            @org.jspecify.annotations.Nullable String expected)
            throws IOException {
        Problem full = Problem.of(Category.UNAVAILABLE, "journal.stopped");
        Inbox broken = new Inbox(draft -> CompletableFuture.failedFuture(full.asException()), new FeedCounters());
        try (MllpListener listener =
                MllpListener.open(Post.FEED, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), broken)) {
            byte[] raw = utf8(asking(or(accept), or(application), "C1"));
            assertThat(answers(listener.address(), raw, "AE")).isEqualTo(or(expected));
        }
    }

    @Test
    void refusesWhatIsTooLargeInTheModeAsked() throws IOException {
        try (Post post = Post.open(temp.resolve("data"), MllpRules.usual().largest(1_000))) {
            String head = header("MDM^T02", "C1").replace("|||||FRA|UNICODE UTF-8", "|||AL|NE|FRA");
            byte[] raw = utf8(message(head, "OBX|1|ED|||" + "A".repeat(50_000)));
            assertThat(answers(post.address(), raw, "AA")).isEqualTo("CR C1");
        }
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
