package org.relais.access.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.screens.Screen;
import org.relais.access.screens.ScreenHolders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops what a locked session asks for but boards without names, and what it sends but drafts of what was typed before;
 * ends sessions that no longer hold, and says who asks: a person, or a shared screen.
 */
final class SessionGate extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Screened screened;
    private final InstantSource clock;

    /** Shared screens, and those who come to them. */
    record Screened(ScreenHolders screens, VisitGate visits) {}

    SessionGate(Accounts accounts, Screened screened, InstantSource clock) {
        this.accounts = accounts;
        this.screened = screened;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        screen(request).ifPresent(screen -> Requests.screen(request, screen));
        Optional<AccountSession> session = AccountSession.of(request);
        Optional<Account> account = session.flatMap(mine -> mine.account(accounts, now));
        if (session.isEmpty() || account.isEmpty()) {
            end(request, session.isPresent());
            chain.doFilter(request, response);
        } else if (session.get().visit()) {
            screened.visits().pass(new VisitGate.Visit(session.get(), account.get(), request), response, chain, now);
        } else {
            Requests.account(request, account.get());
            Requests.locked(request, session.get().locked(now));
            own(session.get(), account.get().mustChange(), new Exchange(request, response, chain));
        }
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        void pass() throws ServletException, IOException {
            chain.doFilter(request, response);
        }
    }

    /** @param first a password given by somebody else waits to be changed */
    private void own(AccountSession session, boolean first, Exchange asked) throws ServletException, IOException {
        HttpServletRequest request = asked.request();
        boolean locked = Requests.locked(request);
        boolean harmless = Paths.board(request) || Paths.keepsTyped(request);
        if (Paths.besideTheLock(request) || (locked && harmless)) {
            asked.pass();
        } else if (locked) {
            Turned.away(request, asked.response(), Paths.LOCK);
        } else {
            if (!Paths.live(request)) {
                session.touch(clock.instant());
            }
            if (first && !session.byBadge() && !request.getServletPath().equals(Paths.PASSWORD)) {
                Turned.to(request, asked.response(), Paths.PASSWORD);
            } else {
                asked.pass();
            }
        }
    }

    /** The shared screen that asks, by its cookie. */
    Optional<Screen> screen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(ScreenHolders.COOKIE))
                        .flatMap(cookie -> screened.screens().holder(cookie.getValue()).stream())
                        .findFirst();
    }

    private static void end(HttpServletRequest request, boolean begun) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (begun && session != null) {
            session.invalidate();
        }
    }
}
