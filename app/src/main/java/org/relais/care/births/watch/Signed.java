package org.relais.care.births.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.journal.Entry;
import org.relais.kernel.PatientId;
import org.relais.kernel.Who;

/**
 * A fact of a watch as the journal holds it.
 *
 * @param position where it lies in this journal
 * @param key      its name everywhere
 * @param by       who typed it; for whom stands in what was said
 */
public record Signed(long position, String key, PatientId patient, Instant recordedAt, Who by, WatchFact said) {
    /** In the order in which things happened, to the minute as they are typed; within it as they were written. */
    static final Comparator<Signed> ORDER = Comparator.comparing(
                    (Signed line) -> line.at().truncatedTo(ChronoUnit.MINUTES))
            .thenComparingLong(Signed::position);

    /** When it happened, never later than it was written: a clock that is ahead puts no review off. */
    public Instant at() {
        Instant said = said().told().occurredAt();
        return said.isAfter(recordedAt) ? recordedAt : said;
    }

    /** The entry read, when it is one of these. */
    static Optional<Signed> read(Entry entry) {
        String subject = entry.subject();
        if (subject == null || entry.forgotten()) {
            return Optional.empty();
        }
        return Stream.of(
                        CtgFact.PLACED,
                        CtgFact.REVIEWED,
                        CtgFact.TAKEN,
                        CtgFact.STOPPED,
                        BleedFact.STARTED,
                        BleedFact.NOTED,
                        BleedFact.ENDED)
                .flatMap(type -> type.read(entry).stream())
                .map(WatchFact.class::cast)
                .findFirst()
                .map(said -> new Signed(
                        entry.position(),
                        entry.key().toString(),
                        new PatientId(subject),
                        entry.recordedAt(),
                        entry.who(),
                        said));
    }
}
