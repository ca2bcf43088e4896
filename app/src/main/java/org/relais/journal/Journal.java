package org.relais.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Pseudonyms;

/**
 * The log of this node, opened for writing: the only writer of its data directory. Thread-safe. An append completes
 * only after fsync; after the first I/O error nothing more is written.
 */
public final class Journal implements AutoCloseable {

    /** The node that writes here. */
    public NodeId node() {
        throw new UnsupportedOperationException();
    }

    /** What this data directory is for, as its first entry says. */
    public Mode mode() {
        throw new UnsupportedOperationException();
    }

    /** The keyed one-way function of this site. */
    public Pseudonyms pseudonyms() {
        throw new UnsupportedOperationException();
    }

    /**
     * Queues a fact. Completes once it is on disk, or exceptionally with a {@link ProblemException} when nothing was
     * written.
     */
    public CompletableFuture<Receipt> append(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Queues facts that are written together or not at all. */
    public CompletableFuture<List<Receipt>> append(List<Draft> drafts) {
        throw new UnsupportedOperationException();
    }

    /** Writes one fact and waits for the disk. */
    public Receipt write(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Where the entry with this dedup key lies, when there is one. */
    public Optional<Receipt> contains(byte[] dedupKey) {
        throw new UnsupportedOperationException();
    }

    /** Position of the last entry on disk; 0 when empty. */
    public long head() {
        throw new UnsupportedOperationException();
    }

    /** The entry at a position, opened. Refuses with NOT_FOUND or CORRUPT. */
    public Entry entry(long position) {
        throw new UnsupportedOperationException();
    }

    /** The entries at ascending positions, opened, in that order; what a chart is folded from. */
    public List<Entry> entries(long[] positions) {
        throw new UnsupportedOperationException();
    }

    /** The payload with its cuts spliced back, byte for byte as it was appended. */
    public byte[] whole(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** Hands every entry from a position to the present head to the reader, in order. */
    public void read(long fromPosition, Consumer<Entry> reader) {
        throw new UnsupportedOperationException();
    }

    /** False once an I/O error has stopped writing. */
    public boolean writing() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
