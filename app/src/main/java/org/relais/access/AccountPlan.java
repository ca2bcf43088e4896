package org.relais.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.StaffId;

/**
 * What a file of accounts would change: to be shown before it is carried out. Carried out twice, the second time changes
 * nothing.
 *
 * @param unchanged accounts of the file that already are as it says
 */
public record AccountPlan(List<Change> changes, int unchanged) {

    /** What one line changes. */
    public sealed interface Change {
        String login();

        String name();
    }

    /** Somebody new. */
    public record Add(NewAccount account) implements Change {
        @Override
        public String login() {
            return account.login();
        }

        @Override
        public String name() {
            return account.name();
        }
    }

    /**
     * Somebody known, said anew.
     *
     * @param account as the file has it
     * @param enabled whether she may log in from now on
     */
    public record Update(Account was, NewAccount account, boolean enabled) implements Change {
        @Override
        public String login() {
            return was.login();
        }

        @Override
        public String name() {
            return account.name();
        }

        public boolean renamed() {
            return !was.name().equals(account.name());
        }

        public boolean placed() {
            return !was.roles().equals(account.roles()) || !was.wards().equals(account.wards());
        }

        public boolean switched() {
            return was.enabled() != enabled;
        }

        boolean changes() {
            return renamed() || placed() || switched();
        }
    }

    /**
     * Compares a file with who has an account.
     *
     * @param complete whoever has an account and no line is switched off
     * @param reader   who does it, never switched off by it; null for the operator
     */
    public static Outcome<AccountPlan> of(
            List<AccountCsv.Line> lines, Accounts accounts, boolean complete, @Nullable StaffId reader) {
        List<Change> changes = new ArrayList<>();
        Set<StaffId> named = new HashSet<>();
        int unchanged = 0;
        for (AccountCsv.Line line : lines) {
            Optional<Account> known = accounts.byLogin(line.account().login());
            known.ifPresent(account -> named.add(account.id()));
            Optional<Change> change = known.isPresent()
                    ? Optional.<Change>of(new Update(known.get(), stripped(line.account()), line.active()))
                            .filter(one -> ((Update) one).changes())
                    : Optional.<Change>of(new Add(stripped(line.account()))).filter(_ -> line.active());
            change.ifPresent(changes::add);
            unchanged += change.isPresent() ? 0 : 1;
        }
        if (complete) {
            accounts.list().stream()
                    .filter(account -> account.enabled() && !named.contains(account.id()))
                    .forEach(account -> changes.add(new Update(account, asSaid(account), false)));
        }
        AccountPlan plan = new AccountPlan(List.copyOf(changes), unchanged);
        return plan.safe(accounts, reader);
    }

    private static NewAccount stripped(NewAccount account) {
        return new NewAccount(account.login(), account.name().strip(), account.roles(), account.wards());
    }

    private static NewAccount asSaid(Account account) {
        return new NewAccount(account.login(), account.name(), account.roles(), account.wards());
    }

    /** Somebody stays who may manage accounts, and whoever does this among them. */
    private Outcome<AccountPlan> safe(Accounts accounts, @Nullable StaffId reader) {
        Map<StaffId, Boolean> administrators = new HashMap<>();
        accounts.list().forEach(one -> administrators.put(one.id(), administrator(one.enabled(), one.roles())));
        boolean before = administrators.containsValue(true);
        boolean fresh = false;
        for (Change change : changes) {
            switch (change) {
                case Add(NewAccount account) -> fresh |= account.roles().contains(Role.ADMINISTRATOR);
                case Update update ->
                    administrators.put(
                            update.was().id(),
                            administrator(update.enabled(), update.account().roles()));
            }
        }
        if (reader != null && !administrators.getOrDefault(reader, false)) {
            return Outcome.refused(Problem.of(Category.CONFLICT, "access.csv.self"));
        }
        return before && !fresh && !administrators.containsValue(true)
                ? Outcome.refused(Problem.of(Category.CONFLICT, "access.last-administrator"))
                : Outcome.done(this);
    }

    private static boolean administrator(boolean enabled, Set<Role> roles) {
        return enabled && roles.contains(Role.ADMINISTRATOR);
    }

    /** How many are new. */
    public int added() {
        return (int) changes.stream().filter(Add.class::isInstance).count();
    }

    /** How many lose the right to log in. */
    public int disabled() {
        return (int) updates().stream()
                .filter(update -> update.switched() && !update.enabled())
                .count();
    }

    /** How many are changed and keep, or get back, the right to log in. */
    public int updated() {
        return updates().size() - disabled();
    }

    private List<Update> updates() {
        return changes.stream()
                .filter(Update.class::isInstance)
                .map(Update.class::cast)
                .toList();
    }
}
