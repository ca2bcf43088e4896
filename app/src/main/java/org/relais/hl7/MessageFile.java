package org.relais.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of one or many messages, cut without losing a byte: a file with one {@code MSH} line, or none, is one message
 * with all its bytes; otherwise each message goes from its {@code MSH} to the next, the first one taking along what stands
 * before it. The parts, put together again, are the file. In a file that begins with {@code FHS} or {@code BHS} a message
 * ends where the next segment around messages begins; these are the {@link #envelope}.
 */
public final class MessageFile {
    /** A message in a file is larger than can be taken in. */
    public static final class TooBigException extends IOException {
        TooBigException(int limit) {
            super("a message in the file is larger than " + limit + " bytes");
        }
    }

    private static final int LOOKED_AT = 64;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int searched;
    private boolean begun;
    private boolean ended;
    private boolean looked;
    private @Nullable Envelope envelope;

    public MessageFile(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next message, or null after the last. */
    public byte @Nullable [] next() throws IOException {
        lookFirst();
        while (true) {
            byte[] piece = piece();
            Envelope around = envelope;
            if (around == null) {
                return piece;
            }
            if (piece == null) {
                around.end();
                return null;
            }
            if (HeaderStart.next(piece, 0, piece.length) >= 0) {
                around.message(piece);
                return piece;
            }
            around.around(piece);
        }
    }

    /** What stands around the messages, complete after the last one; nothing where they are no batch. */
    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }

    private void lookFirst() throws IOException {
        if (looked) {
            return;
        }
        looked = true;
        while (filled < LOOKED_AT && !ended) {
            ended = !fill();
        }
        if (HeaderStart.opensBatch(buffer, filled)) {
            envelope = new Envelope();
        }
    }

    private byte @Nullable [] piece() throws IOException {
        while (true) {
            int start = envelope == null
                    ? HeaderStart.next(buffer, searched, filled)
                    : HeaderStart.nextOfBatch(buffer, searched, filled, ended);
            if (start >= 0 && begun && start > 0) {
                return take(start);
            }
            if (start >= 0) {
                begun = true;
                searched = start + 3;
                continue;
            }
            searched = Math.max(searched, filled - 3);
            if (ended || !fill()) {
                if (!ended) {
                    ended = true;
                    continue;
                }
                return filled == 0 ? null : take(filled);
            }
        }
    }

    private byte[] take(int count) {
        byte[] message = Arrays.copyOf(buffer, count);
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        filled -= count;
        begun = filled > 0;
        searched = Math.min(3, filled);
        return message;
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            if (filled >= limit) {
                throw new TooBigException(limit);
            }
            buffer = Arrays.copyOf(buffer, Math.min(limit, buffer.length * 2));
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count >= 0;
    }
}
