package org.relais.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.FactType;
import org.relais.journal.Journal;
import org.relais.journal.Once;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * The one gate to health data: whoever is to see some passes here first, and passes only once the trace is on disk.
 */
public final class Trace {
    /** What was done with health data. */
    public enum Act {
        OPENED,
        SEARCHED,
        LISTED,
        PRINTED,
        EXPORTED,
        REFUSED,
        LOGGED_IN,
        LOGIN_FAILED,
        /** Tried again before the wait was over; traced once a wait. */
        LOGIN_BLOCKED,
        /** An administrator ended a wait. */
        UNBLOCKED,
        LOGGED_OUT,
        /** A second person stood by a grave act with her own secret: the entry has her account as subject. */
        COUNTERSIGNED,
        /** Said why she reads on while nothing can be written. */
        READ_ON;

        /** Whether health data were seen. */
        boolean health() {
            return switch (this) {
                case OPENED, SEARCHED, LISTED, PRINTED, EXPORTED -> true;
                case REFUSED, LOGGED_IN, LOGIN_FAILED, LOGIN_BLOCKED, UNBLOCKED, LOGGED_OUT, COUNTERSIGNED, READ_ON ->
                    false;
            };
        }
    }

    /**
     * One access; or one login, whose entry has the account as subject.
     *
     * @param what     what was seen: {@code chart}, {@code census}, {@code pack}, {@code quarantine}…
     * @param about    the question asked, the ward, or the device of a login; empty when there is none
     * @param patients ids of the patients seen, or empty for a whole list (see {@link #count})
     * @param count    how many patients or messages were seen
     * @param position position of the journal that the view reflected
     * @param job      name of a print as its page codes hold it, when a scan of them is to come home; else empty
     */
    public record Access(
            Act act, String what, String about, List<String> patients, int count, long position, String job) {}

    /** The format of the fact. Version 2 names the print. */
    public static final FactType<Access> ACCESS =
            FactType.of("access.trace", 2, Access.class).upcasting(1, tree -> tree.put("job", ""));

    /** How long reading on lasts once its reason was given. */
    public static final Duration READ_ON = Duration.ofHours(4);

    private static final int LONGEST_REASON = 200;

    private final Ledger ledger;

    public Trace(Journal journal) {
        this(Ledger.of(journal));
    }

    Trace(Ledger ledger) {
        this.ledger = ledger;
    }

    public void opened(Who who, PatientId patient, String what) {
        write(who, new Access(Act.OPENED, what, "", List.of(patient.hex()), 1, ledger.head(), ""));
    }

    public void searched(Who who, String question, int hits) {
        write(who, new Access(Act.SEARCHED, "search", question, List.of(), hits, ledger.head(), ""));
    }

    public void listed(Who who, String what, String about, int count) {
        write(who, new Access(Act.LISTED, what, about, List.of(), count, ledger.head(), ""));
    }

    public void printed(Who who, String what, String about, List<PatientId> patients) {
        printed(who, new Print(what, about, ""), patients);
    }

    /**
     * A print whose pages come home when they are scanned.
     *
     * @param about the ward, or empty
     * @param job   its name as its page codes hold it
     */
    public record Print(String what, String about, String job) {}

    public void printed(Who who, Print print, List<PatientId> patients) {
        List<String> ids = patients.stream().map(PatientId::hex).toList();
        write(who, new Access(Act.PRINTED, print.what, print.about, ids, ids.size(), ledger.head(), print.job));
    }

    public void exported(Who who, String what, int count) {
        write(who, new Access(Act.EXPORTED, what, "", List.of(), count, ledger.head(), ""));
    }

    public void refused(Who who, String what, String about) {
        write(who, new Access(Act.REFUSED, what, about, List.of(), 0, ledger.head(), ""));
    }

    /** @param account whose login it is, or null when nobody has that login (what was typed is not kept) */
    void login(Act act, Who who, @Nullable StaffId account, String device) {
        Draft draft = ACCESS.draft(who, new Access(act, "login", device, List.of(), 0, ledger.head(), ""));
        Once.eachTime(() -> ledger.traced(account == null ? draft : draft.about(account.hex()), false));
    }

    /** @param act of the two persons, by its name */
    void countersigned(Who first, StaffId second, String act, String device) {
        Access access = new Access(Act.COUNTERSIGNED, act, device, List.of(), 0, ledger.head(), "");
        ledger.write(List.of(ACCESS.draft(first, access).about(second.hex())));
    }

    /** Reads a trace back. */
    public static Optional<Access> read(Entry entry) {
        return ACCESS.read(entry);
    }

    /**
     * Lets a person read health data while the journal cannot be written, traced in the second sealed file.
     *
     * @return until when, or {@code access.reason} (longest), {@code access.writes}, {@code journal.aside-stopped}
     */
    public Outcome<Instant> readOn(Account account, String reason, Instant now) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Outcome.refused(
                    Problem.of(Problem.Category.INCORRECT, "access.reason", Integer.toString(LONGEST_REASON)));
        }
        Instant until = now.plus(READ_ON);
        Access access = new Access(Act.READ_ON, "emergency", why, List.of(), 0, ledger.head(), "");
        try {
            ledger.readOn(account.id(), ACCESS.draft(account.who(), access), until);
            return Outcome.done(until);
        } catch (ProblemException refused) {
            return Outcome.refused(refused.problem());
        }
    }

    private void write(Who who, Access access) {
        Once.eachTime(
                () -> ledger.traced(ACCESS.draft(who, access), access.act().health()));
    }
}
