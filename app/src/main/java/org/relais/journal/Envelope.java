package org.relais.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is inside a sealed payload, format 1: one byte of flags (1: dedup key, 2: cuts), the 16-byte keyed hash of the
 * dedup key, the table of cuts, and the payload without them. The table is a 2-byte count, then per cut a 4-byte offset
 * and length in the whole payload and the SHA-256 of each of its sealed chunks.
 *
 * @param chunkHashes of all cuts, in order: chunk {@code n} of the entry has hash {@code n}
 */
record Envelope(byte @Nullable [] dedup, List<Draft.Cut> cuts, List<byte[]> chunkHashes, byte[] rest) {
    static final int CHUNK = 1 << 20;
    private static final int DEDUP = 1;
    private static final int CUTS = 2;

    static int chunksOf(Draft.Cut cut) {
        return (int) ((cut.length() + (long) CHUNK - 1) / CHUNK);
    }

    byte[] encode() {
        int size = 1 + (dedup == null ? 0 : dedup.length) + rest.length;
        if (!cuts.isEmpty()) {
            size += 2 + 8 * cuts.size() + Header.HASH * chunkHashes.size();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put((byte) ((dedup == null ? 0 : DEDUP) | (cuts.isEmpty() ? 0 : CUTS)));
        if (dedup != null) {
            out.put(dedup);
        }
        if (!cuts.isEmpty()) {
            out.putShort((short) cuts.size());
            int chunk = 0;
            for (Draft.Cut cut : cuts) {
                out.putInt(cut.offset()).putInt(cut.length());
                for (int n = chunksOf(cut); n > 0; n--) {
                    out.put(chunkHashes.get(chunk++));
                }
            }
        }
        return out.put(rest).array();
    }

    static Envelope decode(byte[] bytes) throws MalformedEntryException {
        if (bytes.length > 0 && bytes[0] == 0) {
            return new Envelope(null, List.of(), List.of(), Arrays.copyOfRange(bytes, 1, bytes.length));
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int flags = in.get();
            if ((flags & ~(DEDUP | CUTS)) != 0) {
                throw new MalformedEntryException("a payload of an unknown form");
            }
            byte[] dedup = (flags & DEDUP) == 0 ? null : take(in, 16);
            List<Draft.Cut> cuts = new ArrayList<>();
            List<byte[]> hashes = new ArrayList<>();
            int count = (flags & CUTS) == 0 ? 0 : in.getShort() & 0xffff;
            for (int i = 0; i < count; i++) {
                Draft.Cut cut = new Draft.Cut(in.getInt(), in.getInt());
                cuts.add(cut);
                for (int n = chunksOf(cut); n > 0; n--) {
                    hashes.add(take(in, Header.HASH));
                }
            }
            return new Envelope(dedup, cuts.isEmpty() ? List.of() : cuts, hashes, take(in, in.remaining()));
        } catch (BufferUnderflowException tooShort) {
            throw new MalformedEntryException("a payload shorter than it says", tooShort);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    /** The payload without its cuts. */
    static byte[] without(byte[] payload, List<Draft.Cut> cuts) {
        if (cuts.isEmpty()) {
            return payload;
        }
        int removed = cuts.stream().mapToInt(Draft.Cut::length).sum();
        ByteBuffer rest = ByteBuffer.allocate(payload.length - removed);
        int from = 0;
        for (Draft.Cut cut : cuts) {
            rest.put(payload, from, cut.offset() - from);
            from = cut.offset() + cut.length();
        }
        return rest.put(payload, from, payload.length - from).array();
    }
}
