package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;

/**
 * One person at one screen, from login to logout: kept on the node, in memory. Locks after five idle minutes, ends after
 * twelve hours, or when the account is disabled or its password set anew.
 */
public final class AccountSession {
    /** Idle for this long, the screen locks. */
    public static final Duration IDLE = Duration.ofMinutes(5);

    /** The longest a login holds. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Idle for this long, a chart that was opened at a shared screen is closed. */
    public static final Duration VISIT = Duration.ofMinutes(2);

    private static final Duration PRESENTED = Duration.ofMinutes(2);
    private static final String ATTRIBUTE = AccountSession.class.getName();

    private final StaffId id;
    private final Instant since;
    private final boolean byBadge;
    private final String chart;
    private volatile @Nullable String presented;
    private volatile Instant presentedAt = Instant.EPOCH;
    private volatile long credential;
    private volatile Instant lastActivity;
    private volatile boolean locked;

    /** @param byBadge she came by badge and PIN: no password of hers waits to be changed */
    AccountSession(Account account, boolean byBadge, Instant now) {
        this(account, byBadge, "", now);
    }

    private AccountSession(Account account, boolean byBadge, String chart, Instant now) {
        this.byBadge = byBadge;
        this.chart = chart;
        this.id = account.id();
        this.since = now;
        this.credential = account.credential();
        this.lastActivity = now;
    }

    /** One person at a shared screen, for one chart. */
    static AccountSession visit(Account account, PatientId chart, Instant now) {
        return new AccountSession(account, true, chart.hex(), now);
    }

    /** The session of a request, when somebody is logged in. */
    public static Optional<AccountSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof AccountSession mine
                ? Optional.of(mine)
                : Optional.empty();
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
        session.setMaxInactiveInterval((int) LONGEST.toSeconds());
    }

    /** Takes whoever came to a shared screen away from it. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** Whether somebody came to a shared screen for one chart. */
    public boolean visit() {
        return !chart.isEmpty();
    }

    /** Id of that chart's patient; empty when it is no visit. */
    String chart() {
        return chart;
    }

    private Duration idle() {
        return visit() ? VISIT : IDLE;
    }

    /** Whose it is, as long as it holds; a locked session holds. */
    public Optional<Account> account(Accounts accounts, Instant now) {
        return accounts.byId(id)
                .filter(account -> account.enabled() && account.credential() == credential)
                .filter(_ -> now.isBefore(since.plus(LONGEST)));
    }

    /** Whether the screen is locked, by hand or by time. */
    public boolean locked(Instant now) {
        if (!locked && !now.isBefore(lastActivity.plus(idle()))) {
            locked = true;
        }
        return locked;
    }

    /** Whether a live connection of this session may go on; to be asked at each tick. */
    public boolean live(Accounts accounts, Instant now) {
        return !locked(now) && account(accounts, now).isPresent();
    }

    /** When it locks unless something is done. */
    public Instant locksAt() {
        return lastActivity.plus(idle());
    }

    boolean byBadge() {
        return byBadge;
    }

    /** A badge was scanned at the locked screen; its PIN is awaited for a little while. */
    void present(String badge, Instant now) {
        presented = badge;
        presentedAt = now;
    }

    /** The badge scanned a little while ago, once. */
    Optional<String> presented(Instant now) {
        String badge = presented;
        presented = null;
        return badge != null && now.isBefore(presentedAt.plus(PRESENTED)) ? Optional.of(badge) : Optional.empty();
    }

    void touch(Instant now) {
        lastActivity = now;
    }

    void lock() {
        locked = true;
    }

    void unlock(Instant now) {
        lastActivity = now;
        locked = false;
    }

    /** Goes on under the password that its owner has just chosen. */
    void renew(long position) {
        credential = position;
    }
}
