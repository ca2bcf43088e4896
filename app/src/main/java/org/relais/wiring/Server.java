package org.relais.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.relais.cli.ControlServer;
import org.relais.cli.ServeOrder;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole product, running: the open house, its feeds, its command port and its pages. Messages are accepted before
 * the read models are ready, pages come after.
 */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final House house;
    private final Inflow inflow;
    private final ControlServer control;
    private final WebApplication web;
    private final @Nullable Https https;
    private final Clockwork clockwork;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param mllp address of the feed that every node has */
    private record Inflow(FeedSwitch feeds, InetSocketAddress mllp) {}

    private Server(House house, Inflow inflow, ControlServer control, Web web) throws IOException {
        this.house = house;
        this.inflow = inflow;
        this.clockwork = Clockwork.start(house);
        this.control = control;
        this.web = web.plain();
        this.https = web.secure();
    }

    /** The pages on loopback, and for other machines when that was asked for. */
    private record Web(WebApplication plain, @Nullable Https secure) {
        static Web start(House house, ServeOrder order, InstantSource clock) {
            ServeOrder.Https wanted = order.https();
            if (wanted == null) {
                return new Web(WebApplication.start(house, order.port(), List.of(), clock), null);
            }
            SiteCertificate certificate = SiteCertificate.of(house, wanted.names(), clock);
            WebApplication plain = WebApplication.start(house, order.port(), certificate.hostNames(), clock);
            try {
                Https secure = Https.open(plain.service(), wanted.port(), certificate);
                plain.reachedAt(secure.url());
                return new Web(plain, secure);
            } catch (RuntimeException refused) {
                plain.close();
                throw refused;
            }
        }
    }

    static Server start(ServeOrder order, InstantSource clock) {
        House house = House.open(order.data(), order.passphrase(), clock);
        try {
            FeedSwitch feeds = new FeedSwitch(house, order.mllpPort());
            InetSocketAddress mllp = feeds.open();
            ControlServer control = ControlServer.start(house.rooms());
            Web web = Web.start(house, order, clock);
            feeds.follow();
            return new Server(house, new Inflow(feeds, mllp), control, web);
        } catch (IOException refused) {
            house.close();
            throw Problem.of(Category.UNAVAILABLE, "serve.control", refused.toString())
                    .asException();
        } catch (RuntimeException failed) {
            house.close();
            throw failed;
        }
    }

    House house() {
        return house;
    }

    String url() {
        return "http://127.0.0.1:" + web.port() + "/";
    }

    /** Where other machines find the pages, or null. */
    @Nullable
    String secureUrl() {
        return https == null ? null : https.url();
    }

    /** Looks whether the certificate of the pages is near its end. */
    void renewCertificate() {
        if (https != null) {
            https.renew();
        }
    }

    InetSocketAddress mllp() {
        return inflow.mllp();
    }

    /** Waits until everything said so far is folded. */
    boolean ready(Duration atMost) {
        return house.folded().await(house.data().journal().head(), atMost);
    }

    /** Returns once the server was closed. */
    void await() {
        try {
            closed.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clockwork.close();
        inflow.feeds().close();
        if (https != null) {
            https.close();
        }
        web.close();
        try {
            control.close();
        } catch (IOException late) {
            LOG.warn("the command port did not close cleanly: {}", late.toString());
        }
        house.rooms().feeds().refold().note();
        house.close();
        closed.countDown();
    }
}
