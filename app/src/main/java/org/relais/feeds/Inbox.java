package org.relais.feeds;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.relais.hl7.Envelope;
import org.relais.hl7.Header;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.ProblemException;

/**
 * The one way in for received messages: whatever the bytes are, they are kept. A receipt is only given once they are on
 * disk. Thread-safe.
 */
public final class Inbox {
    private final Function<Draft, CompletableFuture<Receipt>> log;
    private final FeedCounters counters;

    public Inbox(Journal journal, FeedCounters counters) {
        this(journal::append, counters);
    }

    /** @param log writes a fact and answers once it is on disk */
    public Inbox(Function<Draft, CompletableFuture<Receipt>> log, FeedCounters counters) {
        this.log = log;
        this.counters = counters;
    }

    /** Keeps what stood around the messages of a batch, once they are kept themselves. */
    public CompletableFuture<Receipt> batch(Origin origin, Envelope envelope) {
        return write(BatchReceived.of(origin, envelope).draft());
    }

    /** Keeps a message that a peer sent over MLLP. */
    public CompletableFuture<Receipt> receive(FeedName feed, String peer, byte[] raw) {
        return receive(new Origin(feed, peer, Via.MLLP), Header.of(raw), raw);
    }

    /**
     * Keeps a message.
     *
     * @param header its MSH, when it has one that can be read
     */
    public CompletableFuture<Receipt> receive(Origin origin, Optional<Header> header, byte[] raw) {
        counters.received(origin.feed());
        CompletableFuture<Receipt> written = write(new ReceivedMessage(origin, raw).draft(header));
        written.whenComplete((receipt, failure) -> {
            if (failure != null) {
                counters.failed(origin.feed());
            } else if (receipt.known()) {
                counters.duplicate(origin.feed());
            }
        });
        return written;
    }

    private CompletableFuture<Receipt> write(Draft draft) {
        try {
            return log.apply(draft);
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    public FeedCounters counters() {
        return counters;
    }
}
