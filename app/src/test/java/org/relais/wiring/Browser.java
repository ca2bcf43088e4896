package org.relais.wiring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, follows nothing, and fills in the forms of pages. */
final class Browser implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    Browser(int port) {
        base = "http://127.0.0.1:" + port;
    }

    Browser in(String login, String password) {
        fill("/login", "/login", Map.of("username", login, "password", password));
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Asks for a part of the page one is on. */
    HttpResponse<String> part(String path, String of) {
        return send(request(path)
                .header("HX-Request", "true")
                .header("HX-Current-URL", base + of)
                .GET());
    }

    /** Fills in a form of a page and sends it. */
    HttpResponse<String> fill(String page, String action, Map<String, String> typed) {
        String html = get(page).body();
        int form = Math.max(0, html.indexOf("action=\"" + action + "\""));
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(html.substring(form));
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        fields.putAll(typed);
        return post(action, fields);
    }

    /** Sends fields that no page was asked for. */
    HttpResponse<String> post(String action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What proves that a form comes from a page of this session. */
    String csrf() {
        Matcher hidden = HIDDEN.matcher(get("/login").body());
        while (hidden.find()) {
            if (hidden.group(1).equals("_csrf")) {
                return hidden.group(2);
            }
        }
        return "";
    }

    /** Status, and where it leads. */
    static String to(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("-");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
