package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.framed;
import static org.relais.testkit.Hl7.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.feeds.FeedCounters.Why;
import org.relais.feeds.FeedDesk;
import org.relais.feeds.FeedKeys;
import org.relais.feeds.FeedRoster;
import org.relais.feeds.KeysInstalled;
import org.relais.feeds.Peers;
import org.relais.journal.DataDirectory;
import org.relais.journal.TestDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

/**
 * Encrypted lines with peers that are not ours: the JDK's own client, and openssl where there is one. The keys in
 * {@code src/test/resources/feeds} belong to nobody.
 */
class MllpTlsTest {
    private static final char[] PASSWORD = "relais-test".toCharArray();

    @TempDir
    Path temp;

    private @Nullable Post post;

    @AfterEach
    void close() {
        if (post != null) {
            post.close();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MllpTlsTest.class.getResourceAsStream("/feeds/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** Keys installed the way an administrator does, and read back from their sealed file. */
    private FeedKeys keys(byte[] clients) throws IOException {
        try (DataDirectory directory =
                TestDirectory.create(temp.resolve("keys"), Mode.DEMO, java.time.InstantSource.system())) {
            var sealed = directory.journal().sealedFiles("feed-keys");
            FeedKeys keys = FeedKeys.open(directory.path(), sealed);
            assertThat(keys.context()).isEmpty();
            new FeedDesk(directory.journal(), new FeedRoster(), keys)
                    .install(
                            new Who.Operator(),
                            new FeedKeys.Delivery(resource("server.p12"), PASSWORD.clone(), clients))
                    .orThrow();
            FeedRoster roster = new FeedRoster();
            directory.journal().read(1, roster::apply);
            KeysInstalled installed = roster.keys().orElseThrow();
            assertThat(installed.subject()).isEqualTo("CN=Relais test node");
            assertThat(installed.clients()).hasSize(clients.length == 0 ? 0 : 1);
            assertThat(new String(
                            Files.readAllBytes(directory.path().resolve("feed-keys")), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Relais test node")
                    .startsWith("RELAISSF");
            FeedKeys again = FeedKeys.open(directory.path(), sealed);
            assertThat(again.knowsClients()).isEqualTo(clients.length > 0);
            return again;
        }
    }

    private Post open(boolean mutual) throws IOException {
        FeedKeys keys = keys(mutual ? resource("sender.pem") : new byte[0]);
        Post opened = Post.open(
                temp.resolve("data"),
                MllpRules.usual()
                        .peers(Peers.of(List.of("127.0.0.1")))
                        .line(new MllpRules.Line(false, mutual, keys::context)));
        post = opened;
        return opened;
    }

    /** A client that trusts the node's certificate and shows one of its own, or none. */
    private static SSLContext client(@Nullable String own) throws Exception {
        KeyStore trusted = store("server.p12");
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("node", trusted.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        TrustManager[] managers = trust.getTrustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        if (own == null) {
            context.init(null, managers, null);
        } else {
            KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
            key.init(store(own), PASSWORD);
            context.init(key.getKeyManagers(), managers, null);
        }
        return context;
    }

    private static KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new java.io.ByteArrayInputStream(resource(name)), PASSWORD);
        return store;
    }

    private static void exchange(SSLContext client, InetSocketAddress address) throws IOException {
        try (Sender sender =
                new Sender(client.getSocketFactory().createSocket(address.getAddress(), address.getPort()))) {
            byte[] one = utf8(admission("C1", "0001", "ADÉLAÏDE"));
            byte[] two = utf8(admission("C2", "0002", "RÉMY"));
            sender.write(framed(one));
            assertThat(sender.answers(1)).containsExactly("AA C1");
            sender.write(framed(two, one));
            assertThat(sender.answers(2)).containsExactly("AA C2", "AA C1");
        }
    }

    private static void refused(SSLContext client, Post door, long before) throws IOException {
        try (Sender sender = new Sender(client.getSocketFactory()
                .createSocket(door.address().getAddress(), door.address().getPort()))) {
            sender.write(framed(utf8(admission("X1", "0001", "A"))));
            assertThat(sender.answer()).isNull();
        } catch (IOException cutOff) {
            assertThat(cutOff).isInstanceOfAny(SSLException.class, java.net.SocketException.class);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> door.counts().turnedAway() == before + 1);
        assertThat(Objects.requireNonNull(door.counts().lastTurned()).why()).isEqualTo(Why.TLS);
    }

    @Test
    void takesMessagesOverTls() throws Exception {
        Post door = open(false);
        exchange(client(null), door.address());
        assertThat(door.kept()).hasSize(2);
        assertThat(door.counts().turnedAway()).isZero();
    }

    @Test
    void asksForACertificateItKnowsAndCountsWhoShowsNone() throws Exception {
        Post door = open(true);
        exchange(client("sender.p12"), door.address());
        refused(client("stranger.p12"), door, 0);
        refused(client(null), door, 1);
        try (Sender plain = new Sender(door.address())) {
            plain.write(framed(utf8(admission("X2", "0001", "A"))));
            plain.finish();
            String answer = answerOrNothing(plain);
            assertThat(answer).isNull();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> door.counts().turnedAway() == 3);
        assertThat(door.kept()).hasSize(2);
    }

    private static @Nullable String answerOrNothing(Sender sender) {
        try {
            return sender.answer();
        } catch (IOException reset) {
            return null;
        }
    }

    @Test
    void answersOpensslToo() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
        Post door = open(false);
        Path message = Files.write(temp.resolve("message"), framed(utf8(admission("C1", "0001", "ADÉLAÏDE"))));
        Path out = temp.resolve("answer");
        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "s_client",
                        "-quiet",
                        "-no_ign_eof",
                        "-connect",
                        "127.0.0.1:" + door.address().getPort())
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            openssl.getOutputStream().write(Files.readAllBytes(message));
            openssl.getOutputStream().flush();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Files.readString(out, StandardCharsets.ISO_8859_1).contains("MSA|AA|C1"));
        } finally {
            openssl.getOutputStream().close();
            openssl.destroy();
            assertThat(openssl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(door.kept()).hasSize(1);
    }

    @Test
    void takesPemFilesAsTheSitesAuthorityWritesThem() throws Exception {
        KeyStore store = store("server.p12");
        var certificate = (java.security.cert.X509Certificate) store.getCertificate("server");
        byte[] chain = utf8(org.relais.journal.crypto.Issued.pem(certificate));
        String key = java.util.Base64.getMimeEncoder()
                .encodeToString(store.getKey("server", PASSWORD).getEncoded());
        byte[] pem = utf8("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        try (DataDirectory directory =
                TestDirectory.create(temp.resolve("pem"), Mode.DEMO, java.time.InstantSource.system())) {
            FeedKeys keys = FeedKeys.open(directory.path(), directory.journal().sealedFiles("feed-keys"));
            new FeedDesk(directory.journal(), new FeedRoster(), keys)
                    .install(
                            new Who.Operator(),
                            FeedKeys.Delivery.ofPem(chain, pem, chain).orThrow())
                    .orThrow();
            assertThat(keys.context()).isPresent();
            assertThat(keys.knowsClients()).isTrue();
            assertThat(FeedKeys.Delivery.ofPem(chain, utf8("no key"), chain))
                    .isInstanceOf(org.relais.kernel.Outcome.Refused.class);
        }
    }

    @Test
    void refusesKeysThatAreNone() throws IOException {
        try (DataDirectory directory =
                TestDirectory.create(temp.resolve("none"), Mode.DEMO, java.time.InstantSource.system())) {
            FeedKeys keys = FeedKeys.open(directory.path(), directory.journal().sealedFiles("feed-keys"));
            FeedDesk desk = new FeedDesk(directory.journal(), new FeedRoster(), keys);
            for (FeedKeys.Delivery wrong : List.of(
                    new FeedKeys.Delivery(resource("server.p12"), "wrong".toCharArray(), new byte[0]),
                    new FeedKeys.Delivery(resource("sender.pem"), PASSWORD.clone(), new byte[0]),
                    new FeedKeys.Delivery(resource("server.p12"), PASSWORD.clone(), utf8("no certificate")))) {
                var refused = (org.relais.kernel.Outcome.Refused<?>) desk.install(new Who.Operator(), wrong);
                assertThat(refused.problem().messageKey()).isEqualTo("feeds.keys-wrong");
            }
            assertThat(keys.context()).isEmpty();
            assertThat(directory.path().resolve("feed-keys")).doesNotExist();
            Files.writeString(directory.path().resolve("feed-keys"), "altered");
            assertThat(FeedKeys.open(directory.path(), directory.journal().sealedFiles("feed-keys"))
                            .context())
                    .as("a node starts all the same")
                    .isEmpty();
        }
    }
}
