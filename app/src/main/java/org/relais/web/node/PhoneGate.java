package org.relais.web.node;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.stream.Stream;
import org.relais.access.phones.Pairing;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends every login on a phone whose pairing is over or was taken back, before anything else looks at the request. */
final class PhoneGate extends OncePerRequestFilter {
    static final String COOKIE = "relais-phone";

    private final Pairing pairing;

    PhoneGate(Pairing pairing) {
        this.pairing = pairing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookie[] cookies = request.getCookies();
        boolean away = cookies != null
                && Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .anyMatch(cookie -> pairing.holder(cookie.getValue()).isEmpty());
        if (away) {
            turnAway(request, response);
        }
        chain.doFilter(request, response);
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Cookie over = new Cookie(COOKIE, "");
        over.setHttpOnly(true);
        over.setSecure(request.isSecure());
        over.setAttribute("SameSite", "Strict");
        over.setPath("/");
        over.setMaxAge(0);
        response.addCookie(over);
    }
}
