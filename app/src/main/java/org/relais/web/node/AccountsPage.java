package org.relais.web.node;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.access.OneTimePassword;

/**
 * The accounts of this node, and the form that adds one.
 *
 * @param made    a password made just now, shown this once; null otherwise
 * @param problem why nothing was changed, or empty
 * @param typed   the form as typed
 */
public record AccountsPage(
        List<Row> rows, List<Choice> roles, @Nullable OneTimePassword made, String problem, Typed typed) {

    /** An account. */
    public record Row(
            String id, String login, String name, String roles, String wards, boolean enabled, boolean mustChange) {}

    /** A role to choose. */
    public record Choice(String role, String label) {}

    /** What was typed. */
    public record Typed(String login, String name, Set<String> roles, String wards) {
        static final Typed NOTHING = new Typed("", "", Set.of(), "");
    }
}
