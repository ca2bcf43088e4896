package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.relais.access.Account;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.Right;
import org.relais.access.Rights;
import org.relais.access.Role;
import org.relais.access.TraceLog;
import org.relais.access.spring.AtSharedScreen;
import org.relais.access.spring.Needs;
import org.relais.access.spring.Open;
import org.relais.care.identity.Patient;
import org.relais.testkit.Hl7;
import org.relais.web.shell.Person;
import org.relais.web.shell.Section;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every route of the pages: it declares its right, and what shows health data leaves a trace. */
class RouteWalkTest {
    private static final Path SECURITY = Path.of("..", "docs", "security.md");
    private static final String CANARY = "ZZCANARI";
    private static final String NUMBER = "9912345678";
    private static final String PASSWORD = "colibri sur la branche";
    private static final Set<String> STREAMS = Set.of("/live", "/live/board", "/live/screen");
    /** Understood by nobody, but kept: it stands in quarantine. */
    private static final String ODD = Hl7.message(Hl7.header("ADT^A99", "W2"), Hl7.pid(NUMBER, CANARY, "Marie-Ange"));

    @TempDir
    static Path folder;

    private static SmallHouse site;
    private static WebApplication web;
    private static HttpClient client;
    private static Map<RequestMappingInfo, HandlerMethod> routes;
    private static Patient patient;
    private static Account account;

    @BeforeAll
    static void everybodyAtOnce() throws IOException, InterruptedException {
        site = new SmallHouse(folder.resolve("data"));
        site.hears(Hl7.admission("W1", NUMBER, CANARY));
        site.hears(ODD);
        patient = site.house
                .folded()
                .query(() -> site.house.wards().patients().byIdentifier(NUMBER))
                .getFirst();
        OneTimePassword made = site.house
                .people()
                .add(
                        SmallHouse.OPERATOR,
                        new NewAccount(
                                "tout", "Compte De Tous", EnumSet.allOf(Role.class), Set.of(SmallHouse.MEDICINE)))
                .orThrow();
        site.house.people().changePassword(made.id(), made.password(), PASSWORD).orThrow();
        account = site.house.models().accounts().byId(made.id()).orElseThrow();
        web = WebApplication.start(site.house, 0, List.of(), () -> site.now);
        routes = web.routes();
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(post("/login", Map.of("username", "tout", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @AfterAll
    static void close() {
        client.close();
        web.close();
        site.close();
    }

    @Test
    void everyRouteDeclaresItsRightOrIsOpen() {
        List<String> silent = routes.entrySet().stream()
                .filter(route -> !declares(route.getValue(), Needs.class)
                        && !declares(route.getValue(), Open.class)
                        && !declares(route.getValue(), AtSharedScreen.class))
                .flatMap(route -> named(route.getKey()))
                .toList();
        assertThat(silent).isEmpty();
        assertThat(routes).hasSizeGreaterThan(40);
    }

    @Test
    void openRoutesAreListedInTheDocumentationAndNoOthersExist() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher lines = Pattern.compile("(?m)^\\| `([A-Z]+ /[^`]*)` \\|").matcher(Files.readString(SECURITY));
        while (lines.find()) {
            listed.add(lines.group(1));
        }
        Set<String> open = routes.entrySet().stream()
                .filter(route -> open(route.getValue())
                        || (declares(route.getValue(), AtSharedScreen.class)
                                && !declares(route.getValue(), Needs.class)))
                .flatMap(route -> named(route.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).isEqualTo(listed);
    }

    @Test
    void aLineOfTheMenuIsShownToThoseWhoAreGivenItsPageAndNobodyElse() {
        for (Section section : Section.values()) {
            Set<Right> needed = needed(section.path());
            for (Role role : Role.values()) {
                Person person = new Person("X", SmallHouse.OPERATOR, Rights.of(role));
                assertThat(section.open(person))
                        .as(role + " before " + section.path())
                        .isEqualTo(person.rights().containsAll(needed));
            }
        }
    }

    /** The rights that a page asks for. */
    private static Set<Right> needed(String path) {
        HandlerMethod page = routes.entrySet().stream()
                .filter(route -> paths(route.getKey(), "GET").contains(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        Needs own = page.getMethodAnnotation(Needs.class);
        Needs needs = own != null ? own : AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), Needs.class);
        return needs == null ? Set.of() : Set.of(needs.value());
    }

    @Test
    void whoIsNotLoggedInGetsNothingElse() throws IOException, InterruptedException {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> route : routes.entrySet()) {
                for (String path : paths(route.getKey(), "GET")) {
                    if (!open(route.getValue())) {
                        HttpResponse<String> answer =
                                stranger.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
                        assertThat(answer.statusCode()).as(path).isIn(303, 401, 403);
                        assertThat(answer.body()).as(path).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void whatShowsHealthDataLeavesATrace() throws IOException, InterruptedException {
        String chart = "/patients/" + patient.id().hex();
        assertThat(telling(get(chart))).as("the patient shows on her chart").isTrue();
        Set<String> shown = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> route : routes.entrySet()) {
            for (String path : paths(route.getKey(), "GET")) {
                if (STREAMS.contains(path)) {
                    continue;
                }
                int before = traces();
                if (telling(get(path))) {
                    boolean broughtUpToDate =
                            path.startsWith("/live/") && shown.contains(path.substring("/live".length()));
                    assertThat(traces()).as("traces after " + path).isGreaterThan(broughtUpToDate ? -1 : before);
                    shown.add(path);
                }
            }
        }
        int before = traces();
        assertThat(telling(post("/patients", Map.of("q", CANARY)))).isTrue();
        assertThat(traces()).isGreaterThan(before);
        assertThat(shown)
                .contains(
                        chart,
                        chart + "/summary.pdf",
                        chart + "/identity",
                        chart + "/accesses",
                        chart + "/accesses.pdf",
                        "/wards/6268",
                        "/census",
                        "/traces");
    }

    private static int traces() {
        site.folded();
        return site.house.models().traces().count(new TraceLog.Filter.All());
    }

    /** Whether an answer tells of the patient, on a page or on paper. */
    private static boolean telling(HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String text = type.startsWith("application/pdf") ? printed(body) : new String(body, StandardCharsets.UTF_8);
        return text.contains(CANARY) || text.contains(NUMBER);
    }

    private static String printed(byte[] pdf) {
        try (PdfReader reader = new PdfReader(new ByteArrayInputStream(pdf))) {
            StringBuilder text = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page));
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean open(HandlerMethod method) {
        return method.hasMethodAnnotation(Open.class)
                || (!method.hasMethodAnnotation(Needs.class)
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class));
    }

    private static boolean declares(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> what) {
        return method.hasMethodAnnotation(what) || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), what);
    }

    /** Method and pattern, as the documentation lists them. */
    private static Stream<String> named(RequestMappingInfo route) {
        List<String> methods = route.getMethodsCondition().getMethods().isEmpty()
                ? List.of("ANY")
                : route.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .sorted()
                        .toList();
        return route.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }

    /** The addresses of a route, its variables filled with what exists where it can be told. */
    private static List<String> paths(RequestMappingInfo route, String method) {
        boolean answers = route.getMethodsCondition().getMethods().stream()
                .anyMatch(one -> one.name().equals(method));
        List<String> paths = new ArrayList<>();
        if (answers) {
            route.getPatternValues().forEach(pattern -> paths.addAll(filled(pattern)));
        }
        return paths;
    }

    private static List<String> filled(String pattern) {
        Map<String, String> values = new TreeMap<>();
        values.put("code", "6268");
        values.put("ward", "6268");
        values.put("position", Long.toString(odd()));
        values.put(
                "id",
                pattern.startsWith("/accounts")
                        ? account.id().hex()
                        : patient.id().hex());
        return Addresses.of(pattern, values);
    }

    private static long odd() {
        return site.house
                .folded()
                .query(() -> site.house.models().quarantine().list(Long.MAX_VALUE, 1))
                .getFirst()
                .position();
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String page = new String(get("/login").body(), StandardCharsets.UTF_8);
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        Map<String, String> whole = new TreeMap<>(form);
        whole.put("_csrf", token.group(1));
        String body = whole.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
    }
}
