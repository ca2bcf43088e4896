package org.relais.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.relais.feeds.Door;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.FolderWatch;
import org.relais.feeds.FrameBudget;
import org.relais.feeds.Peers;
import org.relais.feeds.hl7v2.MllpListener;
import org.relais.feeds.hl7v2.MllpRules;
import org.relais.hl7.Pace;
import org.relais.kernel.FeedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the door that a feed's settings ask for. A port that was left to the system stays the feed's own. */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final int PORTS_TRIED = 50;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;

    private final House house;
    private final int port;
    private final FrameBudget budget = new FrameBudget(MllpRules.LARGEST);
    private final Map<FeedName, InetSocketAddress> found = new ConcurrentHashMap<>();

    /** @param port of feeds that name none; 0 for any free one below the range that outgoing connections are given */
    Doors(House house, int port) {
        this.house = house;
        this.port = port;
    }

    Door open(FeedSettings settings) throws IOException {
        return switch (settings.kind()) {
            case FOLDER ->
                FolderWatch.open(
                        settings,
                        house.inbox(),
                        house.feedBoard().refusals(house.data().journal()),
                        FolderWatch.Timing.USUAL);
            case MLLP -> listen(settings);
        };
    }

    /** Where a feed listens, or did before it was frozen. */
    Optional<InetSocketAddress> address(FeedName feed) {
        return Optional.ofNullable(found.get(feed));
    }

    private Door listen(FeedSettings settings) throws IOException {
        IOException taken = new IOException("no port");
        for (int one : ports(settings)) {
            InetSocketAddress asked = new InetSocketAddress(InetAddress.ofLiteral(settings.bind()), one);
            try {
                MllpListener listener = MllpListener.open(settings.feed(), asked, house.inbox(), rules(settings));
                found.put(settings.feed(), listener.address());
                return listener;
            } catch (IOException refused) {
                LOG.info("feed {}: port {} is taken", settings.name(), one);
                taken = refused;
            }
        }
        throw taken;
    }

    private List<Integer> ports(FeedSettings settings) {
        int asked = settings.port() == 0 ? port : settings.port();
        InetSocketAddress own = found.get(settings.feed());
        if (asked != 0) {
            return List.of(asked);
        }
        IntStream any = new Random().ints(PORTS_TRIED, LOWEST_PORT, HIGHEST_PORT);
        return own == null ? any.boxed().toList() : List.of(own.getPort());
    }

    private MllpRules rules(FeedSettings settings) {
        MllpRules.Line line = settings.tls() == FeedSettings.Tls.OFF
                ? MllpRules.Line.PLAIN
                : new MllpRules.Line(false, settings.tls() == FeedSettings.Tls.MUTUAL, house.feedKeys()::context);
        return new MllpRules(
                MllpRules.LARGEST, Peers.of(settings.peers()), line, settings.fallback(), budget, Pace.USUAL);
    }
}
