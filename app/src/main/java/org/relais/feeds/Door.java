package org.relais.feeds;

/** Where a feed comes in, while it is open. */
public interface Door extends AutoCloseable {
    /** Where that is, for the eye: address and port, or a folder. */
    String place();

    /** Connections open now. */
    int connections();

    /** Why nothing can come in although it is open: key of {@code problems}; empty when all is well. */
    default String trouble() {
        return "";
    }

    /** Takes nothing more, answers what was taken, and closes: senders keep the rest. */
    @Override
    void close();
}
