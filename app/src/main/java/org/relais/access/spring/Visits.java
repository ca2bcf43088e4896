package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.relais.access.Account;
import org.relais.kernel.PatientId;

/** Those who come to a shared screen, each for one chart and under her own name. */
public final class Visits {
    private Visits() {}

    /** Somebody proved who she is, and may see this chart. */
    public static void begin(HttpServletRequest request, Account account, PatientId chart, Instant now) {
        AccountSession.visit(account, chart, now).keepIn(request.getSession());
        request.changeSessionId();
    }

    /** She closes it. */
    public static void end(HttpServletRequest request) {
        AccountSession.forget(request);
    }

    /** Whether a chart was opened at this shared screen. */
    public static boolean under(HttpServletRequest request) {
        return AccountSession.of(request).filter(AccountSession::visit).isPresent();
    }
}
