package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Guard;
import org.relais.access.Right;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Asks {@link Guard} for the rights that each route declares. What declares nothing is refused. */
final class RouteGuard implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RouteGuard.class);

    private final Guard guard;

    RouteGuard(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return file(request, response, handler);
        }
        if (open(method)) {
            return true;
        }
        Optional<Account> account = Requests.account(request);
        boolean onScreens = method.hasMethodAnnotation(AtSharedScreen.class);
        if (account.isEmpty() || (onScreens && needs(method) == null)) {
            return onScreen(onScreens, request, response);
        }
        return switch (asked(method, account.get())) {
            case Outcome.Done<Account> _ -> true;
            case Outcome.Refused<Account>(Problem problem) -> {
                Requests.refuse(request, problem);
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                yield false;
            }
        };
    }

    /** Nobody is logged in, or need be: a shared screen is answered what is for it, and led back to it otherwise. */
    private static boolean onScreen(boolean answers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean screen = Requests.screen(request).isPresent();
        if (screen && answers) {
            return true;
        }
        if (screen || answers) {
            Turned.to(request, response, screen ? Paths.SHARED : Paths.HOME);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
        return false;
    }

    private Outcome<Account> asked(HandlerMethod method, Account account) {
        Needs needs = needs(method);
        if (needs == null) {
            LOG.error("the route {} declares no right: refused", method.getShortLogMessage());
            return guard.refuse(account, "undeclared");
        }
        Outcome<Account> outcome = Outcome.done(account);
        for (Right right : needs.value()) {
            outcome = outcome.then(one -> guard.require(one, right));
        }
        return outcome;
    }

    /** Whether a controller's method needs no login. */
    static boolean open(HandlerMethod method) {
        return ErrorController.class.isAssignableFrom(method.getBeanType())
                || method.hasMethodAnnotation(Open.class)
                || (method.getMethodAnnotation(Needs.class) == null
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class));
    }

    /** The rights that a controller's method declares, itself or through its type; null when none. */
    static @Nullable Needs needs(HandlerMethod method) {
        Needs own = method.getMethodAnnotation(Needs.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
    }

    private static boolean file(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof ResourceHttpRequestHandler)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (request.getServletPath().startsWith("/static/")) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return false;
    }
}
