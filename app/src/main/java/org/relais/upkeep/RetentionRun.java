package org.relais.upkeep;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * Patients were forgotten. Names nobody.
 *
 * @param occurredAt  when
 * @param patients    how many
 * @param entries     payloads dropped
 * @param waiting     entries that also name somebody who is still known: they wait for the last
 * @param packsBefore standby packs whose data stop at or before this moment are removed wherever they are found
 * @param wordsBefore the words of searches before this moment are gone
 */
public record RetentionRun(
        Instant occurredAt, int patients, int entries, int waiting, Instant packsBefore, Instant wordsBefore) {
    public static final FactType<RetentionRun> TYPE = FactType.of("upkeep.retention-run", 1, RetentionRun.class);
}
