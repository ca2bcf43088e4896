package org.relais.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Who;

/**
 * An entry of the journal as read back and opened.
 *
 * @param position   local place in this store, 1, 2, 3… ascending; not the same on another node
 * @param key        its name everywhere
 * @param recordedAt wall clock of the author
 * @param type       format of the payload
 * @param version    version of that format
 * @param who        who made the fact
 * @param subject    32 hexadecimal digits of whom it is about, or null
 * @param payload    the opened payload without its cuts, or null once forgotten
 * @param cuts       where {@link #payload} lacks stretches stored aside; {@link Journal#whole} gives them back
 */
public record Entry(
        long position,
        EntryKey key,
        Instant recordedAt,
        String type,
        int version,
        Who who,
        @Nullable String subject,
        byte @Nullable [] payload,
        List<Draft.Cut> cuts) {

    public boolean forgotten() {
        return payload == null;
    }
}
