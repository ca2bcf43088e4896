package org.relais.web.node;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The check of the journal from the page: one at a time, in the background, its last result kept. Thread-safe. */
public final class JournalCheck {
    private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);

    private final Supplier<Verification> verifier;
    private final InstantSource clock;
    private volatile @Nullable State state;

    /** How far it is. */
    sealed interface State {
        Instant at();
    }

    record Running(Instant at) implements State {}

    record Finished(Instant at, Verification found) implements State {}

    /** It could not be carried out. */
    record Broken(Instant at) implements State {}

    /** @param verifier walks the whole journal */
    public JournalCheck(Supplier<Verification> verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Where it stands; null before the first one. */
    @Nullable
    State state() {
        return state;
    }

    /** Begins one, unless one is under way. */
    synchronized void begin() {
        if (state instanceof Running) {
            return;
        }
        state = new Running(clock.instant());
        Thread.ofVirtual().name("journal-check").start(this::run);
    }

    private void run() {
        State last = null;
        try {
            Verification found = verifier.get();
            last = new Finished(clock.instant(), found);
        } catch (RuntimeException broken) {
            LOG.error("the journal could not be verified", broken);
        } finally {
            state = last == null ? new Broken(clock.instant()) : last;
        }
    }
}
