package org.relais.access.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.BadgeText;
import org.relais.access.Login;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * What somebody may ask for who opened one chart at a shared screen: that chart, for a little while. Whatever writes is
 * signed by her badge and PIN, each time; whatever else is asked for closes the chart.
 */
final class VisitGate {
    static final String BADGE = "signBadge";
    static final String PIN = "signPin";
    private static final Set<String> BESIDE =
            Set.of("/live", "/live/banner", "/live/draft", "/live/draft/discard", "/alive");

    private final Login login;

    VisitGate(Login login) {
        this.login = login;
    }

    /** Who asks. */
    record Visit(AccountSession session, Account account, HttpServletRequest request) {
        private boolean own() {
            String path = request.getServletPath();
            String chart = "/patients/" + session.chart();
            return path.equals(chart) || path.startsWith(chart + "/");
        }
    }

    void pass(Visit visit, HttpServletResponse response, FilterChain chain, Instant now)
            throws IOException, ServletException {
        HttpServletRequest request = visit.request();
        boolean over = Requests.screen(request).isEmpty() || visit.session().locked(now);
        boolean hers = visit.own() || BESIDE.contains(request.getServletPath());
        if (!hers && Paths.besideTheLock(request)) {
            chain.doFilter(request, response);
        } else if (over || !hers) {
            AccountSession.forget(request);
            leave(request, response, chain);
        } else if (signed(visit, response)) {
            Requests.account(request, visit.account());
            if (!Paths.live(request)) {
                visit.session().touch(now);
            }
            chain.doFilter(request, response);
        }
    }

    private boolean signed(Visit visit, HttpServletResponse response) throws IOException {
        Problem problem = unsigned(visit);
        if (problem == null) {
            return true;
        }
        Requests.refuse(visit.request(), problem);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean board = request.getServletPath().startsWith(Paths.SHARED);
        if (board && Requests.screen(request).isPresent()) {
            chain.doFilter(request, response);
        } else {
            Turned.to(request, response, Paths.home(request));
        }
    }

    /** What is wrong with the signature of what is about to be written, if anything is to be. */
    private @Nullable Problem unsigned(Visit visit) {
        if (!visit.own() || visit.request().getMethod().equals("GET")) {
            return null;
        }
        String badge = Objects.requireNonNullElse(visit.request().getParameter(BADGE), "");
        String pin = Objects.requireNonNullElse(visit.request().getParameter(PIN), "");
        if (!BadgeText.is(badge) || pin.isEmpty()) {
            return Problem.of(Problem.Category.INCORRECT, "access.sign-missing");
        }
        Outcome<Account> signed =
                login.confirm(visit.account(), badge, pin, visit.request().getRemoteAddr());
        return signed instanceof Outcome.Refused<Account>(Problem problem) ? problem : null;
    }
}
