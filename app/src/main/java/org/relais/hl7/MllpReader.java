package org.relais.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes frames out of a stream of bytes, however they are cut into packets. A frame ends at 0x1C followed by 0x0D, by
 * 0x0A, by the next 0x0B, by the end of the stream, or by silence. Bytes between frames are passed over. A frame that stops half-way, or creeps, ends the connection.
 */
public final class MllpReader {
    /** Says how long the next read may wait, 0 for ever; a socket's {@code setSoTimeout}. */
    @FunctionalInterface
    public interface Patience {
        void atMost(int millis) throws IOException;
    }

    /** Memory for what a frame grows to; {@code more} says whether there is any. */
    public interface Memory {
        /** Asked before a frame takes so many bytes in all; may wait. */
        boolean more(int bytes);

        /** The frame that grew is dropped. */
        void dropped();
    }

    /** The sender began a frame and does not go on, or there is no memory for it: the connection is to be closed. */
    public static final class StalledException extends IOException {
        StalledException(String what) {
            super(what);
        }
    }

    private static final Memory ENDLESS = new Memory() {
        @Override
        public boolean more(int bytes) {
            return true;
        }

        @Override
        public void dropped() {
            // nothing was taken
        }
    };

    private static final int SILENCE_MILLIS = 100;
    private static final int HEAD = 8 * 1024;

    private enum State {
        OUTSIDE,
        INSIDE,
        AFTER_END
    }

    private final InputStream in;
    private final Patience patience;
    private final int limit;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int filled;
    private byte[] frame = new byte[2 * 1024];
    private int stored;
    private long length;
    private State state = State.OUTSIDE;
    private long begun;
    private final Pace pace;
    private final Memory memory;

    public MllpReader(InputStream in, int limit, Patience patience) {
        this(in, limit, patience, new Bounds(Pace.USUAL, ENDLESS));
    }

    /** What a sender may not exceed within one frame. */
    public record Bounds(Pace pace, Memory memory) {}

    public MllpReader(InputStream in, int limit, Patience patience, Bounds bounds) {
        this.in = in;
        this.limit = limit;
        this.patience = patience;
        this.pace = bounds.pace();
        this.memory = bounds.memory();
    }

    /** The next frame, waiting for it; null at the end of the stream. A frame cut off by that end is dropped. */
    public @Nullable Frame next() throws IOException {
        while (!advance()) {
            if (!fill()) {
                return state == State.AFTER_END ? done() : null;
            }
            if (state == State.AFTER_END && filled == 0) {
                return done();
            }
        }
        return done();
    }

    /**
     * The next frame when it has arrived already, else null. The stream is only asked for more where the last read left
     * no room: a sender who waits for an answer has sent nothing more.
     */
    public @Nullable Frame poll() throws IOException {
        while (!advance()) {
            if (filled < buffer.length || in.available() <= 0 || !fill()) {
                return null;
            }
        }
        return done();
    }

    /** Whether a frame has begun and not ended. */
    public boolean inFrame() {
        return state != State.OUTSIDE;
    }

    /** Consumes what is buffered. @return true once a frame is complete */
    private boolean advance() throws IOException {
        while (position < filled) {
            switch (state) {
                case OUTSIDE -> {
                    if (buffer[position++] == Mllp.START) {
                        state = State.INSIDE;
                        length = 0;
                        stored = 0;
                        begun = 0;
                    }
                }
                case INSIDE -> takeContent();
                case AFTER_END -> {
                    if (ends(buffer[position])) {
                        return true;
                    }
                    keep(new byte[] {Mllp.END}, 0, 1);
                    state = State.INSIDE;
                }
            }
        }
        return false;
    }

    private boolean ends(byte next) {
        if (next == '\r' || next == '\n') {
            position++;
            return true;
        }
        return next == Mllp.START;
    }

    private void takeContent() throws IOException {
        int from = position;
        int at = from;
        while (at < filled && buffer[at] != Mllp.END) {
            at++;
        }
        keep(buffer, from, at - from);
        position = at;
        if (at < filled) {
            position++;
            state = State.AFTER_END;
        }
    }

    private void keep(byte[] from, int offset, int count) throws IOException {
        length += count;
        int taken = count;
        if (length > limit) {
            if (stored > HEAD) {
                frame = Arrays.copyOf(frame, HEAD);
                stored = HEAD;
                memory.dropped();
            }
            taken = Math.min(count, HEAD - stored);
        }
        if (stored + taken > frame.length) {
            int wider = Math.max(stored + taken, (int) Math.min(limit, frame.length * 2L));
            if (!memory.more(wider)) {
                throw new StalledException("no memory for another large message");
            }
            frame = Arrays.copyOf(frame, wider);
        }
        System.arraycopy(from, offset, frame, stored, taken);
        stored += taken;
    }

    /** Reads more. @return false at the end of the stream; true with nothing read after silence at the end of a frame */
    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        int wait = patienceMillis();
        if (wait > 0) {
            patience.atMost(wait);
        }
        try {
            int count = in.read(buffer, 0, buffer.length);
            filled = Math.max(count, 0);
            return count >= 0;
        } catch (SocketTimeoutException silence) {
            if (state != State.AFTER_END) {
                throw new StalledException("a message was begun and not ended in time");
            }
            return true;
        } finally {
            if (wait > 0) {
                patience.atMost(0);
            }
        }
    }

    /** Milliseconds to wait for more, 0 for ever. */
    private int patienceMillis() throws IOException {
        return switch (state) {
            case OUTSIDE -> 0;
            case AFTER_END -> SILENCE_MILLIS;
            case INSIDE -> {
                long now = System.nanoTime();
                begun = begun == 0 ? now : begun;
                long left = pace.patience(now - begun, length);
                if (left <= 0) {
                    throw new StalledException("a message came too slowly");
                }
                yield (int) left;
            }
        };
    }

    private Frame done() {
        state = State.OUTSIDE;
        boolean exact = stored == frame.length;
        byte[] taken = exact ? frame : Arrays.copyOf(frame, stored);
        if (exact || frame.length > 256 * 1024) {
            frame = new byte[2 * 1024];
        }
        return length > limit ? new Frame.TooBig(taken, length) : new Frame.Whole(taken);
    }
}
