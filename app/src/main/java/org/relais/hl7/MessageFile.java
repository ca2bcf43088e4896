package org.relais.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of one or many messages, cut without losing a byte: a file with one {@code MSH} line, or none, is one message
 * with all its bytes; otherwise each message goes from its {@code MSH} to the next, the first one taking along what stands
 * before it. The parts, put together again, are the file.
 */
public final class MessageFile {
    /** A message in a file is larger than can be taken in. */
    public static final class TooBigException extends IOException {
        TooBigException(int limit) {
            super("a message in the file is larger than " + limit + " bytes");
        }
    }

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int searched;
    private boolean begun;
    private boolean ended;

    public MessageFile(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next message, or null after the last. */
    public byte @Nullable [] next() throws IOException {
        while (true) {
            int start = HeaderStart.next(buffer, searched, filled);
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
                ended = true;
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
