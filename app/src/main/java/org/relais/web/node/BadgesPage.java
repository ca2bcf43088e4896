package org.relais.web.node;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.Badges;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;

/** Who may be given a badge; those without one are ticked. */
public record BadgesPage(List<Row> rows, String problem) {
    /** @param state in words: none, not used yet, in use */
    public record Row(String id, String name, String login, String wards, String state, boolean chosen) {}

    static BadgesPage of(Frame f, List<Account> accounts, Badges badges, Map<String, String> wards) {
        List<Row> rows = accounts.stream()
                .filter(Account::enabled)
                .map(account -> new Row(
                        account.id().hex(),
                        account.name(),
                        account.login(),
                        account.wards().stream()
                                .sorted()
                                .map(WardCode::value)
                                .map(code -> wards.getOrDefault(code, code))
                                .collect(Collectors.joining(", ")),
                        state(f, badges, account),
                        badges.of(account.id()).isEmpty()))
                .toList();
        return new BadgesPage(rows, "");
    }

    BadgesPage wrong(String text) {
        return new BadgesPage(rows, text);
    }

    static String state(Frame f, Badges badges, Account account) {
        return badges.of(account.id())
                .map(badge -> f.t(badge.enrolled() ? "node.badge.used" : "node.badge.fresh"))
                .orElse(f.t("node.badge.none"));
    }
}
