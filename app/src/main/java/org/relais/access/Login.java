package org.relais.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * The door: who logs in, and who has to wait. Waits are per account <em>and</em> device, so that nobody can lock a
 * colleague out from elsewhere, and per device over all accounts; they are checked before any hash is computed. A login
 * that nobody has costs the same time as a wrong password. Every try leaves a trace before it is answered.
 */
public final class Login {
    private static final int TRIES = 5;
    private static final int DEVICE_TRIES = 20;
    private static final int KEPT = 20_000;
    private static final int LONGEST_PASSWORD = 1000;

    private final Accounts accounts;
    private final Trace trace;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final BackOff pairs = new BackOff(TRIES, KEPT);
    private final BackOff devices = new BackOff(DEVICE_TRIES, KEPT);

    public Login(Accounts accounts, Trace trace, InstantSource clock) {
        this.accounts = accounts;
        this.trace = trace;
        this.clock = clock;
    }

    /**
     * @param device where it comes from: the network address
     * @return the account, or {@code access.login-wrong}, {@code access.login-wait} (seconds), {@code access.login-busy}
     */
    public Outcome<Account> authenticate(String login, String password, String device) {
        return proven(login, password, device).then(account -> {
            trace.login(Trace.Act.LOGGED_IN, account.who(), account.id(), device);
            return Outcome.done(account);
        });
    }

    /** Who proves to be somebody by login and password. Failures are traced here, success by whoever asked. */
    Outcome<Account> proven(String login, String password, String device) {
        Optional<Account> named = accounts.byLogin(login);
        String pair = pair(named.map(account -> account.id().hex()).orElseGet(() -> Accounts.folded(login)), device);
        Instant now = clock.instant();
        if (!begin(pair, device, now)) {
            return blocked(named, pair, device);
        }
        Optional<Boolean> right = passwords.matches(
                password.length() > LONGEST_PASSWORD ? "" : password,
                named.flatMap(account -> accounts.hash(account.id())));
        if (right.isEmpty()) {
            pairs.forgive(pair);
            devices.forgive(device);
            return Outcome.refused(Problem.of(Category.BUSY, "access.login-busy"));
        }
        Optional<Account> in = named.filter(account -> right.get() && account.enabled());
        if (in.isEmpty()) {
            trace.login(
                    Trace.Act.LOGIN_FAILED,
                    new Who.Machine(),
                    named.map(Account::id).orElse(null),
                    device);
            return Outcome.refused(Problem.of(Category.FORBIDDEN, "access.login-wrong"));
        }
        Account account = in.get();
        pairs.clear(pair);
        devices.forgive(device);
        return Outcome.done(account);
    }

    /** Whether this is the account's password, under the same waits: for quick unlock and for grave acts. */
    public Outcome<Account> confirm(Account account, String password, String device) {
        return authenticate(account.login(), password, device);
    }

    /** Notes that somebody left. */
    public void leave(Account account, String device) {
        trace.login(Trace.Act.LOGGED_OUT, account.who(), account.id(), device);
    }

    /** Ends every wait of an account, on all devices. */
    public Outcome<Account> unblock(Who by, StaffId id) {
        return accounts.byId(id)
                .map(account -> {
                    trace.login(Trace.Act.UNBLOCKED, by, id, "");
                    pairs.clearAll(id.hex() + "@");
                    return Outcome.done(account);
                })
                .orElseGet(() -> Outcome.refused(Problem.of(Category.NOT_FOUND, "access.no-account")));
    }

    /** Ends the wait of a device. */
    public void unblockDevice(Who by, String device) {
        trace.login(Trace.Act.UNBLOCKED, by, null, device);
        devices.clear(device);
    }

    private boolean begin(String pair, String device, Instant now) {
        if (pairs.remaining(pair, now).isPresent() || !devices.begin(device, now)) {
            return false;
        }
        if (!pairs.begin(pair, now)) {
            devices.forgive(device);
            return false;
        }
        return true;
    }

    private Outcome<Account> blocked(Optional<Account> named, String pair, String device) {
        boolean first = pairs.firstKnock(pair, clock.instant()) || devices.firstKnock(device, clock.instant());
        if (first) {
            trace.login(
                    Trace.Act.LOGIN_BLOCKED,
                    new Who.Machine(),
                    named.map(Account::id).orElse(null),
                    device);
        }
        Duration one = pairs.remaining(pair, clock.instant()).orElse(Duration.ZERO);
        Duration other = devices.remaining(device, clock.instant()).orElse(Duration.ZERO);
        long seconds = Math.max(1, Math.max(one.toSeconds(), other.toSeconds()));
        return Outcome.refused(Problem.of(Category.BUSY, "access.login-wait", Long.toString(seconds)));
    }

    private static String pair(String account, String device) {
        return account + "@" + device;
    }
}
