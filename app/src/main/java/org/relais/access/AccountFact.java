package org.relais.access;

import java.util.List;
import org.relais.journal.FactType;

/** What is said of accounts; the subject of each entry is the account's id. */
sealed interface AccountFact {
    FactType<Added> ADDED = FactType.of("access.account-added", 1, Added.class);
    FactType<PasswordSet> PASSWORD = FactType.of("access.password-set", 1, PasswordSet.class);
    FactType<Switched> SWITCHED = FactType.of("access.account-switched", 1, Switched.class);
    FactType<Renamed> RENAMED = FactType.of("access.account-renamed", 1, Renamed.class);
    FactType<RolesSet> ROLES = FactType.of("access.roles-set", 1, RolesSet.class);

    record Added(String login, String name, List<Role> roles, List<String> wards) implements AccountFact {}

    /**
     * @param hash PHC string, see {@link Passwords}; SHA-256 of one that Relais made at random
     * @param once made by Relais: to be changed at the next login
     */
    record PasswordSet(String hash, boolean once) implements AccountFact {}

    record Switched(boolean enabled) implements AccountFact {}

    record Renamed(String name) implements AccountFact {}

    record RolesSet(List<Role> roles, List<String> wards) implements AccountFact {}
}
