package org.relais.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.Feeds.FeedState;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.FeedName;

/**
 * How each feed stands at one moment: how it is set up, whether it is open, what it brought, how old and how late that is.
 * What the page, the command line, the alarm and the measures of operation all show. Thread-safe.
 */
public final class FeedBoard {
    /** Where it is all known. */
    public record Sources(FeedRoster roster, FeedLedger ledger, Feeds feeds, FeedCounters counters) {}

    /**
     * One feed.
     *
     * @param settings null for one that is no longer set up, or only brings files from the command line
     * @param state    null where it takes nothing in by itself, or no server runs
     * @param kept     null for one that has brought nothing
     * @param lastAt   when a message last arrived, known before or not; null for never
     * @param fiveMinutes messages kept in the last five minutes
     * @param lag      from the sending of the last message (MSH-7) to its recording; negative where the sender's clock is
     *                 ahead; null where no message says
     * @param silent   since when it should have brought something, by its own threshold; null while all is well
     */
    public record Line(
            FeedName feed,
            @Nullable FeedSettings settings,
            @Nullable FeedState state,
            FeedLedger.@Nullable Line kept,
            FeedCounters.Counts counts,
            @Nullable Instant lastAt,
            long fiveMinutes,
            @Nullable Duration lag,
            @Nullable Instant silent) {
        /** How long ago a message last arrived. */
        public Optional<Duration> age(Instant now) {
            return lastAt == null ? Optional.empty() : Optional.of(Duration.between(lastAt, now));
        }
    }

    private static final int RATE_MINUTES = 5;

    private final Sources sources;
    private final ReadModels models;
    private final Supplier<ZoneId> zone;
    private final InstantSource clock;
    private final Instant started;

    /** @param zone the hospital's: of a sender's time that names none */
    public FeedBoard(Sources sources, ReadModels models, Supplier<ZoneId> zone, InstantSource clock) {
        this.sources = sources;
        this.models = models;
        this.zone = zone;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Names of the feeds that are set up. */
    public List<FeedName> names() {
        return sources.roster().all().stream()
                .map(known -> known.settings().feed())
                .toList();
    }

    /** How feeds are set up. */
    public FeedRoster roster() {
        return sources.roster();
    }

    /** Every feed: those set up first, then those that brought something once. */
    public List<Line> lines() {
        Instant now = clock.instant();
        Map<FeedName, FeedState> states = new HashMap<>();
        sources.feeds().list().forEach(state -> states.put(state.feed(), state));
        return models.query(() -> {
            Map<FeedName, FeedLedger.Line> kept = new LinkedHashMap<>();
            sources.ledger().lines().forEach(line -> kept.put(line.feed(), line));
            List<Line> lines = new ArrayList<>();
            for (FeedRoster.Known known : sources.roster().all()) {
                FeedName feed = known.settings().feed();
                lines.add(line(known, states.get(feed), kept.remove(feed), now));
            }
            kept.forEach((feed, line) -> lines.add(bare(feed, line, now)));
            return lines;
        });
    }

    public Optional<Line> line(FeedName feed) {
        return lines().stream().filter(line -> line.feed().equals(feed)).findFirst();
    }

    /** The feeds whose silence is longer than each is allowed. Nobody is alarmed by a feed that is closed. */
    public List<Line> silent() {
        return lines().stream().filter(line -> line.silent() != null).toList();
    }

    private Line line(FeedRoster.Known known, @Nullable FeedState state, FeedLedger.@Nullable Line kept, Instant now) {
        Line bare = bare(known.settings().feed(), kept, now);
        return new Line(
                bare.feed(),
                known.settings(),
                state,
                kept,
                bare.counts(),
                bare.lastAt(),
                bare.fiveMinutes(),
                bare.lag(),
                state != null && state.open() ? silent(known, bare.lastAt(), now) : null);
    }

    private Line bare(FeedName feed, FeedLedger.@Nullable Line kept, Instant now) {
        FeedCounters.Counts counts = sources.counters().counts(feed);
        FeedLedger.Sent sent = kept == null ? null : kept.sent();
        return new Line(
                feed,
                null,
                null,
                kept,
                counts,
                later(kept == null ? null : kept.lastAt(), counts.lastAt()),
                sources.ledger().kept(feed, now, RATE_MINUTES),
                sent == null ? null : Duration.between(sent.said().instant(zone.get()), sent.recordedAt()),
                null);
    }

    private @Nullable Instant silent(FeedRoster.Known known, @Nullable Instant last, Instant now) {
        if (known.settings().silenceMinutes() == 0) {
            return null;
        }
        Instant heard = later(later(last, known.since()), started);
        return heard != null && heard.plus(known.settings().silence()).isBefore(now) ? heard : null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Writes down each file that a watched folder puts aside. */
    public Consumer<FileRefused> refusals(Journal journal) {
        return file -> journal.write(file.draft());
    }
}
