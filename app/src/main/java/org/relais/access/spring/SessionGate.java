package org.relais.access.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops what a locked session asks for, ends sessions that no longer hold, and says who asks. */
final class SessionGate extends OncePerRequestFilter {
    private final Accounts accounts;
    private final InstantSource clock;

    SessionGate(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        Optional<AccountSession> session = AccountSession.of(request);
        Optional<Account> account = session.flatMap(mine -> mine.account(accounts, now));
        if (session.isEmpty() || account.isEmpty()) {
            end(request, session.isPresent());
            chain.doFilter(request, response);
            return;
        }
        Requests.account(request, account.get());
        if (Paths.besideTheLock(request)) {
            chain.doFilter(request, response);
        } else if (session.get().locked(now)) {
            Turned.away(request, response, Paths.LOCK);
        } else {
            if (!Paths.live(request)) {
                session.get().touch(now);
            }
            boolean first = account.get().mustChange() && !session.get().byBadge();
            pass(first, request, response, chain);
        }
    }

    private static void pass(boolean first, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (first && !request.getServletPath().equals(Paths.PASSWORD)) {
            Turned.to(request, response, Paths.PASSWORD);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void end(HttpServletRequest request, boolean begun) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (begun && session != null) {
            session.invalidate();
        }
    }
}
