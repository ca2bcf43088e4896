package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.cli.ServeOrder;
import org.relais.journal.DataDirectory;
import org.relais.journal.crypto.Host;
import org.relais.journal.crypto.Issued;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;

/** The pages over TLS, met by other programs; and plain HTTP met from elsewhere. */
class HttpsTest {
    private static final char[] PASSPHRASE = "encore une phrase de passe".toCharArray();

    /** It is almost a year ago when the server starts. */
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    @TempDir
    static Path temp;

    private static Server server;
    private static X509Certificate authority;

    @BeforeAll
    static void serve() throws IOException {
        NOW.set(Instant.now().minus(Duration.ofDays(350)));
        InstantSource clock = NOW::get;
        DataDirectory.create(temp.resolve("data"), Mode.REAL, PASSPHRASE.clone(), clock)
                .close();
        server = Server.start(order(List.of("relais.pointe.example")), clock);
        authority = server.house().data().authority().current().orElseThrow().certificate();
        Files.writeString(temp.resolve("ca.pem"), Issued.pem(authority));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static ServeOrder order(List<String> names) {
        List<Host> hosts =
                names.stream().flatMap(name -> Host.of(name).stream()).toList();
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        ServeOrder.Https https = new ServeOrder.Https(0, hosts);
        return new ServeOrder(temp.resolve("data"), 0, 0, PASSPHRASE.clone(), null, nowhere, true, https);
    }

    private static int port() {
        return URI.create(String.valueOf(server.secureUrl())).getPort();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> health() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            URI uri = URI.create("https://localhost:" + port() + "/health");
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static X509Certificate shown(HttpResponse<String> response) throws Exception {
        return (X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private static Optional<InetAddress> elsewhere() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst();
    }

    private static String curl(String... words) throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/curl")))
                .as("SKIPPED: no curl, TLS is NOT tried by another program")
                .isTrue();
        String[] command = Stream.concat(Stream.of("curl", "-sS", "--max-time", "30"), Stream.of(words))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void curlReachesThePagesByTheirNameOverHttp2() throws IOException, InterruptedException {
        String said = curl(
                "--http2",
                "--cacert",
                "ca.pem",
                "--resolve",
                "relais.pointe.example:" + port() + ":127.0.0.1",
                "-w",
                "%{http_version} %{ssl_verify_result}",
                "https://relais.pointe.example:" + port() + "/health");
        assertThat(said).isEqualTo("up\n2 0");
    }

    @Test
    void curlRefusesWithoutTheAuthorityAndUnderAnotherName() throws IOException, InterruptedException {
        String address = "relais.pointe.example:" + port();
        assertThat(curl("--resolve", address + ":127.0.0.1", "https://" + address + "/health"))
                .contains("certificate");
        String other = "bank.example:" + port();
        assertThat(curl("--cacert", "ca.pem", "--resolve", other + ":127.0.0.1", "https://" + other + "/health"))
                .contains("bank.example")
                .doesNotContain("up\n");
    }

    @Test
    void answersOnlyToItsNames() throws IOException, InterruptedException {
        String said = curl(
                "--cacert",
                "ca.pem",
                "-o",
                "/dev/null",
                "-w",
                "%{http_code}",
                "-H",
                "Host: bank.example",
                "https://localhost:" + port() + "/health");
        assertThat(said).isEqualTo("421");
    }

    @Test
    void plainHttpIsOnLoopbackOnly() throws IOException {
        Optional<InetAddress> address = elsewhere();
        assumeThat(address)
                .as("SKIPPED: this machine has no address but loopback")
                .isPresent();
        int plain = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> connect(address.get(), plain)).isInstanceOf(ConnectException.class);
        connect(address.get(), port());
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 10_000);
        }
    }

    @Test
    void theCertificateIsRenewedWhileTheServerRuns() throws Exception {
        X509Certificate first = shown(health());
        assertThat(health().version()).isEqualTo(HttpClient.Version.HTTP_2);
        server.renewCertificate();
        assertThat(shown(health())).isEqualTo(first);

        NOW.set(Instant.now());
        server.renewCertificate();
        X509Certificate second = shown(health());
        assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
        assertThat(second.getNotAfter().toInstant()).isAfter(first.getNotAfter().toInstant());
    }

    @Test
    void anAuthorityIssuesNothingForNamesItWasNotMadeFor() {
        List<Host> other = List.of(Host.of("bank.example").orElseThrow());
        assertThatThrownBy(() -> SiteCertificate.of(server.house(), other, NOW::get))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().messageKey()).isEqualTo("tls.outside"));
    }
}
