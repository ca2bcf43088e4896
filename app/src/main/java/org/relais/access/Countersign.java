package org.relais.access;

import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * The second person of a grave act: she confirms on the first one's screen with her own secret, under the same waits as
 * any login. Her confirmation is a fact of its own that names both; the act's own fact names both too.
 */
public final class Countersign {
    private final Login login;
    private final Trace trace;

    public Countersign(Login login, Trace trace) {
        this.login = login;
        this.trace = trace;
    }

    /**
     * What the second person gives.
     *
     * @param name   her login, or her badge as scanned
     * @param secret her password, or her PIN
     * @param device where it comes from
     */
    public record Second(String name, String secret, String device) {
        /** Without the secret, so that it can not slip into a log. */
        @Override
        public String toString() {
            return "Second[" + device + "]";
        }
    }

    /**
     * The second person, when she is another one, has proved it, and has the right that the act needs.
     *
     * @param act its name, for the trace
     */
    public Outcome<Account> confirm(Account first, Second second, Right right, String act) {
        if (second.name().isBlank() || second.secret().isEmpty()) {
            return Outcome.refused(Problem.of(Category.INCORRECT, "access.second-missing"));
        }
        return login.proven(second.name(), second.secret(), second.device()).then(account -> {
            if (account.id().equals(first.id())) {
                return Outcome.refused(Problem.of(Category.FORBIDDEN, "access.second-same"));
            }
            boolean chosen = !account.mustChange() || BadgeText.is(second.name());
            if (!account.may(right) || !chosen) {
                trace.refused(account.who(), "second", act);
                return Outcome.refused(Problem.of(Category.FORBIDDEN, "access.second-right"));
            }
            trace.countersigned(first.who(), account.id(), act, second.device());
            return Outcome.done(account);
        });
    }
}
