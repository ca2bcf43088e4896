package org.relais.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Sealer;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.NodeId;

/** Makes entries of drafts, within one epoch of one author. Used by the writer's thread only. */
final class EntrySealer {
    private final NodeId node;
    private final byte[] author;
    private final byte[] epoch;
    private final SecretKey key;
    private final Sealer sealer;

    EntrySealer(DataKeys keys, NodeId node, byte[] epoch, SecureRandom random) {
        this.node = node;
        this.author = node.bytes();
        this.epoch = epoch;
        this.key = keys.of(author, epoch);
        this.sealer = new Sealer(random);
    }

    /** Where an entry stands in the log, and when. */
    record Place(long position, long seq, byte[] previous, long hybrid, Instant wall) {}

    StoredEntry seal(Draft draft, byte @Nullable [] dedup, Place place) {
        List<byte[]> chunks = chunks(draft, place.seq());
        List<byte[]> hashes = chunks.stream().map(Header::sha256).toList();
        byte[] rest = Envelope.without(draft.payload(), draft.cuts());
        byte[] plain = new Envelope(dedup, draft.cuts(), hashes, rest).encode();
        byte[] associated = new Header(
                        node,
                        epoch,
                        place.seq(),
                        place.previous(),
                        place.hybrid(),
                        place.wall(),
                        draft.type(),
                        draft.version(),
                        draft.who(),
                        draft.subject(),
                        Header.NOTHING_BEFORE)
                .associated();
        byte[] payload = sealer.seal(key, associated, plain);
        byte[] header = Header.complete(associated, Header.sha256(payload));
        return new StoredEntry(
                place.position(),
                author,
                epoch,
                place.seq(),
                Header.sha256(header),
                header,
                payload,
                dedup,
                null,
                chunks);
    }

    private List<byte[]> chunks(Draft draft, long seq) {
        List<byte[]> chunks = new ArrayList<>();
        for (Draft.Cut cut : draft.cuts()) {
            int end = cut.offset() + cut.length();
            for (int from = cut.offset(); from < end; from += Envelope.CHUNK) {
                byte[] plain = Arrays.copyOfRange(draft.payload(), from, Math.min(end, from + Envelope.CHUNK));
                chunks.add(sealer.seal(key, EntryOpener.chunkContext(author, epoch, seq, chunks.size()), plain));
            }
        }
        return chunks;
    }
}
