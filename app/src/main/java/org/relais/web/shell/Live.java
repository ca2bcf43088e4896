package org.relais.web.shell;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.relais.access.Accounts;
import org.relais.access.spring.AccountSession;
import org.relais.command.CrisisState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live link of open pages: a tick every five seconds; the state of the crisis, and that the disk takes nothing more,
 * at once when they change; and word that something was folded, twice a second at most. One virtual thread a tab; a tab
 * whose session is over or locked is let go.
 */
public final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int BEAT_MILLIS = 500;
    private static final int WAITING = 16;
    private static final long NO_TIMEOUT = 0;

    private final Set<Tab> tabs = ConcurrentHashMap.newKeySet();
    private final Supplier<State> state;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private final AtomicLong news = new AtomicLong();
    private volatile CrisisState told;

    /**
     * What open pages are told of the node.
     *
     * @param writing false once an I/O error has stopped writing
     */
    public record State(CrisisState crisis, boolean writing) {
        private String crisisWord() {
            return crisis.declared() ? "declared" : "watch";
        }

        private String diskWord() {
            return writing ? "writing" : "stopped";
        }
    }

    /** @param zone the hospital's, by which pages say since when the link is lost */
    public Live(Supplier<State> state, Accounts accounts, InstantSource clock, Supplier<ZoneId> zone) {
        this.state = state;
        this.accounts = accounts;
        this.clock = clock;
        this.zone = zone;
        this.told = state.get().crisis();
    }

    /** To be called whenever something was folded; does not block. */
    public void folded() {
        news.incrementAndGet();
        State now = state.get();
        if (!now.crisis().equals(told)) {
            told = now.crisis();
            tabs.forEach(tab -> tab.changes.offer(now.crisisWord()));
        }
    }

    /** A new tab listens. */
    public SseEmitter listen(AccountSession session) {
        return listen(() -> session.live(accounts, clock.instant()));
    }

    /** A tab of a board listens: its screen is locked, and its session holds. */
    SseEmitter board(AccountSession session) {
        return listen(() -> {
            Instant now = clock.instant();
            return session.locked(now) && session.account(accounts, now).isPresent();
        });
    }

    /** A new tab listens for as long as it may, which is asked at each beat. */
    public SseEmitter listen(BooleanSupplier open) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Tab tab = new Tab(open, emitter);
        tabs.add(tab);
        emitter.onCompletion(() -> tabs.remove(tab));
        emitter.onError(_ -> tabs.remove(tab));
        Thread.ofVirtual().name("live").start(() -> tell(tab));
        return emitter;
    }

    /** How many tabs listen. */
    public int tabs() {
        return tabs.size();
    }

    private void tell(Tab tab) {
        try {
            long seen = news.get();
            State shown = state.get();
            tab.send("hello", time() + " " + shown.crisisWord() + " " + shown.diskWord());
            while (tabs.contains(tab) && tab.open.getAsBoolean()) {
                String change = tab.changes.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                long latest = news.get();
                State now = state.get();
                if (now.writing() != shown.writing()) {
                    shown = now;
                    tab.send("disk", now.diskWord());
                }
                if (change != null) {
                    tab.send("crisis", change);
                } else if (latest != seen) {
                    seen = latest;
                    tab.send("news", time());
                } else if (tab.silentFor(TICK_NANOS)) {
                    tab.send("tick", time() + " " + clock.instant().getEpochSecond() / 60 + " " + now.diskWord());
                }
            }
            tab.emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("a tab does not listen any more ({})", gone.getMessage());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } finally {
            tabs.remove(tab);
        }
    }

    private String time() {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .format(clock.instant().atZone(zone.get()));
    }

    private static final class Tab {
        private final BooleanSupplier open;
        private final SseEmitter emitter;
        private final BlockingQueue<String> changes = new LinkedBlockingQueue<>(WAITING);

        private long sentAt;

        Tab(BooleanSupplier open, SseEmitter emitter) {
            this.open = open;
            this.emitter = emitter;
        }

        void send(String event, String data) throws IOException {
            emitter.send(SseEmitter.event().name(event).data(data));
            sentAt = System.nanoTime();
        }

        boolean silentFor(long nanos) {
            return System.nanoTime() - sentAt >= nanos;
        }
    }
}
