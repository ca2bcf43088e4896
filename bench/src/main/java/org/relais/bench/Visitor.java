package org.relais.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody before the pages of a node, without a browser: forms are sent as they stand, with what they hide. */
final class Visitor implements AutoCloseable {
    static final String LOGIN = "mesure";
    static final String PASSWORD = "quatre mots pour mesurer";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern CHART = Pattern.compile("href=\"(/patients/[0-9a-f]{32})\"");

    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String form = "";

    Visitor(String url) {
        this.url = url.substring(0, url.length() - 1);
    }

    Visitor logIn(String password) throws IOException, InterruptedException {
        form = get("/login");
        String inside = post("/login", Map.of("username", LOGIN, "password", password));
        if (inside.contains("id=\"username\"")) {
            throw new IOException("not let in");
        }
        form = inside;
        return this;
    }

    void choosePassword(String first) throws IOException, InterruptedException {
        post("/password", Map.of("old", first, "wanted", PASSWORD, "again", PASSWORD));
        form = get("/patients");
    }

    /** Opens the page of the search, whose form is sent from then on. */
    Visitor atSearch() throws IOException, InterruptedException {
        form = get("/patients");
        return this;
    }

    /** Searches. @return the addresses of the charts found, in order */
    List<String> find(String question) throws IOException, InterruptedException {
        Matcher found = CHART.matcher(post("/patients", Map.of("q", question)));
        List<String> charts = new ArrayList<>();
        while (found.find()) {
            charts.add(found.group(1));
        }
        return charts;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).build());
    }

    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        StringJoiner body = new StringJoiner("&");
        Matcher hidden = HIDDEN.matcher(form);
        Set<String> named = new HashSet<>();
        while (hidden.find()) {
            if (named.add(hidden.group(1))) {
                body.add(encoded(hidden.group(1)) + "=" + encoded(hidden.group(2)));
            }
        }
        fields.forEach((name, value) -> body.add(encoded(name) + "=" + encoded(value)));
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
