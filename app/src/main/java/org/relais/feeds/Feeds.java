package org.relais.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * The feeds of this node that take messages in, by name. A frozen feed is a closed door: its senders queue. Thread-safe.
 */
public final class Feeds implements AutoCloseable {
    /** Opens a door, also again after it was closed. */
    @FunctionalInterface
    public interface Opening {
        Door open() throws IOException;
    }

    /**
     * State of a feed.
     *
     * @param place       where it comes in, or did before it was frozen
     * @param connections open now
     * @param trouble     key of {@code problems} that says why nothing can come in, with place; empty when all is well
     */
    public record FeedState(FeedSettings settings, String place, boolean open, int connections, String trouble) {
        public FeedName feed() {
            return settings.feed();
        }
    }

    private static final class Running {
        private final FeedSettings settings;
        private final Opening opening;
        private String place;
        private @Nullable Door door;
        private boolean failed;

        Running(FeedSettings settings, Opening opening) {
            this.settings = settings;
            this.opening = opening;
            this.place = settings.place();
        }

        boolean open() {
            try {
                Door opened = opening.open();
                door = opened;
                place = opened.place();
                failed = false;
                return true;
            } catch (IOException taken) {
                failed = true;
                return false;
            }
        }

        void close() {
            Door closing = door;
            door = null;
            failed = false;
            if (closing != null) {
                closing.close();
            }
        }

        FeedState state() {
            Door now = door;
            String trouble = now == null ? (failed ? "feeds.cannot-open" : "") : now.trouble();
            return new FeedState(settings, place, now != null, now == null ? 0 : now.connections(), trouble);
        }
    }

    private final Map<FeedName, Running> running = new LinkedHashMap<>();

    /**
     * Takes a feed up, or sets it up anew: an earlier door of its name is closed first.
     *
     * @param frozen leave it closed
     */
    public synchronized FeedState put(FeedSettings settings, boolean frozen, Opening opening) {
        Running former = running.get(settings.feed());
        if (former != null) {
            former.close();
        }
        Running now = new Running(settings, opening);
        running.put(settings.feed(), now);
        if (!frozen) {
            now.open();
        }
        return now.state();
    }

    /** Closes a feed for good. */
    public synchronized void remove(FeedName feed) {
        Running gone = running.remove(feed);
        if (gone != null) {
            gone.close();
        }
    }

    public synchronized List<FeedState> list() {
        List<FeedState> states = new ArrayList<>();
        running.values().forEach(one -> states.add(one.state()));
        return states;
    }

    /** Closes the door and its connections once what they acknowledged is finished. Again is no harm. */
    public synchronized Outcome<FeedState> freeze(FeedName feed) {
        Running one = running.get(feed);
        if (one == null) {
            return unknown(feed);
        }
        one.close();
        return Outcome.done(one.state());
    }

    /** Opens again where it was. */
    public synchronized Outcome<FeedState> thaw(FeedName feed) {
        Running one = running.get(feed);
        if (one == null) {
            return unknown(feed);
        }
        return one.door != null || one.open()
                ? Outcome.done(one.state())
                : Outcome.refused(Problem.of(Category.UNAVAILABLE, "feeds.cannot-open", one.place));
    }

    private static Outcome<FeedState> unknown(FeedName feed) {
        return Outcome.refused(Problem.of(Category.NOT_FOUND, "feeds.unknown", feed.value()));
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Running::close);
    }
}
