package org.relais.feeds;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** The feeds of this node that listen, by name. A frozen feed is a closed listener: its senders queue. Thread-safe. */
public final class Feeds implements AutoCloseable {
    /** Opens a door at an address that may be asked for again. */
    @FunctionalInterface
    public interface Opening {
        Door open(InetSocketAddress address) throws IOException;
    }

    /**
     * State of a feed.
     *
     * @param address     where it listens, or where it did before it was frozen
     * @param connections open now
     */
    public record FeedState(FeedName feed, InetSocketAddress address, boolean open, int connections) {}

    private static final class Running {
        private final Opening opening;
        private InetSocketAddress address;
        private @Nullable Door door;

        Running(Opening opening, Door door) {
            this.opening = opening;
            this.door = door;
            this.address = door.address();
        }
    }

    private final Map<FeedName, Running> running = new LinkedHashMap<>();

    /** Opens a feed for the first time; its address stays its own, also when the port was left to the system. */
    public synchronized FeedState open(FeedName feed, InetSocketAddress address, Opening opening) throws IOException {
        if (running.containsKey(feed)) {
            throw new IllegalStateException("feed " + feed.value() + " is open already");
        }
        Running opened = new Running(opening, opening.open(address));
        running.put(feed, opened);
        return state(feed, opened);
    }

    public synchronized List<FeedState> list() {
        List<FeedState> states = new ArrayList<>();
        running.forEach((feed, one) -> states.add(state(feed, one)));
        return states;
    }

    /** Closes the listener and its connections once what they acknowledged is finished. Again is no harm. */
    public synchronized Outcome<FeedState> freeze(FeedName feed) {
        Running one = running.get(feed);
        if (one == null) {
            return unknown(feed);
        }
        if (one.door != null) {
            one.door.close();
            one.door = null;
        }
        return Outcome.done(state(feed, one));
    }

    /** Listens again where it did. */
    public synchronized Outcome<FeedState> thaw(FeedName feed) {
        Running one = running.get(feed);
        if (one == null) {
            return unknown(feed);
        }
        try {
            if (one.door == null) {
                one.door = one.opening.open(one.address);
                one.address = one.door.address();
            }
            return Outcome.done(state(feed, one));
        } catch (IOException taken) {
            return Outcome.refused(Problem.of(
                    Category.UNAVAILABLE,
                    "feeds.cannot-listen",
                    feed.value(),
                    Integer.toString(one.address.getPort())));
        }
    }

    private static Outcome<FeedState> unknown(FeedName feed) {
        return Outcome.refused(Problem.of(Category.NOT_FOUND, "feeds.unknown", feed.value()));
    }

    private static FeedState state(FeedName feed, Running one) {
        Door door = one.door;
        return new FeedState(feed, one.address, door != null, door == null ? 0 : door.connections());
    }

    @Override
    public synchronized void close() {
        running.keySet().forEach(this::freeze);
    }
}
