package org.relais.journal;

import java.time.Instant;

/**
 * Entries that were acknowledged are no longer there: the journal ended before where it is noted to have ended, or had
 * another entry there. Found when the directory was opened, and a fact from then on.
 *
 * @param noted  position at which it had ended, or gone further by less than a second's entries
 * @param head   hash of the entry that was there, 64 hexadecimal digits
 * @param found  position at which it ended when it was opened
 * @param lastAt when the entry there was recorded
 */
public record Loss(long noted, String head, long found, Instant lastAt) {
    public static final FactType<Loss> TYPE = FactType.of("journal.loss", 1, Loss.class);
}
