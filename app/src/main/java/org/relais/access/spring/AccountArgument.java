package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.kernel.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Account} that asks, or its {@link AccountSession}. */
final class AccountArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Account.class || parameter.getParameterType() == AccountSession.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw nobody();
        }
        return parameter.getParameterType() == Account.class
                ? Requests.account(request).orElseThrow(AccountArgument::nobody)
                : AccountSession.of(request).orElseThrow(AccountArgument::nobody);
    }

    private static RuntimeException nobody() {
        return Problem.of(Problem.Category.FORBIDDEN, "access.session-over").asException();
    }
}
