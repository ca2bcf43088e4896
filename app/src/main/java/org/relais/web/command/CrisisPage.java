package org.relais.web.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * Where the crisis stands, or the form that declares or lifts it.
 *
 * @param t0      when it was declared; null while all is well
 * @param by      who declared, or empty
 * @param problem why the form comes back, or empty
 * @param typed   the reason as typed
 */
public record CrisisPage(
        @Nullable Moment t0,
        String reason,
        String by,
        List<Feed> feeds,
        String problem,
        String typed,
        boolean maySwitch) {

    /** A feed as the declaration treats it. */
    public record Feed(String name, String address, boolean frozen) {}

    public boolean declared() {
        return t0 != null;
    }
}
