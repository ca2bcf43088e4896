package org.relais.journal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority and what it issues, judged by OpenSSL. */
class AuthorityTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Host> HOSTS = hosts("relais.pointe.example", "10.20.0.5", "fd00:0:0:0:0:0:0:7");

    private final Instant now = Instant.now();

    @TempDir
    Path temp;

    private final Authority authority = Authority.create("Relais 3fa9c1d2", HOSTS, now, RANDOM);

    private static List<Host> hosts(String... texts) {
        return Stream.of(texts).map(text -> Host.of(text).orElseThrow()).toList();
    }

    private String openssl(String... words) throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/openssl")))
                .as("SKIPPED: no openssl, certificates are NOT judged by another program")
                .isTrue();
        String[] command = Stream.concat(Stream.of("openssl"), Stream.of(words)).toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String verified(Issued issued) throws IOException, InterruptedException {
        Files.writeString(temp.resolve("ca.pem"), Issued.pem(authority.certificate()));
        Files.writeString(temp.resolve("one.pem"), Issued.pem(issued.certificate()));
        return openssl("verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", "ca.pem", "one.pem");
    }

    @Test
    void opensslTrustsWhatItIssuesForItsNamesAndThoseBelow() throws IOException, InterruptedException {
        assertThat(verified(authority.issueServer(HOSTS, now, RANDOM))).contains("one.pem: OK");
        List<Host> below = hosts("feeds.relais.pointe.example", "127.0.0.1", "localhost");
        assertThat(verified(authority.issue(Authority.Use.SERVER, below, now, RANDOM)))
                .contains("one.pem: OK");
    }

    @Test
    void opensslRefusesWhateverLiesOutside() throws IOException, InterruptedException {
        for (String other : List.of("bank.example", "xrelais.pointe.example", "10.20.0.6", "fd00:0:0:0:0:0:0:8")) {
            List<Host> names = hosts(other);
            assertThatThrownBy(() -> authority.issue(Authority.Use.SERVER, names, now, RANDOM))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(verified(authority.issueAnyway(Authority.Use.SERVER, names, now, RANDOM)))
                    .as(other)
                    .contains("permitted subtree violation")
                    .doesNotContain("OK");
        }
    }

    @Test
    void theConstraintIsCriticalAndNoFurtherAuthorityMayBeMade() throws IOException, InterruptedException {
        Files.writeString(temp.resolve("ca.pem"), Issued.pem(authority.certificate()));
        assertThat(openssl("x509", "-in", "ca.pem", "-noout", "-text"))
                .contains("X509v3 Name Constraints: critical", "CA:TRUE, pathlen:0", "DNS:relais.pointe.example")
                .contains("IP:10.20.0.5/255.255.255.255", "IP:127.0.0.1/255.255.255.255");
        assertThat(openssl("x509", "-in", "ca.pem", "-noout", "-fingerprint", "-sha256")
                        .replace(':', ' '))
                .contains(authority.fingerprint());
    }

    @Test
    void comesBackFromItsBytes() throws IOException, InterruptedException {
        Authority again = Authority.of(encoded(), authority.key(), authority.hosts());
        assertThat(again.fingerprint()).isEqualTo(authority.fingerprint());
        assertThat(verified(again.issueServer(HOSTS, now, RANDOM))).contains("one.pem: OK");
    }

    private byte[] encoded() {
        try {
            return authority.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void nothingItIssuesOutlivesItOrAYearAndAMonth() {
        assertThat(Duration.between(
                        now, authority.issueServer(HOSTS, now, RANDOM).end()))
                .isLessThanOrEqualTo(Duration.ofDays(397));
        Instant late = now.plus(Duration.ofDays(3600));
        assertThat(authority.issueServer(HOSTS, late, RANDOM).end())
                .isEqualTo(authority.certificate().getNotAfter().toInstant());
    }

    @Test
    void hostsAreReadAsNamesOrAddressesAndNothingElse() {
        assertThat(hosts("Relais.Hôpital.example", " 10.0.0.1 ", "::1"))
                .extracting(Host::text)
                .containsExactly("relais.xn--hpital-ixa.example", "10.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(Stream.of("", "a b", "-x.example", "10.0.0", "300.1.1.1", "http://x", "x_y", "*.x.example", ":::")
                        .flatMap(text -> Host.of(text).stream()))
                .isEmpty();
    }
}
