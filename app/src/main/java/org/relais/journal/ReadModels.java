package org.relais.journal;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * All read models of the node, folded by one thread: each group of entries goes into every model under one write lock.
 */
public final class ReadModels implements AutoCloseable {

    /** Whether the start-up replay has reached the head it found. */
    public boolean ready() {
        throw new UnsupportedOperationException();
    }

    /** Position that queries reflect. */
    public long position() {
        throw new UnsupportedOperationException();
    }

    /** Answers a query under the read lock. Copies out; keeps no reference; does no I/O. */
    public <T> T query(Supplier<T> question) {
        throw new UnsupportedOperationException();
    }

    /** Waits until the models reflect a position. @return false when they do not yet after {@code atMost} */
    public boolean await(long position, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    /** Tells a listener, outside the lock, each position folded once live. Listeners do not block. */
    public void onFolded(LongConsumer listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
