package org.relais.feeds.hl7v2;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.relais.feeds.Door;
import org.relais.feeds.FeedCounters.Why;
import org.relais.feeds.Inbox;
import org.relais.hl7.Acknowledgements;
import org.relais.kernel.FeedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of an HL7 v2 feed: MLLP over TCP, one thread a connection (one of the system: a virtual one costs two hand-overs
 * a message). AA is only said once the message is on disk,
 * whatever the message; AE means that it could not be written; AR that it is above the size limit.
 */
public final class MllpListener implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);
    private static final int MOST_CONNECTIONS = 512;
    private static final int MOST_OF_ONE_PEER = 128;
    private static final long IDLE_NANOS = 60_000_000_000L;
    private static final long CLOSING_SECONDS = 5;

    private final FeedName feed;
    private final Inbox inbox;
    private final MllpRules rules;
    private final ServerSocket server;
    private final Acknowledgements acknowledgements;
    private final Answerer answerer;
    private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile boolean closing;

    private MllpListener(FeedName feed, ServerSocket server, Inbox inbox, MllpRules rules) {
        this.feed = feed;
        this.server = server;
        this.inbox = inbox;
        this.rules = rules;
        this.acknowledgements = new Acknowledgements(InstantSource.system());
        this.answerer = new Answerer(feed.value());
        this.acceptor = Thread.ofVirtual().name("mllp-" + feed.value()).unstarted(this::accept);
    }

    /** Listens at an address as usual; port 0 lets the system choose. */
    public static MllpListener open(FeedName feed, InetSocketAddress address, Inbox inbox) throws IOException {
        return open(feed, address, inbox, MllpRules.usual());
    }

    /** Listens at an address; port 0 lets the system choose. */
    public static MllpListener open(FeedName feed, InetSocketAddress address, Inbox inbox, MllpRules rules)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, 128);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        MllpListener listener = new MllpListener(feed, server, inbox, rules);
        listener.acceptor.start();
        return listener;
    }

    private void accept() {
        while (!closing) {
            try {
                take(server.accept());
            } catch (IOException failed) {
                if (!closing) {
                    LOG.warn("feed {}: a connection could not be accepted ({})", feed.value(), failed.getMessage());
                    LockSupport.parkNanos(100_000_000);
                }
            }
        }
    }

    private void take(Socket socket) throws IOException {
        InetAddress peer = socket.getInetAddress();
        if (!rules.peers().isEmpty() && !rules.peers().admits(peer)) {
            turnAway(socket, Why.PEER);
            return;
        }
        if (full(peer)) {
            turnAway(socket, Why.FULL);
            return;
        }
        MllpConnection connection = new MllpConnection(this, socket);
        connections.add(connection);
        connection.start();
        if (closing) {
            connection.stop();
        }
    }

    private void turnAway(Socket socket, Why why) throws IOException {
        turnedAway(socket.getInetAddress().getHostAddress(), why);
        socket.close();
    }

    void turnedAway(String peer, Why why) {
        inbox.counters().turnedAway(feed, peer, why);
        LOG.info("feed {}: a connection was turned away ({})", feed.value(), why);
    }

    /** Whether no place is left, also after the connection that has been silent longest was let go. */
    private boolean full(InetAddress peer) {
        List<MllpConnection> same =
                connections.stream().filter(one -> one.peer().equals(peer)).toList();
        List<MllpConnection> crowd = connections.size() >= MOST_CONNECTIONS
                ? List.copyOf(connections)
                : same.size() >= MOST_OF_ONE_PEER ? same : List.of();
        if (crowd.isEmpty()) {
            return false;
        }
        long longAgo = System.nanoTime() - IDLE_NANOS;
        Optional<MllpConnection> silent = crowd.stream()
                .filter(one -> one.idleSince() - longAgo < 0)
                .min(Comparator.comparingLong(one -> one.idleSince() - longAgo));
        silent.ifPresent(one -> {
            connections.remove(one);
            one.abort();
        });
        return silent.isEmpty();
    }

    void ended(MllpConnection connection) {
        connections.remove(connection);
    }

    FeedName feed() {
        return feed;
    }

    Inbox inbox() {
        return inbox;
    }

    MllpRules rules() {
        return rules;
    }

    Answerer answerer() {
        return answerer;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public String place() {
        String host = address().getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address().getPort();
    }

    @Override
    public int connections() {
        return connections.size();
    }

    /** The port is free only once nobody waits at it any more. */
    private static void await(Thread waiting) {
        try {
            waiting.join(Duration.ofSeconds(CLOSING_SECONDS));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            LOG.warn("feed {}: its listener closed badly ({})", feed.value(), alreadyBroken.getMessage());
        }
        await(acceptor);
        connections.forEach(MllpConnection::stop);
        long until = System.nanoTime() + CLOSING_SECONDS * 1_000_000_000;
        for (MllpConnection connection : connections) {
            connection.await(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        connections.forEach(MllpConnection::abort);
        answerer.close();
    }
}
