package org.relais.access;

import static org.relais.kernel.Problem.Category.CONFLICT;
import static org.relais.kernel.Problem.Category.INCORRECT;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.relais.access.AccountFact.Added;
import org.relais.access.AccountFact.PasswordSet;
import org.relais.access.AccountFact.RolesSet;
import org.relais.access.AccountFact.Switched;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/**
 * The commands on accounts. Each returns once its facts are on disk and, as a rule, folded. Whether the one who asks may
 * is asked before, see {@link Guard}. The last administrator stays one.
 */
public final class People {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int NAME_MAX = 80;
    private static final int TRIES = 5;
    private static final int KEPT = 5_000;

    private final Ledger ledger;
    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Passwords passwords;
    private final BackOff changes = new BackOff(TRIES, KEPT);

    public People(Journal journal, ReadModels models, Accounts accounts, InstantSource clock) {
        this(Ledger.of(journal, models), accounts, clock);
    }

    People(Ledger ledger, Accounts accounts, InstantSource clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
        this.random = new SecureRandom();
        this.passwords = new Passwords(random);
    }

    /** Makes an account and its first password. */
    public synchronized Outcome<OneTimePassword> add(Who by, NewAccount asked) {
        String login = Accounts.folded(asked.login());
        String name = asked.name().strip();
        if (checked(asked) instanceof Outcome.Refused<NewAccount>(Problem problem)) {
            return Outcome.refused(problem);
        }
        if (accounts.byLogin(login).isPresent()) {
            return Outcome.refused(Problem.of(CONFLICT, "access.login-taken", login));
        }
        StaffId id = new StaffId(RandomIds.next(random));
        String password = OneTimePassword.random(random);
        write(
                id,
                AccountFact.ADDED.draft(by, new Added(login, name, sorted(asked.roles()), codes(asked.wards()))),
                AccountFact.PASSWORD.draft(by, new PasswordSet(passwords.hashOfRandom(password), true)));
        return Outcome.done(new OneTimePassword(id, login, password));
    }

    /** What is said of a person, when it is of the form it must have. */
    static Outcome<NewAccount> checked(NewAccount asked) {
        String name = asked.name().strip();
        if (!LOGIN.matcher(Accounts.folded(asked.login())).matches()) {
            return Outcome.refused(Problem.of(INCORRECT, "access.login-form"));
        }
        if (name.isEmpty() || name.length() > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(Problem.of(INCORRECT, "access.name-form", Integer.toString(NAME_MAX)));
        }
        return asked.roles().isEmpty() ? Outcome.refused(Problem.of(INCORRECT, "access.no-role")) : Outcome.done(asked);
    }

    /** Gives an account a new first password: the old one and every session end. */
    public synchronized Outcome<OneTimePassword> reset(Who by, StaffId id) {
        return found(id).then(account -> {
            String password = OneTimePassword.random(random);
            write(id, AccountFact.PASSWORD.draft(by, new PasswordSet(passwords.hashOfRandom(password), true)));
            return Outcome.done(new OneTimePassword(id, account.login(), password));
        });
    }

    /** Takes the right to log in away; sessions end. What she did keeps her name. */
    public synchronized Outcome<Receipt> disable(Who by, StaffId id) {
        return found(id)
                .then(account -> keepingAnAdministrator(account, false, account.roles()))
                .then(_ -> Outcome.done(write(id, AccountFact.SWITCHED.draft(by, new Switched(false)))));
    }

    public synchronized Outcome<Receipt> enable(Who by, StaffId id) {
        return found(id).then(_ -> Outcome.done(write(id, AccountFact.SWITCHED.draft(by, new Switched(true)))));
    }

    /** Says anew what a person is here for, and where. */
    public synchronized Outcome<Receipt> place(Who by, StaffId id, Set<Role> roles, Set<WardCode> wards) {
        if (roles.isEmpty()) {
            return Outcome.refused(Problem.of(INCORRECT, "access.no-role"));
        }
        return found(id)
                .then(account -> keepingAnAdministrator(account, account.enabled(), roles))
                .then(_ -> Outcome.done(
                        write(id, AccountFact.ROLES.draft(by, new RolesSet(sorted(roles), codes(wards))))));
    }

    /**
     * Changes one's own password; other sessions of the account end.
     *
     * @return {@code access.password-wrong}, {@code access.login-wait}, or what {@link PasswordRules} refuses
     */
    public Outcome<Receipt> changePassword(StaffId id, String old, String wanted) {
        return found(id)
                .then(account -> PasswordRules.check(account, old, wanted))
                .then(account -> rightly(account, old))
                .then(account -> Outcome.done(write(
                        id,
                        AccountFact.PASSWORD.draft(account.who(), new PasswordSet(passwords.hash(wanted), false)))));
    }

    /** An administrator, when there is none yet: at the first start, or at the command line. */
    public synchronized Optional<OneTimePassword> firstAdministrator() {
        if (accounts.list().stream().anyMatch(account -> account.roles().contains(Role.ADMINISTRATOR))) {
            return Optional.empty();
        }
        NewAccount asked = new NewAccount("admin", "Administration", Set.of(Role.ADMINISTRATOR), Set.of());
        return Optional.of(add(new Who.Machine(), asked).orThrow());
    }

    private Outcome<Account> rightly(Account account, String old) {
        String key = account.id().hex();
        if (!changes.begin(key, clock.instant())) {
            long seconds = changes.remaining(key, clock.instant())
                    .map(wait -> Math.max(1, wait.toSeconds()))
                    .orElse(1L);
            return Outcome.refused(Problem.of(Problem.Category.BUSY, "access.login-wait", Long.toString(seconds)));
        }
        Optional<Boolean> right = passwords.matches(old, accounts.hash(account.id()));
        if (right.isEmpty()) {
            changes.forgive(key);
            return Outcome.refused(Problem.of(Problem.Category.BUSY, "access.login-busy"));
        }
        if (!right.get()) {
            return Outcome.refused(Problem.of(INCORRECT, "access.password-wrong"));
        }
        changes.clear(key);
        return Outcome.done(account);
    }

    private Outcome<Account> found(StaffId id) {
        return accounts.byId(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(Problem.Category.NOT_FOUND, "access.no-account")));
    }

    private Outcome<Account> keepingAnAdministrator(Account account, boolean enabled, Set<Role> roles) {
        boolean was = account.enabled() && account.roles().contains(Role.ADMINISTRATOR);
        boolean stays = enabled && roles.contains(Role.ADMINISTRATOR);
        return was && !stays && !accounts.another(Role.ADMINISTRATOR, account.id())
                ? Outcome.refused(Problem.of(CONFLICT, "access.last-administrator"))
                : Outcome.done(account);
    }

    private Receipt write(StaffId id, Draft... drafts) {
        List<Draft> facts = new ArrayList<>();
        for (Draft draft : drafts) {
            facts.add(draft.about(id.hex()));
        }
        Receipt last = ledger.write(facts).getLast();
        ledger.seen(last.position());
        return last;
    }

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static List<String> codes(Set<WardCode> wards) {
        return wards.stream().map(WardCode::value).sorted().toList();
    }
}
