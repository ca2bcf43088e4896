package org.relais.access;

import static org.relais.kernel.Problem.Category.CONFLICT;
import static org.relais.kernel.Problem.Category.FORBIDDEN;
import static org.relais.kernel.Problem.Category.NOT_FOUND;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** The commands on badges and PINs. Whether the one who asks may is asked before, see {@link Guard}. */
public final class BadgeDesk {
    /** How long after it was issued a badge still takes its first PIN. */
    public static final Duration ENROL = Duration.ofDays(14);

    private final Ledger ledger;
    private final Accounts accounts;
    private final Badges badges;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);

    /** Who there is, and what time it is. */
    public record Register(Accounts accounts, Badges badges, InstantSource clock) {}

    public BadgeDesk(Journal journal, ReadModels models, Register register) {
        this(Ledger.of(journal, models), register);
    }

    BadgeDesk(Ledger ledger, Register register) {
        this.ledger = ledger;
        this.accounts = register.accounts();
        this.badges = register.badges();
        this.clock = register.clock();
    }

    /** Issues a badge to each, all of them or none; those they had before are worth nothing from now on. */
    public synchronized Outcome<List<PrintedBadge>> issue(Who by, List<StaffId> ids) {
        List<PrintedBadge> printed = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (StaffId id : ids) {
            Account account = accounts.byId(id).filter(Account::enabled).orElse(null);
            if (account == null) {
                return Outcome.refused(Problem.of(NOT_FOUND, "access.no-account"));
            }
            PrintedBadge badge = new PrintedBadge(id, account.login(), account.name(), BadgeText.fresh(random));
            printed.add(badge);
            drafts.add(draft(by, badge));
        }
        if (drafts.isEmpty()) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.badge-nobody"));
        }
        ledger.seen(ledger.write(drafts).getLast().position());
        return Outcome.done(printed);
    }

    static Draft draft(Who by, PrintedBadge badge) {
        String hash = BadgeText.hash(badge.text()).orElseThrow();
        return BadgeFact.ISSUED
                .draft(by, new BadgeFact.Issued(hash))
                .about(badge.id().hex());
    }

    /** Makes a lost badge worthless at once; every session of its holder ends. */
    public synchronized Outcome<Receipt> lost(Who by, StaffId id) {
        return badges.of(id).isEmpty()
                ? Outcome.refused(Problem.of(CONFLICT, "access.badge-none"))
                : write(id, BadgeFact.REVOKED.draft(by, new BadgeFact.Revoked(true)));
    }

    /** Forgets a PIN: its owner chooses another at the next use of her badge. */
    public synchronized Outcome<Receipt> clearPin(Who by, StaffId id) {
        return badges.of(id).isEmpty()
                ? Outcome.refused(Problem.of(CONFLICT, "access.badge-none"))
                : write(id, BadgeFact.CLEARED.draft(by, new BadgeFact.PinCleared()));
    }

    /**
     * Chooses the first PIN of a badge that is held in the hand.
     *
     * @return {@code access.badge-wrong}, {@code access.pin-chosen}, {@code access.badge-late}, or what {@link PinRules}
     *     refuses
     */
    public synchronized Outcome<Account> enrol(String scanned, String pin) {
        String hash = BadgeText.hash(scanned).filter(badges::counts).orElse("");
        Account account = badges.everHeld(hash)
                .flatMap(accounts::byId)
                .filter(Account::enabled)
                .orElse(null);
        if (account == null) {
            return Outcome.refused(Problem.of(FORBIDDEN, "access.badge-wrong"));
        }
        Badge badge = badges.of(account.id()).orElseThrow();
        if (badge.enrolled()) {
            return Outcome.refused(Problem.of(CONFLICT, "access.pin-chosen"));
        }
        if (!clock.instant().isBefore(badge.since().plus(ENROL))) {
            return Outcome.refused(Problem.of(CONFLICT, "access.badge-late"));
        }
        return setPin(account, pin).then(_ -> Outcome.done(account));
    }

    /** Chooses a PIN anew; who asks has just proved who she is. */
    public synchronized Outcome<Receipt> setPin(Account account, String pin) {
        return PinRules.check(pin)
                .then(good -> write(
                        account.id(), BadgeFact.PIN.draft(account.who(), new BadgeFact.PinSet(passwords.hash(good)))));
    }

    private Outcome<Receipt> write(StaffId id, Draft draft) {
        Receipt receipt = ledger.write(List.of(draft.about(id.hex()))).getLast();
        ledger.seen(receipt.position());
        return Outcome.done(receipt);
    }
}
