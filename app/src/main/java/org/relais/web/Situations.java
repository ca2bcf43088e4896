package org.relais.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import org.relais.command.Crisis;
import org.relais.feeds.FeedLedger;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.web.shell.Situation;

/** Tells where the node stands, for the banner of every page. */
final class Situations implements Supplier<Situation> {
    private final Journal journal;
    private final Folded folded;
    private final InstantSource clock;

    /** What is folded from the journal. */
    record Folded(ReadModels models, Crisis crisis, FeedLedger ledger) {}

    Situations(Journal journal, Folded folded, InstantSource clock) {
        this.journal = journal;
        this.folded = folded;
        this.clock = clock;
    }

    @Override
    public Situation get() {
        Instant heard = folded.models().query(folded.ledger()::lines).stream()
                .map(FeedLedger.Line::lastAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Situation(
                journal.mode(),
                journal.node(),
                folded.crisis().state(),
                clock.instant(),
                heard,
                folded.models().ready(),
                journal.writing());
    }
}
