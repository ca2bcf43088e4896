package org.relais.demo;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The hospital's systems at work, each on its own connection: first the whole history as fast as it is acknowledged,
 * then live at a chosen speed. Live messages state the wall clock's time, whatever the speed. Where the feeds are closed,
 * the senders queue quietly and send everything once they are open again. A second start with the same seed, size and
 * end sends the same history, byte for byte, which a receiver knows as duplicates; what was live differs.
 */
public final class DemoTraffic implements AutoCloseable {
    private static final int WINDOW = 32;
    private static final long MOST_WAITING = 20_000;
    private static final Duration TICK = Duration.ofMillis(250);

    private final DemoRun run;
    private final InstantSource clock;
    private final Map<String, MllpSender> senders = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double speed;
    private boolean paused;
    private boolean live;
    private boolean closed;
    private Instant simulated;

    /**
     * Not started yet.
     *
     * @param speed how many times as fast as the clock the hospital lives once history is over: 1, 60…
     */
    public DemoTraffic(DemoRun run, InetSocketAddress target, double speed, InstantSource clock) {
        this.run = run;
        this.clock = clock;
        this.speed = speed;
        this.simulated = run.end();
        DemoRun.systems().forEach(system -> senders.put(system, new MllpSender(target, WINDOW)));
    }

    /** How far it is. */
    public record Progress(long offered, long acknowledged, long waiting, boolean live, boolean paused) {
        /** The whole history was sent and acknowledged. */
        public boolean caughtUp() {
            return live && waiting == 0;
        }
    }

    public void start() {
        Thread.ofVirtual().name("demo-traffic").start(this::play);
    }

    /** How far it is; the senders are asked after the state, so that what is live has offered the whole history. */
    public Progress progress() {
        boolean nowLive;
        boolean nowPaused;
        lock.lock();
        try {
            nowLive = live;
            nowPaused = paused;
        } finally {
            lock.unlock();
        }
        long offered = 0;
        long acknowledged = 0;
        long waiting = 0;
        for (MllpSender sender : senders.values()) {
            offered += sender.offered();
            acknowledged += sender.acknowledged();
            waiting += sender.waiting();
        }
        return new Progress(offered, acknowledged, waiting, nowLive, nowPaused);
    }

    /** The hospital stands still; what is queued still goes out. */
    public void pause() {
        change(() -> paused = true);
    }

    public void resume() {
        change(() -> {
            paused = false;
            turn();
        });
    }

    public void speed(double newSpeed) {
        change(() -> {
            speed = newSpeed;
            turn();
        });
    }

    @Override
    public void close() {
        change(() -> closed = true);
        senders.values().forEach(MllpSender::close);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void turn() {
        if (live) {
            run.pace().turn(simulated, clock.instant(), speed);
        }
    }

    private void play() {
        lock.lock();
        try {
            while (!closed && !live) {
                if (paused || waitingTooMany()) {
                    changed.awaitNanos(TICK.toNanos());
                } else {
                    step(run.end());
                }
            }
            while (!closed) {
                if (!paused) {
                    Instant now = run.pace().simulatedAt(clock.instant());
                    simulated = now.isAfter(simulated) ? now : simulated;
                    step(simulated);
                }
                changed.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitingTooMany() {
        return senders.values().stream().anyMatch(sender -> sender.waiting() > MOST_WAITING);
    }

    /** Sends some messages of history, or all that live is due. */
    private void step(Instant until) {
        int budget = live ? Integer.MAX_VALUE : 200;
        for (int i = 0; i < budget; i++) {
            Optional<DemoMessage> message = run.next(until);
            if (message.isEmpty()) {
                if (!live) {
                    live = true;
                    turn();
                }
                return;
            }
            java.util.Objects.requireNonNull(senders.get(message.get().system()))
                    .offer(message.get().hl7());
        }
    }
}
