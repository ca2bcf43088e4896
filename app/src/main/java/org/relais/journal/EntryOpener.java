package org.relais.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Sealer;
import org.relais.journal.store.StoredEntry;

/** Opens stored entries. Keeps a cipher and the last epoch's key, so belongs to one thread at a time. */
final class EntryOpener {
    private final DataKeys keys;
    private final Sealer sealer = new Sealer(new SecureRandom());

    private byte[] lastAuthor = new byte[0];
    private byte[] lastEpoch = new byte[0];
    private String lastEpochHex = "";
    private @Nullable SecretKey lastKey;

    EntryOpener(DataKeys keys) {
        this.keys = keys;
    }

    /** An entry with what only {@link Journal#whole} and the verifier need. */
    record Opened(Header header, @Nullable Envelope envelope) {}

    Entry open(StoredEntry row) throws MalformedEntryException {
        Opened opened = openRow(row);
        Header header = opened.header();
        EntryKey key = new EntryKey(header.author(), lastEpochHex, header.seq());
        return entry(row.position(), key, header, opened.envelope());
    }

    static Entry entry(long position, EntryKey key, Header header, @Nullable Envelope envelope) {
        return new Entry(
                position,
                key,
                header.wall(),
                header.type(),
                header.version(),
                header.who(),
                header.subject(),
                envelope == null ? null : envelope.rest(),
                envelope == null ? List.of() : envelope.cuts());
    }

    Opened openRow(StoredEntry row) throws MalformedEntryException {
        byte[] bytes = row.header();
        Header header = Header.decode(bytes);
        byte[] payload = row.payload();
        SecretKey key = key(bytes);
        if (payload == null) {
            return new Opened(header, null);
        }
        try {
            byte[] plain = sealer.open(key, bytes, Header.associatedLength(bytes), payload);
            return new Opened(header, Envelope.decode(plain));
        } catch (AEADBadTagException altered) {
            throw new MalformedEntryException("a payload that does not open", altered);
        }
    }

    byte[] openChunk(Header header, int number, byte[] sealed) throws MalformedEntryException {
        byte[] author = header.author().bytes();
        try {
            return sealer.open(
                    keys.of(author, header.epoch()),
                    chunkContext(author, header.epoch(), header.seq(), number),
                    sealed);
        } catch (AEADBadTagException altered) {
            throw new MalformedEntryException("a chunk that does not open", altered);
        }
    }

    /** The associated data of a chunk: author, epoch, seq, number within the entry. */
    static byte[] chunkContext(byte[] author, byte[] epoch, long seq, int number) {
        return ByteBuffer.allocate(44)
                .put(author)
                .put(epoch)
                .putLong(seq)
                .putInt(number)
                .array();
    }

    private SecretKey key(byte[] header) {
        SecretKey key = lastKey;
        if (key == null || !at(header, Header.AT_EPOCH, lastEpoch) || !at(header, Header.AT_AUTHOR, lastAuthor)) {
            lastAuthor = Arrays.copyOfRange(header, Header.AT_AUTHOR, Header.AT_AUTHOR + 16);
            lastEpoch = Arrays.copyOfRange(header, Header.AT_EPOCH, Header.AT_EPOCH + 16);
            lastEpochHex = HexFormat.of().formatHex(lastEpoch);
            key = keys.of(lastAuthor, lastEpoch);
            lastKey = key;
        }
        return key;
    }

    private static boolean at(byte[] header, int from, byte[] part) {
        return Arrays.equals(header, from, from + 16, part, 0, part.length);
    }
}
