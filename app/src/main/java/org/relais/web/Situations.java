package org.relais.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.command.Crisis;
import org.relais.feeds.FeedBoard;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FeedRooms;
import org.relais.journal.Journal;
import org.relais.journal.Loss;
import org.relais.journal.ReadModels;
import org.relais.upkeep.Upkeep;
import org.relais.web.shell.Live;
import org.relais.web.shell.Situation;

/** Tells where the node stands, for the banner of every page. */
final class Situations implements Supplier<Situation> {
    private final Journal journal;
    private final Folded folded;
    private final InstantSource clock;

    /** What is folded from the journal. */
    record Folded(ReadModels models, Crisis crisis, FeedRooms feeds, Upkeep upkeep) {}

    Situations(Journal journal, Folded folded, InstantSource clock) {
        this.journal = journal;
        this.folded = folded;
        this.clock = clock;
    }

    Live.State live() {
        return new Live.State(folded.crisis().state(), journal.writing());
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public Situation get() {
        List<FeedBoard.Line> lines = folded.feeds().board().lines();
        Instant heard = lines.stream()
                .map(FeedBoard.Line::kept)
                .filter(Objects::nonNull)
                .map(FeedLedger.Line::lastAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<String> silent = lines.stream()
                .filter(line -> line.silent() != null)
                .map(line -> line.feed().value())
                .toList();
        return new Situation(
                journal.mode(),
                journal.node(),
                folded.crisis().state(),
                clock.instant(),
                heard,
                folded.models().ready(),
                journal.writing(),
                lost(),
                silent,
                late());
    }

    private @Nullable Instant lost() {
        return folded.upkeep().losses().unseen().stream()
                .map(Loss::lastAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What was scheduled and does not come; that nothing was scheduled is told on its page. */
    private int late() {
        return (int) folded.upkeep().alarms().stream()
                .filter(alarm -> !alarm.key().endsWith("-off") && !alarm.key().equals("upkeep.alarm.loss"))
                .count();
    }
}
