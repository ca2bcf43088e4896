package org.relais.web.shell;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.relais.access.Accounts;
import org.relais.access.spring.AccountSession;
import org.relais.command.CrisisState;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live link of open pages: a tick every five seconds, and at once the state of the crisis when it changes. One
 * virtual thread a tab; a tab whose session is over or locked is let go.
 */
public final class Live {
    private static final int TICK_SECONDS = 5;
    private static final int WAITING = 16;
    private static final long NO_TIMEOUT = 0;

    private final Set<Tab> tabs = ConcurrentHashMap.newKeySet();
    private final Supplier<CrisisState> crisis;
    private final Accounts accounts;
    private final InstantSource clock;
    private volatile CrisisState told;

    public Live(Supplier<CrisisState> crisis, Accounts accounts, InstantSource clock) {
        this.crisis = crisis;
        this.accounts = accounts;
        this.clock = clock;
        this.told = crisis.get();
    }

    /** To be called whenever something was folded; does not block. */
    public void folded() {
        CrisisState now = crisis.get();
        if (!now.equals(told)) {
            told = now;
            tabs.forEach(tab -> tab.news.offer(word(now)));
        }
    }

    /** A new tab listens. */
    public SseEmitter listen(AccountSession session) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Tab tab = new Tab(session, emitter);
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
            tab.send("hello", word(crisis.get()));
            while (tabs.contains(tab) && tab.session.live(accounts, clock.instant())) {
                String change = tab.news.poll(TICK_SECONDS, TimeUnit.SECONDS);
                if (change != null) {
                    tab.send("crisis", change);
                } else {
                    tab.send("tick", Long.toString(clock.instant().getEpochSecond() / 60));
                }
            }
            tab.emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            tab.emitter.completeWithError(gone);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } finally {
            tabs.remove(tab);
        }
    }

    private static String word(CrisisState state) {
        return state.declared() ? "declared" : "watch";
    }

    private static final class Tab {
        private final AccountSession session;
        private final SseEmitter emitter;
        private final BlockingQueue<String> news = new LinkedBlockingQueue<>(WAITING);

        Tab(AccountSession session, SseEmitter emitter) {
            this.session = session;
            this.emitter = emitter;
        }

        void send(String event, String data) throws IOException {
            emitter.send(SseEmitter.event().name(event).data(data));
        }
    }
}
