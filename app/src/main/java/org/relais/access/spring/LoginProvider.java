package org.relais.access.spring;

import java.util.List;
import org.relais.access.Account;
import org.relais.access.Login;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks {@link Login}; the device is the network address. */
final class LoginProvider implements AuthenticationProvider {
    private final Login login;

    LoginProvider(Login login) {
        this.login = login;
    }

    /** A refused login, with what to say. */
    static final class Refusal extends AuthenticationException {
        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.messageKey());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String device =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String password = asked.getCredentials() instanceof String typed ? typed : "";
        return switch (outcome(asked.getName(), password, device == null ? "" : device)) {
            case Outcome.Done<Account>(Account account) ->
                UsernamePasswordAuthenticationToken.authenticated(account.id().hex(), null, List.of());
            case Outcome.Refused<Account>(Problem problem) -> throw new Refusal(problem);
        };
    }

    private Outcome<Account> outcome(String name, String password, String device) {
        try {
            return login.authenticate(name, password, device);
        } catch (ProblemException unwritten) {
            throw new Refusal(unwritten.problem());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
