package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.Role;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;

/** Forms through the real pages: sent twice, they count once, whatever happens in between. */
class FormsTest {
    private static final char[] PASSPHRASE = "a passphrase for a test".toCharArray();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String PASSWORD = "colibri sur la branche";

    @TempDir
    Path folder;

    private OneTimePassword first = new OneTimePassword(new org.relais.kernel.StaffId("0".repeat(32)), "", "");

    /** A node, with pages. */
    private final class Node implements AutoCloseable {
        private final House house;
        private final WebApplication web;

        Node() {
            Path data = folder.resolve("data");
            boolean there = DataDirectory.isInitialised(data);
            house = there
                    ? House.open(data, PASSPHRASE.clone(), CLOCK)
                    : new House(DataDirectory.create(data, Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK);
            if (!there) {
                NewAccount asked = new NewAccount(
                        "nuit", "Line Laguerre", Set.of(Role.NIGHT_SUPERVISOR, Role.ADMINISTRATOR), Set.of());
                first = house.people().add(new Who.Operator(), asked).orThrow();
            }
            house.folded().await(house.data().journal().head(), java.time.Duration.ofMinutes(1));
            web = WebApplication.start(house, 0, List.of(), CLOCK);
        }

        List<String> facts(String type) {
            List<String> found = new ArrayList<>();
            house.data().journal().read(1, entry -> {
                if (entry.type().equals(type)) {
                    found.add(Long.toString(entry.position()));
                }
            });
            return found;
        }

        @Override
        public void close() {
            web.close();
            house.close();
        }
    }

    /** A person before a screen. */
    private static final class Desk {
        private static final Pattern HIDDEN =
                Pattern.compile("<input type=\"hidden\" name=\"(_\\w+)\" value=\"([^\"]*)\"");
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String base;

        Desk(Node node) {
            base = "http://127.0.0.1:" + node.web.port();
        }

        Desk in(String login, String password) throws IOException, InterruptedException {
            post("/login", form("/login", Map.of("username", login, "password", password)));
            return this;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** The form of a page as it is filled in: its own hidden fields, and what is typed. */
        Map<String, String> form(String page, Map<String, String> typed) throws IOException, InterruptedException {
            Map<String, String> fields = new HashMap<>();
            String html = get(page).body();
            Matcher hidden = HIDDEN.matcher(html.substring(html.indexOf("<main")));
            while (hidden.find()) {
                fields.putIfAbsent(hidden.group(1), hidden.group(2));
            }
            fields.putAll(typed);
            return fields;
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
                throws IOException, InterruptedException {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        static String to(HttpResponse<String> answer) {
            return answer.statusCode() + " "
                    + answer.headers().firstValue("Location").orElse("-");
        }
    }

    private Desk supervisor(Node node) throws IOException, InterruptedException {
        Desk desk = new Desk(node).in("nuit", first.password());
        Map<String, String> chosen =
                desk.form("/password", Map.of("old", first.password(), "wanted", PASSWORD, "again", PASSWORD));
        assertThat(Desk.to(desk.post("/password", chosen))).isEqualTo("303 /");
        return desk;
    }

    @Test
    void theSameFormSentAgainAfterARestartWritesNothingAndTellsTheFirst() throws IOException, InterruptedException {
        Map<String, String> sent;
        String number;
        try (Node node = new Node()) {
            Desk desk = supervisor(node);
            sent = desk.form("/crisis/declare", Map.of("reason", "Écrans noirs"));
            assertThat(Desk.to(desk.post("/crisis/declare", sent))).isEqualTo("303 /crisis");
            assertThat(node.facts("command.crisis-declared")).hasSize(1);
            number = node.facts("command.crisis-declared").getFirst();
            Map<String, String> lift = desk.form("/crisis/lift", Map.of("reason", "Fausse alerte"));
            desk.post("/crisis/lift", lift);
        }
        try (Node node = new Node()) {
            Desk desk = new Desk(node).in("nuit", PASSWORD);
            sent.put("_csrf", desk.form("/crisis/declare", Map.of()).getOrDefault("_csrf", ""));
            assertThat(Desk.to(desk.post("/crisis/declare", sent))).isEqualTo("303 /crisis");
            assertThat(desk.get("/crisis").body()).contains("n° " + number);
            assertThat(desk.get("/crisis").body()).doesNotContain("n° " + number);
            assertThat(node.facts("command.crisis-declared")).hasSize(1);
            Map<String, String> another = desk.form("/crisis/declare", Map.of("reason", "Écrans noirs"));
            desk.post("/crisis/declare", another);
            assertThat(node.facts("command.crisis-declared")).hasSize(2);
        }
    }

    @Test
    void anAccountIsAddedOnceAndAScriptIsToldWhereItLeads() throws IOException, InterruptedException {
        try (Node node = new Node()) {
            Desk desk = supervisor(node);
            Map<String, String> sent =
                    desk.form("/accounts/new", Map.of("login", "mcuriel", "name", "Marie Curiel", "roles", "MIDWIFE"));
            assertThat(desk.post("/accounts", sent).statusCode()).isEqualTo(200);
            HttpResponse<String> again = desk.post("/accounts", sent, "Relais-Form", "fetch");
            assertThat(again.statusCode()).isEqualTo(204);
            assertThat(again.headers().firstValue("Relais-Go")).contains("/accounts");
            assertThat(node.facts("access.account-added")).hasSize(2);
        }
    }

    @Test
    void aDraftComesBackAfterARestartAndGoesOnceItsFormWasTakenIn() throws IOException, InterruptedException {
        String kept = "/live/draft?form=/crisis/declare&patient=";
        Map<String, String> sent;
        try (Node node = new Node()) {
            Desk desk = supervisor(node);
            sent = desk.form("/crisis/declare", Map.of("reason", "Écrans noirs"));
            assertThat(desk.get(kept).statusCode()).isEqualTo(204);
            assertThat(desk.post("/live/draft", draft(sent)).statusCode()).isEqualTo(204);
        }
        try (Node node = new Node()) {
            Desk desk = new Desk(node).in("nuit", PASSWORD);
            assertThat(desk.get(kept).body()).contains("noirs", sent.get("_once"), "Brouillon de");
            sent.put("_csrf", desk.form("/crisis/declare", Map.of()).getOrDefault("_csrf", ""));
            desk.post("/crisis/declare", sent);
            assertThat(desk.get(kept).statusCode()).isEqualTo(204);
            assertThat(desk.post("/live/draft", draft(sent)).statusCode()).isEqualTo(204);
            assertThat(desk.get(kept).statusCode()).as("too late to be kept").isEqualTo(204);
            try (Stream<Path> files = Files.list(folder.resolve("data").resolve("drafts"))) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void whatWasTypedBeforeTheScreenLockedIsKeptAndHandedBackOnlyOnceUnlocked()
            throws IOException, InterruptedException {
        String kept = "/live/draft?form=/crisis/declare&patient=";
        try (Node node = new Node()) {
            Desk desk = supervisor(node);
            Map<String, String> sent = desk.form("/crisis/declare", Map.of("reason", "Écrans noirs"));
            String token = sent.getOrDefault("_csrf", "");
            desk.post("/lock", Map.of("_csrf", token));
            assertThat(desk.post("/live/draft", draft(sent)).statusCode()).isEqualTo(204);
            assertThat(desk.get(kept).statusCode()).as("locked").isEqualTo(401);
            Map<String, String> stranger = new HashMap<>(draft(sent));
            stranger.put("_csrf", "another page's");
            assertThat(desk.post("/live/draft", stranger).statusCode()).isEqualTo(403);
            assertThat(desk.post("/live/draft/discard", draft(sent)).statusCode())
                    .isEqualTo(401);
            desk.post("/unlock", Map.of("_csrf", token, "password", PASSWORD));
            assertThat(desk.get(kept).body()).contains("noirs");
        }
    }

    private static Map<String, String> draft(Map<String, String> sent) {
        return Map.of(
                "form", "/crisis/declare",
                "patient", "",
                "once", sent.getOrDefault("_once", ""),
                "fields", "[[\"reason\",\"Écrans noirs\",true]]",
                "_csrf", sent.getOrDefault("_csrf", ""));
    }
}
