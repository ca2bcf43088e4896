package org.relais.feeds.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.Origin;
import org.relais.feeds.Via;
import org.relais.hl7.Acknowledgements;
import org.relais.hl7.Acknowledgements.Code;
import org.relais.hl7.Frame;
import org.relais.hl7.Header;
import org.relais.hl7.Mllp;
import org.relais.hl7.MllpReader;
import org.relais.journal.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's connection. Its thread takes every frame that has arrived, hands them to the inbox, and only when no other is
 * there waits for the disk and answers in order: senders that wait get one write an answer, senders that do not are
 * committed in groups.
 */
final class MllpConnection {
    /** A frame taken; {@code written} is null when it was refused for its size. */
    private record Taken(
            Optional<Header> header, int size, @Nullable CompletableFuture<Receipt> written) {}

    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int MOST_PENDING = 128;
    private static final long MOST_PENDING_BYTES = 8L * 1024 * 1024;

    private final MllpListener listener;
    private final Socket socket;
    private final Origin origin;
    private final Thread thread;
    private final ArrayDeque<Taken> pending = new ArrayDeque<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream(256);
    private long pendingBytes;
    private volatile boolean stopping;

    MllpConnection(MllpListener listener, Socket socket) {
        this.listener = listener;
        this.socket = socket;
        this.origin = new Origin(listener.feed(), socket.getInetAddress().getHostAddress(), Via.MLLP);
        this.thread = Thread.ofPlatform().daemon().name("mllp-connection").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            serve(new MllpReader(socket.getInputStream(), listener.largest(), socket::setSoTimeout));
        } catch (IOException gone) {
            if (!stopping) {
                LOG.info("feed {}: a sender went away ({})", listener.feed().value(), gone.getMessage());
            }
        } finally {
            listener.ended(this);
        }
    }

    private void serve(MllpReader reader) throws IOException {
        while (!stopping) {
            Frame frame = pending.isEmpty() ? reader.next() : reader.poll();
            if (frame != null) {
                take(frame);
            } else if (pending.isEmpty()) {
                break;
            }
            if (frame == null || pending.size() >= MOST_PENDING || pendingBytes >= MOST_PENDING_BYTES) {
                answer();
            }
        }
        answer();
    }

    private void take(Frame frame) {
        switch (frame) {
            case Frame.Whole(byte[] message) -> {
                Optional<Header> header = Header.of(message);
                pending.add(new Taken(header, message.length, listener.inbox().receive(origin, header, message)));
                pendingBytes += message.length;
            }
            case Frame.TooBig(byte[] head, long _) -> {
                listener.inbox().counters().refused(listener.feed());
                pending.add(new Taken(Header.of(head), 0, null));
            }
        }
    }

    /** Waits for the disk and answers all that is pending, in order. */
    private void answer() throws IOException {
        while (!pending.isEmpty()) {
            Taken next = pending.remove();
            pendingBytes -= next.size();
            CompletableFuture<Receipt> written = next.written();
            if (written != null && !written.isDone()) {
                flush();
            }
            if (!Acknowledgements.isOne(next.header())) {
                Code code = written == null ? Code.AR : code(written);
                answers.writeBytes(Mllp.frame(
                        listener.acknowledgements().answer(next.header(), code, text(code, listener.largest()))));
            } else if (written != null) {
                code(written);
            }
        }
        flush();
    }

    private void flush() throws IOException {
        if (answers.size() > 0) {
            answers.writeTo(socket.getOutputStream());
            answers.reset();
        }
    }

    private static Code code(CompletableFuture<Receipt> written) {
        try {
            written.join();
            return Code.AA;
        } catch (CompletionException | CancellationException notOnDisk) {
            return Code.AE;
        }
    }

    private static String text(Code code, int largest) {
        return switch (code) {
            case AA -> "";
            case AE -> "not stored, send again";
            case AR -> "larger than " + largest + " bytes";
        };
    }

    /** Takes nothing more; what was taken is still answered. */
    void stop() {
        stopping = true;
        try {
            socket.shutdownInput();
        } catch (IOException closedAlready) {
            LOG.debug("a connection was closed already ({})", closedAlready.getMessage());
        }
    }

    void await(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes whatever is still waiting. */
    void abort() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            LOG.debug("a connection was closed already ({})", closedAlready.getMessage());
        }
    }
}
