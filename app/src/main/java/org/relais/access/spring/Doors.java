package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.BadgeText;
import org.relais.access.Login;
import org.relais.access.screens.ScreenHolders;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** What happens at each door: in, not in, out, and a form without its token. */
final class Doors {
    private final Accounts accounts;
    private final Login login;
    private final InstantSource clock;
    private final SessionGate gate;

    Doors(Accounts accounts, Login login, ScreenHolders screens, InstantSource clock) {
        this.accounts = accounts;
        this.login = login;
        this.clock = clock;
        this.gate = new SessionGate(accounts, new SessionGate.Screened(screens, new VisitGate(login)), clock);
    }

    SessionGate gate() {
        return gate;
    }

    void in(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        Account account = accounts.byId(new StaffId(who.getName())).orElseThrow();
        boolean byBadge = BadgeText.is(Objects.requireNonNullElse(request.getParameter("username"), ""));
        new AccountSession(account, byBadge, clock.instant()).keepIn(request.getSession());
        Turned.to(request, response, Paths.local(request.getParameter("next")));
    }

    void notIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        Problem problem = why instanceof LoginProvider.Refusal refusal
                ? refusal.problem()
                : Problem.of(Problem.Category.FORBIDDEN, "access.login-wrong");
        Requests.tellNext(request, problem);
        String page = problem.messageKey().equals("access.pin-none") ? Paths.ENROL : Paths.LOGIN;
        Turned.to(request, response, Paths.again(page, request.getParameter("next")));
    }

    /** The session is over by now: when the trace can not be written, she has left all the same. */
    void out(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null) {
            accounts.byId(new StaffId(who.getName()))
                    .ifPresent(account -> login.leave(account, request.getRemoteAddr()));
        }
        Turned.to(request, response, gate.screen(request).isPresent() ? Paths.SHARED : Paths.LOGIN);
    }

    /** A form older than its session: a door starts over, any other page says so. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean door = Paths.besideTheLock(request);
        Problem problem = Problem.of(
                Problem.Category.FORBIDDEN, why instanceof CsrfException ? "access.form-expired" : "access.forbidden");
        if (why instanceof CsrfException && door) {
            Requests.tellNext(request, problem);
            Turned.to(request, response, Paths.again(Paths.LOGIN, request.getParameter("next")));
        } else {
            Requests.refuse(request, problem);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
