package org.relais.care.found;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * Something read out by telephone: the fact {@code care.found}, whose subject is the patient.
 *
 * @param occurredAt when it was heard
 * @param kind       what it is about
 * @param value      as it was said; text, never a measured value
 * @param saidBy     who read it out
 * @param place      where it was found: laboratory, pharmacy, family…
 * @param heardBy    who heard it; whoever typed it is the entry's author
 * @param readBack   whether it was read back and confirmed
 * @param corrects   the entry that this corrects, as {@link FoundEntry#key}, or empty
 */
public record Found(
        Instant occurredAt,
        FoundKind kind,
        String value,
        String saidBy,
        String place,
        String heardBy,
        boolean readBack,
        String corrects) {
    static final FactType<Found> TYPE = FactType.of("care.found", 1, Found.class);
}
