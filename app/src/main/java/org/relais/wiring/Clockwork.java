package org.relais.wiring;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Winds up what a running node does by itself: one quiet thread, every half minute; and its technical log. */
final class Clockwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final int SECONDS = 30;
    private static final int FIRST_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 60;

    private final House house;
    private final LogFile log;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("upkeep").factory());

    private Clockwork(House house, LogFile log) {
        this.house = house;
        this.log = log;
    }

    static Clockwork start(House house) throws IOException {
        Clockwork clockwork = new Clockwork(house, LogFile.start(house.data().path()));
        clockwork.thread.scheduleWithFixedDelay(clockwork::tick, FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
        return clockwork;
    }

    /** A failure is told and does not end the clockwork: what failed shows as an alarm by being late. */
    private void tick() {
        try {
            if (house.folded().ready() && house.data().journal().writing()) {
                house.upkeep().tick();
            }
        } catch (RuntimeException failed) {
            LOG.error("upkeep failed: {}", failed.getClass().getSimpleName(), failed);
        }
    }

    /** Waits for what is under way, a minute at most: it writes facts. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("upkeep did not end in time");
                thread.shutdownNow();
            }
        } catch (InterruptedException told) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        log.close();
    }
}
