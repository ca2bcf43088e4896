package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which paths are special to the door, and how one comes back to where one was. */
public final class Paths {
    /** The only paths that need no login. */
    public static final List<String> OPEN = List.of(
            "/login",
            "/enrol",
            "/static/**",
            "/assets/**",
            "/health",
            "/ready",
            "/metrics",
            "/language",
            "/live/door",
            "/error",
            "/phone/*",
            "/ca.crt");

    static final String HOME = "/";
    static final String SHARED = "/shared";
    static final String LOGIN = "/login";
    static final String ENROL = "/enrol";
    static final String LOCK = "/lock";
    static final String UNLOCK = "/unlock";
    static final String LOGOUT = "/logout";
    static final String PASSWORD = "/password";
    private static final String LIVE = "/live";
    private static final String DRAFT = "/live/draft";
    private static final int LONGEST = 2000;

    /** Boards without health data: they never lock. */
    private static final Set<String> BOARDS = Set.of("/wards", "/live/wards", "/crisis");

    /** What a locked session may still ask for. */
    private static final List<String> BESIDE_THE_LOCK = List.of(
            LOGIN,
            ENROL,
            LOCK,
            UNLOCK,
            LOGOUT,
            "/live/lock",
            "/live/board",
            "/live/banner",
            "/live/door",
            "/static/",
            "/assets/",
            "/health",
            "/ready",
            "/metrics",
            "/language",
            "/error");

    private Paths() {}

    /** A live call (path {@code /live…}, or an event stream): it never counts as activity, and gets 401, no page. */
    static boolean live(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return under(request.getServletPath(), LIVE) || (accept != null && accept.contains("text/event-stream"));
    }

    static boolean besideTheLock(HttpServletRequest request) {
        return BESIDE_THE_LOCK.stream().anyMatch(prefix -> under(request.getServletPath(), prefix));
    }

    /**
     * Whether a page hands over what was typed on it before its screen locked: that much is kept, and nothing is handed
     * back until it is unlocked.
     */
    static boolean keepsTyped(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals(DRAFT);
    }

    /** Whether a locked screen may go on showing this: a board that names nobody. */
    static boolean board(HttpServletRequest request) {
        return request.getMethod().equals("GET") && BOARDS.contains(request.getServletPath());
    }

    /** Where a screen that locks goes: a board stays, any other page gives way to the lock. */
    static String locked(@Nullable String next) {
        String wanted = local(next);
        return BOARDS.contains(wanted.split("[?#]", 2)[0]) ? wanted : again(LOCK, next);
    }

    /** Where one goes who has left: the ward of a shared screen, else the door. */
    static String home(HttpServletRequest request) {
        return Requests.screen(request).isPresent() ? SHARED : LOGIN;
    }

    private static boolean under(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /**
     * The path to come back to, when it is one of this node: begins with one slash, and is no page of the door itself.
     * Anything else is the home page.
     */
    public static String local(@Nullable String next) {
        if (next == null || next.length() > LONGEST || !next.startsWith("/") || next.startsWith("//")) {
            return HOME;
        }
        boolean odd = next.chars().anyMatch(c -> c < ' ' + 1 || c == '\\' || c > '~');
        String path = next.split("[?#]", 2)[0];
        boolean door = Stream.of(LOGIN, ENROL, LOCK, UNLOCK, LOGOUT, LIVE).anyMatch(one -> under(path, one));
        return odd || door ? HOME : next;
    }

    /** A page of the door that leads back to where this request was made from. */
    static String back(String door, HttpServletRequest request) {
        return again(door, here(request));
    }

    /** A page of the door that leads on to where one wanted to go. */
    static String again(String door, @Nullable String wanted) {
        String next = local(wanted);
        return next.equals(HOME) ? door : door + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** The page that a request is made from: where a part of one is asked for, the page it is for. */
    public static String here(HttpServletRequest request) {
        if (partial(request)) {
            return pathOf(request.getHeader("HX-Current-URL")).orElse(HOME);
        }
        if (!request.getMethod().equals("GET")) {
            return HOME;
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Whether only a part of a page is asked for. */
    static boolean partial(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static Optional<String> pathOf(@Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String query = uri.getRawQuery();
            return Optional.ofNullable(uri.getRawPath()).map(path -> path + (query == null ? "" : "?" + query));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
