package org.relais.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relais.access.AccountFact.Added;
import org.relais.access.AccountFact.PasswordSet;
import org.relais.access.AccountFact.Renamed;
import org.relais.access.AccountFact.RolesSet;
import org.relais.access.AccountFact.Switched;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.Outcome;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** Carries out what a file of accounts changes: all of it in one write, or nothing. */
public final class AccountImport {
    private final Ledger ledger;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);

    public AccountImport(Journal journal, ReadModels models, Accounts accounts) {
        this(Ledger.of(journal, models), accounts);
    }

    AccountImport(Ledger ledger, Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** What each new person is handed. */
    public enum Handing {
        PASSWORDS,
        BADGES
    }

    /**
     * How a file is taken in.
     *
     * @param complete whoever has no line is switched off
     * @param handing  what each new person gets
     */
    public record Order(List<AccountCsv.Line> lines, boolean complete, Handing handing) {}

    /** What came of it: the secrets of the new ones, shown once. */
    public record Done(AccountPlan plan, List<OneTimePassword> passwords, List<PrintedBadge> badges) {}

    /** What an order would change. */
    public Outcome<AccountPlan> plan(Who by, Order order) {
        StaffId reader = by instanceof Who.Staff(StaffId id) ? id : null;
        return AccountPlan.of(order.lines(), accounts, order.complete(), reader);
    }

    /** Carries an order out, as things stand now. */
    public synchronized Outcome<Done> carryOut(Who by, Order order) {
        return plan(by, order).then(plan -> {
            Work work = new Work(by, order.handing());
            plan.changes().forEach(work::take);
            if (!work.drafts.isEmpty()) {
                ledger.seen(ledger.write(work.drafts).getLast().position());
            }
            return Outcome.done(new Done(plan, List.copyOf(work.given), List.copyOf(work.printed)));
        });
    }

    private final class Work {
        private final Who by;
        private final Handing handing;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<OneTimePassword> given = new ArrayList<>();
        private final List<PrintedBadge> printed = new ArrayList<>();

        Work(Who by, Handing handing) {
            this.by = by;
            this.handing = handing;
        }

        void take(AccountPlan.Change change) {
            switch (change) {
                case AccountPlan.Add(NewAccount account) -> add(account);
                case AccountPlan.Update update -> update(update);
            }
        }

        private void add(NewAccount account) {
            StaffId id = new StaffId(RandomIds.next(random));
            drafts.add(about(
                    id,
                    AccountFact.ADDED.draft(
                            by,
                            new Added(
                                    account.login(), account.name(), roles(account.roles()), codes(account.wards())))));
            if (handing == Handing.BADGES) {
                PrintedBadge badge = new PrintedBadge(id, account.login(), account.name(), BadgeText.fresh(random));
                printed.add(badge);
                drafts.add(BadgeDesk.draft(by, badge));
            } else {
                OneTimePassword made = new OneTimePassword(id, account.login(), OneTimePassword.random(random));
                given.add(made);
                drafts.add(about(
                        id,
                        AccountFact.PASSWORD.draft(
                                by, new PasswordSet(passwords.hashOfRandom(made.password()), true))));
            }
        }

        private void update(AccountPlan.Update update) {
            StaffId id = update.was().id();
            NewAccount now = update.account();
            if (update.renamed()) {
                drafts.add(about(id, AccountFact.RENAMED.draft(by, new Renamed(now.name()))));
            }
            if (update.placed()) {
                drafts.add(about(
                        id, AccountFact.ROLES.draft(by, new RolesSet(roles(now.roles()), codes(now.wards())))));
            }
            if (update.switched()) {
                drafts.add(about(id, AccountFact.SWITCHED.draft(by, new Switched(update.enabled()))));
            }
        }
    }

    private static Draft about(StaffId id, Draft draft) {
        return draft.about(id.hex());
    }

    private static List<Role> roles(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static List<String> codes(Set<WardCode> wards) {
        return wards.stream().map(WardCode::value).sorted().toList();
    }
}
