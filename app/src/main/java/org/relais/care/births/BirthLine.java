package org.relais.care.births;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.journal.Entry;
import org.relais.kernel.Who;

/**
 * Something written about a birth, as the journal holds it.
 *
 * @param by who typed it
 */
public record BirthLine(Instant recordedAt, Who by, BirthFact said) {
    private static final Set<String> TYPES = Set.of(
            BirthFact.BORN.name(),
            BirthFact.BANDED.name(),
            BirthFact.SEPARATED.name(),
            BirthFact.REUNITED.name(),
            BirthFact.MISMATCHED.name(),
            BirthFact.ANNUL_ASKED.name(),
            BirthFact.ANNUL_DROPPED.name(),
            BirthFact.ANNULLED.name(),
            BirthFact.RENAMED.name());

    static boolean written(Entry entry) {
        return TYPES.contains(entry.type());
    }

    /** The entry read, when it is one of these. */
    public static Optional<BirthLine> read(Entry entry) {
        return Stream.of(
                        BirthFact.BORN,
                        BirthFact.BANDED,
                        BirthFact.SEPARATED,
                        BirthFact.REUNITED,
                        BirthFact.MISMATCHED,
                        BirthFact.ANNUL_ASKED,
                        BirthFact.ANNUL_DROPPED,
                        BirthFact.ANNULLED,
                        BirthFact.RENAMED)
                .flatMap(type -> type.read(entry).stream())
                .map(BirthFact.class::cast)
                .findFirst()
                .map(said -> new BirthLine(entry.recordedAt(), entry.who(), said));
    }
}
