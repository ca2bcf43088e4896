package org.relais.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;

/** What all upkeep needs: the journal to write facts in, the folds that show them, and the clock. */
public record Desk(Journal journal, ReadModels models, InstantSource clock) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Instant now() {
        return clock.instant();
    }

    /** Writes a fact, and waits until it shows. */
    Receipt write(Draft draft) {
        Receipt receipt = journal.write(draft);
        models.await(receipt.position(), PATIENCE);
        return receipt;
    }
}
