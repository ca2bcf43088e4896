package org.relais.web.node;

import java.util.Arrays;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Role;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;

/**
 * One account, or the form of a new one.
 *
 * @param id    empty for a new account
 * @param self  it is the reader's own
 * @param saved what was just done, or empty
 */
public record AccountPage(
        String id,
        String login,
        String name,
        List<Choice> roles,
        List<Choice> wards,
        boolean enabled,
        boolean fresh,
        boolean self,
        List<FormError> errors,
        String saved,
        String badge) {

    /** A form to fill in. */
    static AccountPage blank(Frame f, List<Choice> wards) {
        return new AccountPage("", "", "", roles(f, List.of()), wards, true, false, false, List.of(), "", "");
    }

    /** A new account's form, sent back as it was typed. */
    static AccountPage typed(Frame f, List<Choice> wards, AccountForm form, FormError error) {
        return new AccountPage(
                "",
                form.typedLogin(),
                form.typedName(),
                roles(f, form.typedRoles()),
                ticked(wards, form.typedWards()),
                true,
                false,
                false,
                List.of(error),
                "",
                "");
    }

    static AccountPage of(Frame f, Account account, List<Choice> wards, Account reader) {
        List<String> hers = account.wards().stream().map(WardCode::value).toList();
        return new AccountPage(
                account.id().hex(),
                account.login(),
                account.name(),
                roles(f, account.roles().stream().map(Role::name).toList()),
                ticked(withUnknown(wards, hers), hers),
                account.enabled(),
                account.mustChange(),
                account.id().equals(reader.id()),
                List.of(),
                "",
                "");
    }

    AccountPage wrong(FormError error) {
        return new AccountPage(id, login, name, roles, wards, enabled, fresh, self, List.of(error), "", badge);
    }

    AccountPage saved(String text) {
        return new AccountPage(id, login, name, roles, wards, enabled, fresh, self, List.of(), text, badge);
    }

    /** @param state of the badge, in words; empty when there is none */
    AccountPage badge(String state) {
        return new AccountPage(id, login, name, roles, wards, enabled, fresh, self, errors, saved, state);
    }

    public boolean added() {
        return !id.isEmpty();
    }

    private static List<Choice> roles(Frame f, List<String> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), f.t("access.role." + role.name()), chosen.contains(role.name())))
                .toList();
    }

    private static List<Choice> ticked(List<Choice> wards, List<String> chosen) {
        return wards.stream()
                .map(ward -> new Choice(ward.value(), ward.label(), chosen.contains(ward.value())))
                .toList();
    }

    /** Wards of hers that no structure names stand in the form too: saving it must not lose them. */
    private static List<Choice> withUnknown(List<Choice> wards, List<String> hers) {
        List<Choice> all = new java.util.ArrayList<>(wards);
        hers.stream()
                .sorted()
                .filter(code -> wards.stream().noneMatch(ward -> ward.value().equals(code)))
                .forEach(code -> all.add(new Choice(code, code, true)));
        return all;
    }
}
