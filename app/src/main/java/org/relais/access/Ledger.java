package org.relais.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.relais.kernel.StaffId;

/** The journal as far as this room needs it: the border to the disk. */
interface Ledger {
    /** Writes facts together, or none; returns once they are on disk. */
    List<Receipt> write(List<Draft> drafts);

    /**
     * Writes a trace; where the journal cannot be written any more, into the second sealed file.
     *
     * @param health it is about health data, which then only those read who have said why
     */
    default void traced(Draft draft, boolean health) {
        write(List.of(draft));
    }

    /** Lets one person read on, whom a trace says why. */
    default void readOn(StaffId staff, Draft trace, Instant until) {
        throw Problem.of(Problem.Category.CONFLICT, "access.writes").asException();
    }

    /** Position of the last fact on disk. */
    long head();

    /** Waits, not for long, until read models show a position. */
    void seen(long position);

    /** A ledger that waits for no read model. */
    static Ledger of(Journal journal) {
        return new Kept(journal, _ -> {});
    }

    static Ledger of(Journal journal, ReadModels models) {
        return new Kept(journal, position -> models.await(position, Duration.ofSeconds(2)));
    }

    /** The ledger on disk. */
    record Kept(Journal journal, LongConsumer folded) implements Ledger {
        @Override
        public List<Receipt> write(List<Draft> drafts) {
            try {
                return journal.append(drafts).join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof ProblemException problem ? problem : failed;
            }
        }

        @Override
        public void traced(Draft draft, boolean health) {
            if (journal.writing()) {
                try {
                    write(List.of(draft));
                    return;
                } catch (ProblemException refused) {
                    if (journal.writing()) {
                        throw refused;
                    }
                }
            }
            if (health && !journal.aside().admits(draft.who())) {
                throw Problem.of(Problem.Category.UNAVAILABLE, "access.say-why").asException();
            }
            journal.aside().write(draft);
        }

        @Override
        public void readOn(StaffId staff, Draft trace, Instant until) {
            if (journal.writing()) {
                throw Problem.of(Problem.Category.CONFLICT, "access.writes").asException();
            }
            journal.aside().write(trace);
            journal.aside().admit(staff, until);
        }

        @Override
        public long head() {
            return journal.head();
        }

        @Override
        public void seen(long position) {
            folded.accept(position);
        }
    }
}
