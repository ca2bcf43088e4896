package org.relais.journal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log: bytes whose meaning the store does not know, and the columns it needs to find them.
 *
 * @param position  local place, 1, 2, 3… without gaps
 * @param author    16 bytes
 * @param epoch     16 bytes
 * @param seq       1, 2, 3… within the epoch
 * @param hash      32 bytes: SHA-256 of the header
 * @param header    the header as written
 * @param payload   the sealed payload, or null once forgotten
 * @param dedup     16 bytes unique in the store, or null
 * @param signature of the group of which this is the last entry, else null
 * @param chunks    sealed chunks of the cuts, only when appending: read them with {@link EntryStore#chunk}
 */
public record StoredEntry(
        long position,
        byte[] author,
        byte[] epoch,
        long seq,
        byte[] hash,
        byte[] header,
        byte @Nullable [] payload,
        byte @Nullable [] dedup,
        byte @Nullable [] signature,
        List<byte[]> chunks) {

    public StoredEntry signed(byte[] groupSignature) {
        return new StoredEntry(position, author, epoch, seq, hash, header, payload, dedup, groupSignature, chunks);
    }
}
