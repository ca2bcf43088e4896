package org.relais.access;

import static org.relais.kernel.Problem.Category.CONFLICT;
import static org.relais.kernel.Problem.Category.FORBIDDEN;
import static org.relais.kernel.Problem.Category.INCORRECT;
import static org.relais.kernel.Problem.Category.NOT_FOUND;

import java.security.SecureRandom;
import java.util.List;
import org.relais.access.GlassFact.Broken;
import org.relais.access.GlassFact.Reviewed;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;

/** The commands of <em>bris de glace</em>: to open a chart outside one's rights, and to review it afterwards, by two. */
public final class Glass {
    /** The longest text beside a reason or in a review. */
    public static final int TEXT_MAX = 300;

    private static final int TEXT_MIN = 5;

    private final Ledger ledger;
    private final GlassLog log;
    private final Guard guard;
    private final SecureRandom random = new SecureRandom();

    public Glass(Journal journal, ReadModels models, GlassLog log, Guard guard) {
        this(Ledger.of(journal, models), log, guard);
    }

    Glass(Ledger ledger, GlassLog log, Guard guard) {
        this.ledger = ledger;
        this.log = log;
        this.guard = guard;
    }

    /**
     * Opens a chart for four hours. A chart that is open already, or that no glass opens, is refused.
     *
     * @param text what there is to say beside the reason; required when the reason is none of the list
     */
    public Outcome<Receipt> open(Account account, PatientId asked, GlassReason reason, String text) {
        PatientId patient = guard.chart(asked);
        String said = text.strip();
        return switch (guard.sight(account, patient)) {
            case WHOLE -> refused(CONFLICT, "access.glass-open");
            case NOTHING, IDENTITY -> guard.mayOpenChart(account, patient).then(_ -> refused(FORBIDDEN, "?"));
            case BEHIND_GLASS -> {
                if (said.length() > TEXT_MAX || (reason == GlassReason.OTHER && said.length() < TEXT_MIN)) {
                    yield refused(
                            INCORRECT, "access.glass-text", Integer.toString(TEXT_MIN), Integer.toString(TEXT_MAX));
                }
                List<String> wards = guard.wards(patient).stream()
                        .map(WardCode::value)
                        .sorted()
                        .toList();
                yield written(GlassFact.BROKEN.draft(
                        account.who(), new Broken(RandomIds.next(random), patient.hex(), reason, said, wards)));
            }
        };
    }

    /**
     * Closes the review of a bris de glace: a grave act of two people, neither of them the one who broke it.
     *
     * @param second who confirmed beside the first, see {@link Countersign}
     */
    public synchronized Outcome<Receipt> review(Account first, Account second, String id, BrokenGlass.Review verdict) {
        BrokenGlass broken = log.get(id).orElse(null);
        if (broken == null) {
            return refused(NOT_FOUND, "access.glass-gone");
        }
        if (broken.review() != null) {
            return refused(CONFLICT, "access.glass-reviewed");
        }
        if (mine(broken, first) || mine(broken, second) || first.id().equals(second.id())) {
            return refused(FORBIDDEN, "access.glass-own");
        }
        String note = verdict.note().strip();
        if (note.length() > TEXT_MAX || (!verdict.justified() && note.length() < TEXT_MIN)) {
            return refused(INCORRECT, "access.glass-note", Integer.toString(TEXT_MIN), Integer.toString(TEXT_MAX));
        }
        return written(GlassFact.REVIEWED.draft(
                first.who(),
                new Reviewed(id, verdict.justified(), note, second.id().hex())));
    }

    private static boolean mine(BrokenGlass broken, Account account) {
        StaffId by = broken.by();
        return by.equals(account.id());
    }

    private Outcome<Receipt> written(Draft draft) {
        Receipt receipt = ledger.write(List.of(draft)).getLast();
        ledger.seen(receipt.position());
        return Outcome.done(receipt);
    }

    private static Outcome<Receipt> refused(Problem.Category category, String key, String... args) {
        return Outcome.refused(Problem.of(category, key, args));
    }
}
