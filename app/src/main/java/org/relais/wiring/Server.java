package org.relais.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
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
    private final InetSocketAddress mllp;
    private final ControlServer control;
    private final WebApplication web;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(House house, InetSocketAddress mllp, ControlServer control, WebApplication web) {
        this.house = house;
        this.mllp = mllp;
        this.control = control;
        this.web = web;
    }

    static Server start(ServeOrder order, InstantSource clock) {
        House house = House.open(order.data(), order.passphrase(), clock);
        try {
            FeedSwitch feeds = new FeedSwitch(house);
            InetSocketAddress mllp = feeds.open(house, order.mllpPort());
            ControlServer control = ControlServer.start(house.rooms());
            WebApplication web = WebApplication.start(house, order.port(), clock);
            feeds.follow(house);
            return new Server(house, mllp, control, web);
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

    InetSocketAddress mllp() {
        return mllp;
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
        web.close();
        try {
            control.close();
        } catch (IOException late) {
            LOG.warn("the command port did not close cleanly: {}", late.toString());
        }
        house.close();
        closed.countDown();
    }
}
