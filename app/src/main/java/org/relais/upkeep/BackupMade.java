package org.relais.upkeep;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * A backup was made by the clock, and read again whole where it lies.
 *
 * @param file   its name in the folder
 * @param head   of the journal just before
 * @param millis how long it took
 */
public record BackupMade(String file, long bytes, String head, Instant madeAt, long millis) {
    public static final FactType<BackupMade> TYPE = FactType.of("upkeep.backup-made", 1, BackupMade.class);
}
