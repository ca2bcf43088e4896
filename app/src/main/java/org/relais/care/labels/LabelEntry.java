package org.relais.care.labels;

import java.time.Instant;
import java.util.Optional;
import org.relais.journal.Entry;
import org.relais.kernel.PatientId;
import org.relais.kernel.Who;

/**
 * A print of bands and labels, as the journal holds it.
 *
 * @param position where it lies in this journal
 * @param by       who printed
 */
public record LabelEntry(long position, Instant recordedAt, Who by, PatientId patient, LabelsPrinted said) {
    /** The entry read, when it is one of these. */
    public static Optional<LabelEntry> read(Entry entry) {
        String subject = entry.subject();
        return subject == null
                ? Optional.empty()
                : LabelsPrinted.TYPE
                        .read(entry)
                        .map(said -> new LabelEntry(
                                entry.position(), entry.recordedAt(), entry.who(), new PatientId(subject), said));
    }
}
