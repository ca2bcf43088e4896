package org.relais.upkeep;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * Somebody opened a standby pack on a ward's own computer and could read it.
 *
 * @param job        the print, copied from the foot of a page
 * @param where      the computer, as typed
 */
public record PackOpened(String ward, String job, String where, Instant occurredAt) {
    public static final FactType<PackOpened> TYPE = FactType.of("upkeep.pack-opened", 1, PackOpened.class);
}
