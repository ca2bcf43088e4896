package org.relais.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.relais.journal.store.StoredEntry;

/** What a node signs of a group: its last entry's author, epoch, seq and hash, after a fixed label. */
final class GroupSignature {
    private static final byte[] LABEL = "relais group 1".getBytes(StandardCharsets.US_ASCII);

    private GroupSignature() {}

    static byte[] message(StoredEntry last) {
        return ByteBuffer.allocate(LABEL.length + 16 + 16 + 8 + Header.HASH)
                .put(LABEL)
                .put(last.author())
                .put(last.epoch())
                .putLong(last.seq())
                .put(last.hash())
                .array();
    }
}
