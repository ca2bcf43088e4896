package org.relais.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
    private final Badges badges;
    private final Trace trace;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final BackOff pairs = new BackOff(TRIES, KEPT);
    private final BackOff devices = new BackOff(DEVICE_TRIES, KEPT);

    public Login(Accounts accounts, Badges badges, Trace trace, InstantSource clock) {
        this.accounts = accounts;
        this.badges = badges;
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

    /**
     * Who proves to be somebody, by login and password or by badge and PIN. Failures are traced here, success by whoever
     * asked.
     */
    Outcome<Account> proven(String name, String secret, String device) {
        Claim claim = claim(name);
        Optional<Account> named = claim.account();
        String pair = pair(named.map(account -> account.id().hex()).orElse(claim.stranger()), device);
        if (!begin(pair, device, clock.instant())) {
            return blocked(named, pair, device);
        }
        if (claim.unenrolled()) {
            forgive(pair, device);
            return Outcome.refused(Problem.of(Category.CONFLICT, "access.pin-none"));
        }
        Optional<Boolean> right = passwords.matches(secret.length() > LONGEST_PASSWORD ? "" : secret, claim.hash());
        if (right.isEmpty()) {
            forgive(pair, device);
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
        pairs.clear(pair);
        devices.forgive(device);
        return Outcome.done(in.get());
    }

    /**
     * Whom a name stands for, and what would prove it.
     *
     * @param stranger   stands for whoever nobody knows, in the count of tries
     * @param unenrolled a badge that counts and has no PIN yet
     */
    private record Claim(Optional<Account> account, Optional<String> hash, String stranger, boolean unenrolled) {}

    private Claim claim(String name) {
        Optional<String> badge = BadgeText.hash(name);
        if (badge.isEmpty()) {
            Optional<Account> account = accounts.byLogin(name);
            return new Claim(account, account.flatMap(one -> accounts.hash(one.id())), Accounts.folded(name), false);
        }
        Optional<Account> account = badges.everHeld(badge.get()).flatMap(accounts::byId);
        boolean counts = badges.counts(badge.get());
        Optional<String> pin = account.filter(_ -> counts).flatMap(one -> badges.pin(one.id()));
        boolean unenrolled =
                counts && pin.isEmpty() && account.filter(Account::enabled).isPresent();
        return new Claim(account, pin, badge.get(), unenrolled);
    }

    private void forgive(String pair, String device) {
        pairs.forgive(pair);
        devices.forgive(device);
    }

    /** Whether this is the account's password, under the same waits: for quick unlock and for grave acts. */
    public Outcome<Account> confirm(Account account, String password, String device) {
        return authenticate(account.login(), password, device);
    }

    /** Whether this is the account's password, or her PIN, under the same waits: before she chooses another PIN. */
    public Outcome<Account> reconfirm(Account account, String secret, String device) {
        String pair = pair(account.id().hex(), device);
        if (!begin(pair, device, clock.instant())) {
            return blocked(Optional.of(account), pair, device);
        }
        Optional<String> hash = secret.matches("[0-9]{6}") ? badges.pin(account.id()) : accounts.hash(account.id());
        Optional<Boolean> right = passwords.matches(secret.length() > LONGEST_PASSWORD ? "" : secret, hash);
        if (right.isEmpty()) {
            forgive(pair, device);
            return Outcome.refused(Problem.of(Category.BUSY, "access.login-busy"));
        }
        if (!right.get()) {
            trace.login(Trace.Act.LOGIN_FAILED, account.who(), account.id(), device);
            return Outcome.refused(Problem.of(Category.FORBIDDEN, "access.login-wrong"));
        }
        pairs.clear(pair);
        devices.forgive(device);
        return Outcome.done(account);
    }

    /** Whether this is the account's own badge and PIN, under the same waits: for quick unlock. */
    public Outcome<Account> confirm(Account account, String badge, String pin, String device) {
        boolean hers = BadgeText.hash(badge)
                .flatMap(badges::everHeld)
                .filter(account.id()::equals)
                .isPresent();
        return hers
                ? authenticate(badge, pin, device)
                : Outcome.refused(Problem.of(Category.FORBIDDEN, "access.badge-other"));
    }

    /**
     * Chooses the first PIN of a badge, under the same waits: a badge that nobody has counts as a failed try.
     *
     * @param scanned the badge's text
     */
    public Outcome<Account> enrol(BadgeDesk desk, String scanned, String pin, String device) {
        String pair = pair(BadgeText.hash(scanned).orElse("none"), device);
        if (!begin(pair, device, clock.instant())) {
            return blocked(Optional.empty(), pair, device);
        }
        Outcome<Account> outcome = desk.enrol(scanned, pin);
        if (outcome instanceof Outcome.Refused<Account>(Problem problem)
                && problem.messageKey().equals("access.badge-wrong")) {
            trace.login(Trace.Act.LOGIN_FAILED, new Who.Machine(), null, device);
        } else {
            pairs.clear(pair);
            devices.forgive(device);
        }
        return outcome;
    }

    /** Somebody who has to wait: whose account and from which device; a device alone has no account. */
    public record Wait(Optional<Account> account, String device, Duration left) {}

    /** Who has to wait now. */
    public List<Wait> waits() {
        Instant now = clock.instant();
        List<Wait> waits = new ArrayList<>();
        pairs.waiting(now).forEach((pair, left) -> {
            String id = pair.substring(0, pair.indexOf('@'));
            if (id.matches("[0-9a-f]{32}")) {
                accounts.byId(new StaffId(id))
                        .ifPresent(account ->
                                waits.add(new Wait(Optional.of(account), pair.substring(id.length() + 1), left)));
            }
        });
        devices.waiting(now).forEach((device, left) -> waits.add(new Wait(Optional.empty(), device, left)));
        return waits;
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
