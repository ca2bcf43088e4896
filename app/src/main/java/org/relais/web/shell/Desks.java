package org.relais.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.access.Stations;
import org.relais.kernel.Pseudonyms;
import org.springframework.http.ResponseCookie;

/**
 * The stations by which pages are looked at: each is known by a random id in a cookie that this site has signed, and
 * holds nothing else. How its scanner types is in the journal.
 */
public final class Desks {
    private static final String COOKIE = "relais-station";
    private static final Duration KEPT = Duration.ofDays(400);

    private final Stations stations;
    private final Pseudonyms signature;

    public Desks(Stations stations, Pseudonyms signature) {
        this.stations = stations;
        this.signature = signature;
    }

    /** The id of the station that asks, when it has one of this site. */
    public Optional<String> id(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(this::signed)
                        .map(value -> value.substring(0, value.indexOf('.')))
                        .findFirst();
    }

    private boolean signed(String value) {
        int dot = value.indexOf('.');
        String id = dot < 0 ? "" : value.substring(0, dot);
        return FormKey.wellFormed(id)
                && MessageDigest.isEqual(
                        sign(id).getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String id) {
        return id + "." + signature.of("station", id);
    }

    /** The cookie that makes a browser a station. */
    public String cookie(String id, boolean secure) {
        return ResponseCookie.from(COOKIE, sign(id))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(KEPT)
                .build()
                .toString();
    }

    /** How the station's scanner types: layout, semicolon, what becomes of GS; empty when it was not calibrated. */
    public String scanner(HttpServletRequest request) {
        return id(request)
                .flatMap(stations::find)
                .map(station -> station.how().layout() + ";" + station.how().gs())
                .orElse("");
    }
}
