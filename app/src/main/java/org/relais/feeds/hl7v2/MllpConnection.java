package org.relais.feeds.hl7v2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.FeedCounters.Why;
import org.relais.feeds.FrameBudget;
import org.relais.feeds.Origin;
import org.relais.feeds.Via;
import org.relais.hl7.Acknowledgements;
import org.relais.hl7.Acknowledgements.Verdict;
import org.relais.hl7.Envelope;
import org.relais.hl7.Frame;
import org.relais.hl7.Header;
import org.relais.hl7.MessageFile;
import org.relais.hl7.Mllp;
import org.relais.hl7.MllpReader;
import org.relais.journal.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's connection. Its thread takes every frame that has arrived and hands them to the inbox. A frame that came alone
 * is answered by the feed's {@link Answerer} once it is on disk; where several came, this thread waits for the disk and
 * answers in order, so that senders that do not wait are committed in groups.
 */
final class MllpConnection {
    /** What one frame brought, on its way to the disk. */
    private sealed interface Taken {
        int size();

        /** {@code written} is null when it was refused for its size. */
        record One(
                Optional<Header> header, int size, @Nullable CompletableFuture<Receipt> written) implements Taken {}

        /** Each message of a batch, and what stands around them. */
        record Batch(Envelope envelope, int size, List<One> messages, CompletableFuture<Receipt> written)
                implements Taken {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int MOST_PENDING = 128;
    private static final long MOST_PENDING_BYTES = 8L * 1024 * 1024;

    private final MllpListener listener;
    private final Socket socket;
    private final Origin origin;
    private final Thread thread;
    private final ArrayDeque<Taken> pending = new ArrayDeque<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream(256);
    private final FrameMemory memory;
    private long pendingBytes;
    private CompletableFuture<Boolean> given = CompletableFuture.completedFuture(true);
    private volatile long idleSince = System.nanoTime();
    private volatile boolean stopping;

    MllpConnection(MllpListener listener, Socket socket) {
        this.listener = listener;
        this.socket = socket;
        this.origin = new Origin(
                listener.feed(),
                socket.getInetAddress().getHostAddress(),
                Via.MLLP,
                listener.rules().charset());
        this.memory = new FrameMemory(listener.rules().budget());
        this.thread = Thread.ofPlatform().daemon().name("mllp-connection").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            Socket line = secured();
            if (line != null) {
                serve(line);
            }
        } catch (MllpReader.StalledException slow) {
            listener.turnedAway(origin.peer(), Why.SLOW);
        } catch (IOException gone) {
            if (!stopping) {
                LOG.info("feed {}: a sender went away ({})", listener.feed().value(), gone.getMessage());
            }
        } finally {
            memory.dropped();
            listener.ended(this);
        }
    }

    /** The line that messages come by; null when the sender could not be let in. */
    private @Nullable Socket secured() {
        try {
            return listener.rules().line().over(socket);
        } catch (IOException refused) {
            if (!stopping) {
                listener.turnedAway(origin.peer(), Why.TLS);
            }
            return null;
        }
    }

    private void serve(Socket line) throws IOException {
        OutputStream out = line.getOutputStream();
        MllpReader reader = new MllpReader(
                line.getInputStream(),
                listener.rules().largest(),
                line::setSoTimeout,
                new MllpReader.Bounds(listener.rules().pace(), memory));
        try {
            while (!stopping) {
                Frame frame = pending.isEmpty() ? reader.next() : reader.poll();
                if (frame != null) {
                    idleSince = System.nanoTime();
                    take(frame);
                } else if (pending.isEmpty()) {
                    break;
                }
                if (frame == null && alone() instanceof Taken.One one) {
                    leave(one, out);
                } else if (frame == null || pending.size() >= MOST_PENDING || pendingBytes >= MOST_PENDING_BYTES) {
                    answer(out);
                }
            }
        } catch (MllpReader.StalledException slow) {
            answer(out);
            throw slow;
        } catch (IOException cut) {
            if (!stopping) {
                throw cut;
            }
        }
        answer(out);
    }

    private void take(Frame frame) throws IOException {
        switch (frame) {
            case Frame.Whole(byte[] message) -> {
                FrameBudget.@Nullable Share share = memory.handOver();
                CompletableFuture<Receipt> written = Envelope.opens(message) ? batch(message) : one(message);
                if (share != null) {
                    written.whenComplete((_, _) -> share.close());
                }
                pendingBytes += message.length;
            }
            case Frame.TooBig(byte[] head, long _) -> {
                listener.inbox().counters().refused(listener.feed());
                pending.add(new Taken.One(Header.of(head), 0, null));
            }
        }
    }

    private CompletableFuture<Receipt> one(byte[] message) {
        Optional<Header> header = Header.of(message);
        CompletableFuture<Receipt> written = listener.inbox().receive(origin, header, message);
        pending.add(new Taken.One(header, message.length, written));
        return written;
    }

    private CompletableFuture<Receipt> batch(byte[] frame) throws IOException {
        MessageFile parts = new MessageFile(new ByteArrayInputStream(frame), frame.length + 1);
        List<Taken.One> messages = new ArrayList<>();
        byte[] message = parts.next();
        while (message != null) {
            Optional<Header> header = Header.of(message);
            messages.add(new Taken.One(header, message.length, listener.inbox().receive(origin, header, message)));
            message = parts.next();
        }
        Envelope envelope = parts.envelope().orElseThrow();
        CompletableFuture<Receipt> written = listener.inbox().batch(origin, envelope);
        pending.add(new Taken.Batch(envelope, frame.length, messages, written));
        return written;
    }

    /** The only message that is not answered yet, where there is only one. */
    private @Nullable Taken alone() {
        return pending.size() == 1 && given.isDone() ? pending.peek() : null;
    }

    /** Leaves the answer to the feed's answerer; this thread writes nothing until it is given. */
    private void leave(Taken.One one, OutputStream out) {
        pending.remove();
        pendingBytes -= one.size();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        given = done;
        Answerer.Due due = new Answerer.Due() {
            @Override
            public void give() {
                done.complete(answered(one, out));
            }

            @Override
            public void letGo() {
                listener.turnedAway(origin.peer(), Why.SLOW);
                abort();
            }
        };
        CompletableFuture<Receipt> written = one.written();
        if (written == null) {
            listener.answerer().add(due);
        } else {
            written.whenComplete((_, _) -> listener.answerer().add(due));
        }
    }

    /** @return false when the sender is gone */
    private boolean answered(Taken.One one, OutputStream out) {
        try {
            for (byte[] reply : replies(one)) {
                out.write(Mllp.frame(reply));
            }
            return true;
        } catch (IOException gone) {
            abort();
            return false;
        }
    }

    /** Waits for the disk and answers all that is pending, in order. */
    private void answer(OutputStream out) throws IOException {
        given.join();
        while (!pending.isEmpty()) {
            Taken next = pending.remove();
            pendingBytes -= next.size();
            switch (next) {
                case Taken.One one -> {
                    CompletableFuture<Receipt> written = one.written();
                    if (written != null && !written.isDone()) {
                        flush(out);
                    }
                    replies(one).forEach(reply -> answers.writeBytes(Mllp.frame(reply)));
                }
                case Taken.Batch batch -> {
                    flush(out);
                    answer(batch);
                }
            }
        }
        flush(out);
    }

    private List<byte[]> replies(Taken.One one) {
        CompletableFuture<Receipt> written = one.written();
        Verdict verdict = written == null ? Verdict.REFUSED : verdict(written);
        return listener.acknowledgements()
                .answers(one.header(), verdict, why(verdict, listener.rules().largest()));
    }

    /** Answers a batch by a batch, once all of it is on disk; nobody answers a batch of acknowledgements. */
    private void answer(Taken.Batch batch) {
        List<byte[]> replies = new ArrayList<>();
        batch.messages().forEach(one -> replies.addAll(replies(one)));
        boolean answered = !batch.messages().isEmpty()
                && batch.messages().stream().allMatch(one -> Acknowledgements.isOne(one.header()));
        if (verdict(batch.written()) == Verdict.FAILED) {
            LOG.warn(
                    "feed {}: the counts of a batch could not be kept",
                    listener.feed().value());
        }
        if (!answered) {
            answers.writeBytes(Mllp.frame(listener.acknowledgements().batch(batch.envelope(), replies)));
        }
    }

    private void flush(OutputStream out) throws IOException {
        if (answers.size() > 0) {
            answers.writeTo(out);
            answers.reset();
        }
    }

    private static Verdict verdict(CompletableFuture<Receipt> written) {
        try {
            written.join();
            return Verdict.STORED;
        } catch (CompletionException | CancellationException notOnDisk) {
            return Verdict.FAILED;
        }
    }

    private static String why(Verdict verdict, int largest) {
        return switch (verdict) {
            case STORED -> "";
            case FAILED -> "not stored, send again";
            case REFUSED -> "larger than " + largest + " bytes";
        };
    }

    InetAddress peer() {
        return socket.getInetAddress();
    }

    /** When it last had a message to take. */
    long idleSince() {
        return idleSince;
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
