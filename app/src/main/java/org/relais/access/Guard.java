package org.relais.access;

import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;

/** The one place where a right is asked for: a refusal is traced before it is told. */
public final class Guard {
    private final Trace trace;

    public Guard(Trace trace) {
        this.trace = trace;
    }

    /** The account itself when it has the right. */
    public Outcome<Account> require(Account account, Right right) {
        return account.enabled() && account.may(right) ? Outcome.done(account) : refuse(account, right.name());
    }

    /** Whether this chart is open to the account. */
    public Outcome<Account> mayOpenChart(Account account, PatientId patient) {
        return account.enabled() && Rights.mayOpen(account, patient)
                ? Outcome.done(account)
                : refuse(account, "chart " + patient.hex());
    }

    /** Refuses what no right gives, for instance a page that declares none. */
    public Outcome<Account> refuse(Account account, String what) {
        trace.refused(account.who(), "right", what);
        return Outcome.refused(Problem.of(Problem.Category.FORBIDDEN, "access.forbidden"));
    }
}
