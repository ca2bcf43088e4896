package org.relais.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.relais.command.Crisis;
import org.relais.feeds.Feeds;
import org.relais.feeds.hl7v2.MllpListener;
import org.relais.kernel.FeedName;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the feeds, and keeps them as the crisis says: what is frozen is closed. The facts rule; a note of what was frozen
 * last lets a restart leave those closed before the facts are folded.
 */
final class FeedSwitch {
    /** The one feed that comes over the network. */
    static final FeedName MLLP = new FeedName("mllp");

    private static final Logger LOG = LoggerFactory.getLogger(FeedSwitch.class);
    private static final int PORTS_TRIED = 50;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;
    private static final String NOTE = "frozen-feeds";

    private final Feeds feeds;
    private final Crisis crisis;
    private final Path note;
    private final ReentrantLock lock = new ReentrantLock();

    FeedSwitch(House house) {
        this.feeds = house.feeds();
        this.crisis = house.models().crisis();
        this.note = house.data().path().resolve(NOTE);
    }

    /**
     * Listens on loopback, except where the last known state was frozen.
     *
     * @param port 0 for any free one below the range that outgoing connections are given, so that a frozen feed finds
     *     its port again
     * @return the address
     */
    InetSocketAddress open(House house, int port) {
        List<Integer> ports = port != 0
                ? List.of(port)
                : new Random()
                        .ints(PORTS_TRIED, LOWEST_PORT, HIGHEST_PORT)
                        .boxed()
                        .toList();
        for (int one : ports) {
            Optional<InetSocketAddress> address = listen(house, one);
            if (address.isPresent()) {
                return address.get();
            }
        }
        throw Problem.of(Category.UNAVAILABLE, "feeds.cannot-listen", MLLP.value(), Integer.toString(port))
                .asException();
    }

    private Optional<InetSocketAddress> listen(House house, int port) {
        InetSocketAddress asked = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            Feeds.FeedState opened = feeds.open(MLLP, asked, at -> MllpListener.open(MLLP, at, house.inbox()));
            if (Files.exists(note)) {
                feeds.freeze(MLLP);
            }
            return Optional.of(opened.address());
        } catch (IOException taken) {
            LOG.info("port {} is taken", port);
            return Optional.empty();
        }
    }

    /** From now on follows the facts. */
    void follow(House house) {
        house.folded().onFolded(_ -> {
            if (house.folded().ready()) {
                Thread.ofVirtual().name("feed-switch").start(this::obey);
            }
        });
        Thread.ofVirtual().name("feed-switch").start(() -> {
            house.folded().await(house.data().journal().head(), Duration.ofHours(1));
            obey();
        });
    }

    private void obey() {
        lock.lock();
        try {
            Set<FeedName> frozen = crisis.state().frozen();
            for (Feeds.FeedState feed : feeds.list()) {
                boolean close = frozen.contains(feed.feed());
                if (close == feed.open()) {
                    var outcome = close ? feeds.freeze(feed.feed()) : feeds.thaw(feed.feed());
                    LOG.info("feed {} is {}: {}", feed.feed().value(), close ? "frozen" : "open", outcome);
                }
            }
            remember(!frozen.isEmpty());
        } catch (IOException unwritten) {
            LOG.error("the note of frozen feeds could not be kept: {}", unwritten.toString());
        } finally {
            lock.unlock();
        }
    }

    private void remember(boolean frozen) throws IOException {
        if (frozen && !Files.exists(note)) {
            Files.createFile(note);
        } else if (!frozen) {
            Files.deleteIfExists(note);
        }
    }
}
