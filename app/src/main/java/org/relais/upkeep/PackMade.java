package org.relais.upkeep;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * A standby pack was made, and opened again where it lies: by the node, with the passphrase of the ward's envelope. Names
 * nobody.
 *
 * @param file     its name in the folder
 * @param job      the print, as each of its pages names it
 * @param envelope number of the envelope whose passphrase opens it
 * @param asOf     the moment its data stop at
 * @param readAt   when it was opened and found readable
 */
public record PackMade(
        String ward,
        String file,
        String job,
        int envelope,
        int pages,
        int patients,
        long bytes,
        Instant asOf,
        Instant readAt) {
    public static final FactType<PackMade> TYPE = FactType.of("upkeep.pack-made", 1, PackMade.class);
}
