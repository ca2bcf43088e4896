package org.relais.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;

/** Puts a payload's cuts back where they were. */
final class Splicer {
    private final EntryStore store;
    private final EntryOpener opener;

    Splicer(EntryStore store, EntryOpener opener) {
        this.store = store;
        this.opener = opener;
    }

    byte[] whole(StoredEntry row) throws IOException, MalformedEntryException {
        EntryOpener.Opened opened = opener.openRow(row);
        Envelope envelope = opened.envelope();
        if (envelope == null) {
            throw new MalformedEntryException("a payload that is no longer there");
        }
        ByteBuffer rest = ByteBuffer.wrap(envelope.rest());
        int size = envelope.cuts().stream().mapToInt(Draft.Cut::length).sum() + rest.remaining();
        ByteBuffer whole = ByteBuffer.allocate(size);
        int number = 0;
        for (Draft.Cut cut : envelope.cuts()) {
            copy(rest, cut.offset() - whole.position(), whole);
            for (int n = Envelope.chunksOf(cut); n > 0; n--) {
                whole.put(chunk(row, opened.header(), envelope, number++));
            }
        }
        return whole.put(rest).array();
    }

    private static void copy(ByteBuffer from, int length, ByteBuffer to) throws MalformedEntryException {
        if (length < 0 || length > from.remaining()) {
            throw new MalformedEntryException("a cut outside its payload");
        }
        to.put(from.slice(from.position(), length));
        from.position(from.position() + length);
    }

    /** A chunk of an entry, opened, once its hash is found to be the one that the entry names. */
    byte[] chunk(StoredEntry row, Header header, Envelope envelope, int number)
            throws IOException, MalformedEntryException {
        byte[] sealed = store.chunk(row.position(), number)
                .orElseThrow(() -> new MalformedEntryException("a chunk that is not there"));
        if (!Arrays.equals(Header.sha256(sealed), envelope.chunkHashes().get(number))) {
            throw new MalformedEntryException("a chunk that is not the one named");
        }
        return opener.openChunk(header, number, sealed);
    }
}
