package org.relais.upkeep;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * A backup was made, restored elsewhere, verified, folded and compared with the living node, and removed again.
 *
 * @param head       of the restored journal
 * @param entries    verified in the copy
 * @param patients   charts in the copy
 * @param inHospital patients who lie in the hospital by the copy
 * @param compared   the living node stood at the same head, so that the counts had to be equal
 * @param sound      the chain verified, the head of before the backup was found in it, and the counts agreed
 * @param millis     how long backup, restore and check took
 */
public record DrillDone(
        Instant occurredAt,
        String head,
        long entries,
        int patients,
        int inHospital,
        boolean compared,
        boolean sound,
        long millis) {
    public static final FactType<DrillDone> TYPE = FactType.of("upkeep.drill", 1, DrillDone.class);
}
