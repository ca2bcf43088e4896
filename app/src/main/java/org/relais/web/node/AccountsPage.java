package org.relais.web.node;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;

/** Who has an account here. */
public record AccountsPage(List<Row> rows) {
    /** @param fresh the first password was not changed yet */
    public record Row(
            String id, String name, String login, String roles, String wards, boolean enabled, boolean fresh) {}

    static AccountsPage of(Frame f, List<Account> accounts, Map<String, String> wards) {
        return new AccountsPage(
                accounts.stream().map(account -> row(f, account, wards)).toList());
    }

    private static Row row(Frame f, Account account, Map<String, String> names) {
        return new Row(
                account.id().hex(),
                account.name(),
                account.login(),
                account.roles().stream()
                        .sorted()
                        .map(role -> f.t("access.role." + role.name()))
                        .collect(Collectors.joining(", ")),
                account.wards().stream()
                        .sorted()
                        .map(WardCode::value)
                        .map(code -> names.getOrDefault(code, code))
                        .collect(Collectors.joining(", ")),
                account.enabled(),
                account.mustChange());
    }
}
