package org.relais.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.kernel.Language;
import org.springframework.http.ResponseCookie;

/** What a station remembers of its reader's habits: language, and whether single keys act. Cookies, no health data. */
final class Preferences {
    static final String LANGUAGE = "relais-lang";
    static final String KEYS = "relais-keys";

    private Preferences() {}

    /** The chosen language, else the first that the browser asks for and Relais speaks, else French. */
    static Language language(HttpServletRequest request) {
        return cookie(request, LANGUAGE)
                .flatMap(Preferences::named)
                .or(() -> request.getHeader("Accept-Language") == null
                        ? Optional.empty()
                        : Stream.of(request.getLocale())
                                .map(Locale::getLanguage)
                                .flatMap(code -> named(code).stream())
                                .findFirst())
                .orElse(Language.FR);
    }

    static boolean keys(HttpServletRequest request) {
        return cookie(request, KEYS).map(value -> !value.equals("off")).orElse(true);
    }

    static String remember(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }

    static Optional<Language> named(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
