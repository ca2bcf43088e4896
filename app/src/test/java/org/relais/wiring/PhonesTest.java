package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.OneTimePassword;
import org.relais.access.phones.Pairing;
import org.relais.access.phones.Phone;
import org.relais.access.phones.Phones;
import org.relais.cli.ServeOrder;
import org.relais.journal.DataDirectory;
import org.relais.journal.crypto.Host;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.Who;

/** A phone is connected by a code, used, and turned away, over HTTPS as a phone would. */
class PhonesTest {
    private static final char[] PASSPHRASE = "encore une phrase de passe".toCharArray();
    private static final String CHOSEN = "quatre mots bien choisis";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    static Path temp;

    private static Server server;
    private static String login;

    @BeforeAll
    static void serve() {
        InstantSource clock = InstantSource.system();
        DataDirectory.create(temp.resolve("data"), Mode.REAL, PASSPHRASE.clone(), clock)
                .close();
        ServeOrder.Https https =
                new ServeOrder.Https(0, List.of(Host.of("localhost").orElseThrow()));
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        server = Server.start(
                new ServeOrder(temp.resolve("data"), 0, 0, PASSPHRASE.clone(), null, nowhere, true, https), clock);
        OneTimePassword first = server.house().people().firstAdministrator().orElseThrow();
        server.house()
                .people()
                .changePassword(first.id(), first.password(), CHOSEN)
                .orThrow();
        login = first.login();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** A browser of its own. */
    private static final class Visitor {
        private final HttpClient client;

        Visitor() throws Exception {
            X509Certificate authority =
                    server.house().data().authority().current().orElseThrow().certificate();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            client = HttpClient.newBuilder()
                    .sslContext(context)
                    .cookieHandler(new CookieManager())
                    .build();
        }

        private static URI uri(String path) {
            return URI.create(String.valueOf(server.secureUrl())).resolve(path);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Sends the form of a page to a path. */
        HttpResponse<String> send(String page, String path, Map<String, String> fields)
                throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get(page).body());
            String csrf = token.find() ? token.group(1) : "";
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpRequest request = HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            body + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        Visitor logIn() throws IOException, InterruptedException {
            send("/login", "/login", Map.of("username", login, "password", CHOSEN));
            assertThat(get("/phones").statusCode()).isEqualTo(200);
            return this;
        }
    }

    private static String code(String page) {
        Matcher link = Pattern.compile("/phone/([0-9a-f]{32})").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Phone only(String label) {
        List<Phone> found = server.house().models().phones().list().stream()
                .filter(phone -> phone.label().equals(label))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aPhoneIsPairedOnceUsedAndTurnedAwayWithEverythingOpenOnIt() throws Exception {
        Visitor station = new Visitor().logIn();
        String shown = station.send("/phones", "/phones", Map.of("label", "Maternité 2", "ward", ""))
                .body();
        String door = "/phone/" + code(shown);
        assertThat(shown).contains("data:image/svg+xml;base64,");

        Visitor phone = new Visitor();
        assertThat(phone.get(door).body()).contains("Maternité 2");
        HttpResponse<String> paired = phone.send(door, door, Map.of());
        assertThat(paired.statusCode()).isEqualTo(303);
        assertThat(paired.headers().firstValue("Set-Cookie").orElse(""))
                .contains("relais-phone=", "HttpOnly", "Secure", "SameSite=Strict", "Max-Age=43200");
        assertThat(new Visitor().send("/login", door, Map.of()).statusCode()).isEqualTo(403);
        phone.logIn();

        station.send("/phones", "/phones/" + only("Maternité 2").id() + "/revoke", Map.of());
        assertThat(only("Maternité 2").revoked()).isTrue();
        HttpResponse<String> after = phone.get("/phones");
        assertThat(after.statusCode()).isNotEqualTo(200);
        assertThat(after.body()).doesNotContain("Maternité 2");
        assertThat(station.get("/phones").body()).contains("Maternité 2");
    }

    @Test
    void theAuthoritysCertificateAndTheSheetAreThere() throws Exception {
        HttpResponse<String> certificate = new Visitor().get("/ca.crt");
        assertThat(certificate.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
        Visitor station = new Visitor().logIn();
        assertThat(station.get("/phones/sheet.pdf?wifi=HOPITAL").body()).startsWith("%PDF");
        assertThat(station.send("/phones", "/phones", Map.of("label", " ", "ward", ""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aPairingEndsByItselfAfterTwelveHoursAndACodeAfterTenMinutes() {
        Instant[] now = {Instant.now()};
        InstantSource clock = () -> now[0];
        Phones phones = new Phones(clock);
        House house = server.house();
        Pairing pairing = new Pairing(house.data().journal(), house.folded(), phones, clock);
        Who who = new Who.Operator();
        String late = pairing.offer(who, "Bloc", "").orThrow();
        now[0] = now[0].plus(Pairing.CODE_LASTS);
        assertThat(pairing.answer(late)).isInstanceOf(Outcome.Refused.class);

        String code = pairing.offer(who, "Bloc", "").orThrow();
        Pairing.Paired paired = pairing.answer(code).orThrow();
        assertThat(pairing.answer(code)).isInstanceOf(Outcome.Refused.class);
        house.data().journal().read(1, phones::apply);
        assertThat(pairing.holder(paired.cookie())).isPresent();
        assertThat(pairing.holder(paired.cookie().replaceFirst(".$", "x"))).isEmpty();
        String secret = paired.cookie().substring(32);
        assertThat(pairing.holder(paired.cookie().substring(0, 32) + new StringBuilder(secret).reverse()))
                .isEmpty();
        assertThat(paired.toString()).doesNotContain(secret);
        now[0] = now[0].plus(Pairing.LASTS);
        assertThat(pairing.holder(paired.cookie())).isEmpty();
    }
}
