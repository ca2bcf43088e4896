package org.relais.care.found;

import java.time.Instant;
import java.util.Optional;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.Who;

/**
 * Something read out by telephone, as the journal holds it.
 *
 * @param position where it lies in this journal
 * @param key      its name everywhere: author, epoch and number
 * @param by       who typed it
 */
public record FoundEntry(long position, String key, Instant recordedAt, Who by, Found said) {

    /** The entry read, when it is one of these. */
    public static Optional<FoundEntry> read(Entry entry) {
        return Found.TYPE
                .read(entry)
                .map(said -> new FoundEntry(entry.position(), key(entry.key()), entry.recordedAt(), entry.who(), said));
    }

    static String key(EntryKey key) {
        return key.author().hex() + ":" + key.epoch() + ":" + key.seq();
    }
}
