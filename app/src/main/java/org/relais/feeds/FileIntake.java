package org.relais.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.relais.hl7.Header;
import org.relais.hl7.MessageFile;
import org.relais.journal.Receipt;
import org.relais.kernel.ProblemException;

/** Takes the messages of one file in, streamed: one in memory at a time beside those being written. For one thread. */
final class FileIntake {
    /** Told of each message once it is on disk, in order. */
    @FunctionalInterface
    interface Written {
        void onDisk(byte[] raw, Receipt receipt);
    }

    private static final int MOST_PENDING = 256;
    private static final long MOST_PENDING_BYTES = 16L * 1024 * 1024;

    private record Pending(byte[] raw, CompletableFuture<Receipt> written) {}

    private final Inbox inbox;
    private final Written told;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private long pendingBytes;

    FileIntake(Inbox inbox, Written told) {
        this.inbox = inbox;
        this.told = told;
    }

    /**
     * Takes a file in; when it returns, or throws for what the file is, everything that stood before is on disk.
     *
     * @throws ProblemException when nothing more can be written
     */
    void take(Origin origin, InputStream in) throws IOException {
        MessageFile file = new MessageFile(in, FileImport.LARGEST);
        try {
            byte[] raw = file.next();
            while (raw != null) {
                Optional<Header> header = Header.of(raw);
                pending.add(new Pending(raw, inbox.receive(origin, header, raw)));
                pendingBytes += raw.length;
                settle(MOST_PENDING, MOST_PENDING_BYTES);
                raw = file.next();
            }
            settle(0, 0);
            file.envelope().ifPresent(envelope -> receipt(inbox.batch(origin, envelope)));
        } finally {
            settle(0, 0);
        }
    }

    /** Waits for the disk until no more than so much is being written. */
    private void settle(int most, long mostBytes) {
        while (pending.size() > most || pendingBytes > mostBytes) {
            Pending next = pending.remove();
            pendingBytes -= next.raw().length;
            told.onDisk(next.raw(), receipt(next.written()));
        }
    }

    private static Receipt receipt(CompletableFuture<Receipt> written) {
        try {
            return written.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw failed;
        }
    }
}
