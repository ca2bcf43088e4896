package org.relais.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A foreign system's sending end of MLLP (HL7 v2 Transport, MLLP release 1): one connection, messages in order, each
 * kept until it is acknowledged. Where nobody listens, or the line breaks, or an answer says "send again" (AE), it waits
 * and sends again everything that was not acknowledged. With one message outstanding the order of arrival is the order
 * of sending, whatever happens; with more, what follows a message answered AE may arrive before it. {@link #offer}
 * never waits.
 */
public final class MllpSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpSender.class);
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int PATIENCE = 20_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final InetSocketAddress target;
    private final int window;
    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private final Deque<byte[]> unanswered = new ArrayDeque<>();
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread worker;
    private volatile boolean closed;
    private volatile @Nullable Socket line;

    /** A sender in lock-step: one message outstanding. */
    public MllpSender(InetSocketAddress target) {
        this(target, 1);
    }

    /** @param window how many messages may be outstanding */
    public MllpSender(InetSocketAddress target, int window) {
        this.target = target;
        this.window = window;
        this.worker = Thread.ofVirtual().name("demo-mllp").start(this::run);
    }

    /** Queues a message. */
    public void offer(byte[] hl7) {
        offered.incrementAndGet();
        queue.add(hl7);
    }

    /** How many messages were queued. */
    public long offered() {
        return offered.get();
    }

    /** How many were answered AA or CA. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** How many were answered AR or CR, and will not be sent again. */
    public long refused() {
        return refused.get();
    }

    /** How many still wait for an answer. */
    public long waiting() {
        return offered.get() - acknowledged.get() - refused.get();
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
        worker.interrupt();
    }

    private void hangUp() {
        Socket socket = line;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException broken) {
                LOG.debug("closing a broken line", broken);
            }
        }
    }

    private void run() {
        long wait = 50;
        while (!closed) {
            long before = acknowledged.get();
            try {
                talk();
            } catch (IOException broken) {
                LOG.debug("line to {} broken, {} messages wait", target, waiting());
            } catch (InterruptedException stopped) {
                return;
            }
            wait = acknowledged.get() > before ? 50 : Math.min(wait * 2, LONGEST_WAIT.toMillis());
            if (!pause(wait)) {
                return;
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void talk() throws IOException, InterruptedException {
        while (unanswered.isEmpty()) {
            takeMore();
        }
        try (Socket socket = new Socket()) {
            line = socket;
            socket.setTcpNoDelay(true);
            socket.connect(target, PATIENCE);
            socket.setSoTimeout(PATIENCE);
            if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                throw new IOException("nobody listens: the line leads back to itself");
            }
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (byte[] message : unanswered) {
                write(out, message);
            }
            while (!closed) {
                out.flush();
                hear(in);
                fill(out);
            }
        } finally {
            line = null;
        }
    }

    private void fill(OutputStream out) throws IOException, InterruptedException {
        if (unanswered.isEmpty()) {
            takeMore();
            write(out, unanswered.getLast());
        }
        byte[] message = null;
        while (unanswered.size() < window && (message = queue.poll()) != null) {
            unanswered.add(message);
            write(out, message);
        }
    }

    private void takeMore() throws InterruptedException {
        byte[] message = queue.poll(1, TimeUnit.HOURS);
        if (message != null) {
            unanswered.add(message);
        } else {
            takeMore();
        }
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        out.write(START);
        out.write(message);
        out.write(END);
        out.write('\r');
    }

    /** Reads one answer; it belongs to the message that waits longest. */
    private void hear(InputStream in) throws IOException {
        String[] msa = field(frame(in), "MSA");
        String expected = field(unanswered.getFirst(), "MSH")[9];
        String code = msa.length > 1 ? msa[1] : "";
        if (msa.length > 2 && !msa[2].equals(expected)) {
            throw new IOException("an answer to another message");
        }
        switch (code) {
            case "AA", "CA" -> acknowledged.incrementAndGet();
            case "AR", "CR" -> refused.incrementAndGet();
            default -> throw new IOException("to be sent again: " + code);
        }
        unanswered.removeFirst();
    }

    private static byte[] frame(InputStream in) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int last = -1;
        for (int next = in.read(); ; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the line was closed");
            }
            if (last == END && next == '\r') {
                return frame.toByteArray();
            }
            if (next != START && next != END) {
                frame.write(next);
            }
            last = next;
        }
    }

    private static String[] field(byte[] message, String segment) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        for (String line : text.split("\r", -1)) {
            if (line.startsWith(segment + "|")) {
                return line.split("\\|", -1);
            }
        }
        return new String[] {segment};
    }
}
