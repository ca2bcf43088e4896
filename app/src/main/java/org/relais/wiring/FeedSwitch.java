package org.relais.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.relais.command.Crisis;
import org.relais.feeds.FeedRoster;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.Feeds;
import org.relais.kernel.FeedName;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes the feeds as the facts say: how each is set up, and what the crisis froze. What was open last is noted,
 * so that a restart takes messages in before the facts are folded.
 */
final class FeedSwitch implements AutoCloseable {
    /** The feed that every node has. */
    static final FeedName MLLP = new FeedName(FeedSettings.DEFAULT);

    private static final Logger LOG = LoggerFactory.getLogger(FeedSwitch.class);
    private static final long RETRY_SECONDS = 5;

    private final House house;
    private final Feeds feeds;
    private final Crisis crisis;
    private final Doors doors;
    private final FeedNote note;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int port;
    private boolean closed;
    private boolean pending;

    /** @param port of the feed that every node has, unless it is set up otherwise; 0 for any free one */
    FeedSwitch(House house, int port) {
        this.house = house;
        this.port = port;
        this.feeds = house.feeds();
        this.crisis = house.models().crisis();
        this.doors = new Doors(house, port);
        this.note = FeedNote.in(house.data());
    }

    /**
     * Opens the feeds as they were last, before the facts are known.
     *
     * @return the address of the feed that every node has
     */
    InetSocketAddress open() {
        FeedNote.Known last = note.read();
        Map<String, FeedSettings> wanted = new LinkedHashMap<>();
        wanted.put(MLLP.value(), FeedSettings.mllp(MLLP.value(), 0));
        last.feeds().forEach(settings -> wanted.put(settings.name(), settings));
        for (FeedSettings settings : wanted.values()) {
            put(settings, last.frozen().contains(settings.name()));
        }
        FeedSettings own = wanted.getOrDefault(MLLP.value(), FeedSettings.mllp(MLLP.value(), 0));
        return doors.address(MLLP).orElseGet(() -> unopened(own, last.frozen().contains(MLLP.value())));
    }

    private InetSocketAddress unopened(FeedSettings own, boolean frozen) {
        if (own.port() == 0 && !frozen) {
            throw Problem.of(Category.UNAVAILABLE, "feeds.cannot-listen", MLLP.value(), Integer.toString(port))
                    .asException();
        }
        return new InetSocketAddress("127.0.0.1", own.port() == 0 ? port : own.port());
    }

    private void put(FeedSettings settings, boolean frozen) {
        Feeds.FeedState state = feeds.put(settings, frozen, () -> doors.open(settings));
        LOG.info("feed {} at {}: {}", settings.name(), state.place(), state.open() ? "open" : "closed");
    }

    /** From now on follows the facts. */
    void follow() {
        house.folded().onFolded(_ -> {
            if (house.folded().ready()) {
                wake();
            }
        });
        Thread.ofVirtual().name("feed-switch").start(this::run);
    }

    private void wake() {
        lock.lock();
        try {
            pending = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        house.folded().await(house.data().journal().head(), Duration.ofHours(1));
        lock.lock();
        try {
            while (!closed) {
                pending = false;
                obey();
                if (!pending && !changed.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                    LOG.trace("nothing new for the feeds");
                }
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void obey() {
        Map<FeedName, FeedSettings> wanted = house.models().feedRoster().all().stream()
                .map(FeedRoster.Known::settings)
                .collect(Collectors.toMap(FeedSettings::feed, one -> one, (one, _) -> one, LinkedHashMap::new));
        Set<FeedName> frozen = crisis.state().frozen();
        for (Feeds.FeedState feed : feeds.list()) {
            FeedSettings settings = wanted.remove(feed.feed());
            if (settings == null) {
                feeds.remove(feed.feed());
            } else if (!settings.equals(feed.settings())) {
                put(settings, frozen.contains(feed.feed()));
            } else if (frozen.contains(feed.feed()) == feed.open()) {
                turn(feed, frozen.contains(feed.feed()));
            }
        }
        wanted.forEach((feed, settings) -> put(settings, frozen.contains(feed)));
        remember(frozen);
    }

    private void turn(Feeds.FeedState feed, boolean close) {
        var outcome = close ? feeds.freeze(feed.feed()) : feeds.thaw(feed.feed());
        LOG.info("feed {} is {}: {}", feed.feed().value(), close ? "frozen" : "open", outcome);
    }

    private void remember(Set<FeedName> frozen) {
        List<FeedSettings> known =
                feeds.list().stream().map(Feeds.FeedState::settings).toList();
        try {
            note.write(new FeedNote.Known(
                    known, frozen.stream().map(FeedName::value).sorted().toList()));
        } catch (IOException unwritten) {
            LOG.error("the note of the feeds could not be kept: {}", unwritten.toString());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
