package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.screens.Screen;
import org.relais.kernel.Problem;

/** What the door hands on with a request: who asks, and what was refused. */
public final class Requests {
    private static final String ACCOUNT = "relais.account";
    private static final String SCREEN = "relais.screen";
    private static final String LOCKED = "relais.locked";
    private static final String PROBLEM = "relais.problem";

    private Requests() {}

    /** Who asks; empty before login. On the lock page, whose session is locked. */
    public static Optional<Account> account(HttpServletRequest request) {
        return request.getAttribute(ACCOUNT) instanceof Account account ? Optional.of(account) : Optional.empty();
    }

    /**
     * What was refused, for the page that says so: the error page, or the login, lock or password page that one is sent
     * back to, where it is told once.
     */
    public static Optional<Problem> problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem problem) {
            return Optional.of(problem);
        }
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROBLEM) instanceof Problem problem)) {
            return Optional.empty();
        }
        session.removeAttribute(PROBLEM);
        return Optional.of(problem);
    }

    /** The shared screen that asks; empty for every other. */
    public static Optional<Screen> screen(HttpServletRequest request) {
        return request.getAttribute(SCREEN) instanceof Screen screen ? Optional.of(screen) : Optional.empty();
    }

    static void screen(HttpServletRequest request, Screen screen) {
        request.setAttribute(SCREEN, screen);
    }

    /** Whether the screen is locked: it is shown no name. */
    public static boolean locked(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(LOCKED));
    }

    static void locked(HttpServletRequest request, boolean locked) {
        request.setAttribute(LOCKED, locked);
    }

    static void account(HttpServletRequest request, Account account) {
        request.setAttribute(ACCOUNT, account);
    }

    static void refuse(HttpServletRequest request, Problem problem) {
        request.setAttribute(PROBLEM, problem);
    }

    /** Keeps a refusal for the next page. */
    static void tellNext(HttpServletRequest request, Problem problem) {
        request.getSession().setAttribute(PROBLEM, problem);
    }
}
