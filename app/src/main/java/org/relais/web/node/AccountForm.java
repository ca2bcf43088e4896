package org.relais.web.node;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.access.NewAccount;
import org.relais.access.Role;
import org.relais.kernel.WardCode;

/** What was filled in about an account, as the browser sent it. */
public record AccountForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable List<String> roles,
        @Nullable List<String> wards) {

    String typedLogin() {
        return login == null ? "" : login;
    }

    String typedName() {
        return name == null ? "" : name;
    }

    List<String> typedRoles() {
        return roles == null ? List.of() : roles;
    }

    List<String> typedWards() {
        return wards == null ? List.of() : wards;
    }

    /** The roles that exist. */
    Set<Role> roleSet() {
        Set<Role> set = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> typedRoles().contains(role.name()))
                .forEach(set::add);
        return set;
    }

    Set<WardCode> wardSet() {
        return typedWards().stream()
                .filter(code -> !code.isBlank())
                .map(WardCode::new)
                .collect(Collectors.toSet());
    }

    NewAccount account() {
        return new NewAccount(typedLogin(), typedName(), roleSet(), wardSet());
    }
}
