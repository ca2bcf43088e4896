package org.relais.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.ProblemException;

/** The journal as far as this room needs it: the border to the disk. */
interface Ledger {
    /** Writes facts together, or none; returns once they are on disk. */
    List<Receipt> write(List<Draft> drafts);

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
        public long head() {
            return journal.head();
        }

        @Override
        public void seen(long position) {
            folded.accept(position);
        }
    }
}
