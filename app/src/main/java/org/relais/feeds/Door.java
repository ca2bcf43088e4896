package org.relais.feeds;

import java.net.InetSocketAddress;

/** Where a feed comes in over the network, while it is open. */
public interface Door extends AutoCloseable {
    InetSocketAddress address();

    /** Connections open now. */
    int connections();

    /** Takes nothing more, answers what was taken, and closes: senders keep the rest. */
    @Override
    void close();
}
