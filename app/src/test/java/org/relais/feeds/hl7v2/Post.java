package org.relais.feeds.hl7v2;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.feeds.ReceivedMessage;
import org.relais.journal.DataDirectory;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;

/** A listener on a real socket before a real journal. */
record Post(DataDirectory directory, Inbox inbox, MllpListener listener) implements AutoCloseable {
    static final FeedName FEED = new FeedName("mllp");

    static Post open(Path data, MllpRules rules) throws IOException {
        DataDirectory directory = TestDirectory.create(data, Mode.DEMO, InstantSource.system());
        Inbox inbox = new Inbox(directory.journal(), new FeedCounters());
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Post(directory, inbox, MllpListener.open(FEED, any, inbox, rules));
    }

    InetSocketAddress address() {
        return listener.address();
    }

    FeedCounters.Counts counts() {
        return inbox.counters().counts(FEED);
    }

    /** Every message on disk, whole, in the order it was written. */
    List<ReceivedMessage> kept() {
        List<ReceivedMessage> kept = new ArrayList<>();
        directory
                .journal()
                .read(
                        1,
                        entry -> ReceivedMessage.read(entry)
                                .ifPresent(message -> kept.add(ReceivedMessage.decode(
                                                directory.journal().whole(entry))
                                        .orElseThrow())));
        return kept;
    }

    @Override
    public void close() {
        listener.close();
        directory.close();
    }
}
