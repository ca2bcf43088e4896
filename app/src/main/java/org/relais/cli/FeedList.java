package org.relais.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.FeedBoard;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.Feeds.FeedState;
import org.relais.kernel.Texts;
import picocli.CommandLine.Command;

/** How each feed stands. */
@Command(name = "list")
final class FeedList extends NodeCommand {
    FeedList(Stage stage) {
        super(stage);
    }

    /**
     * One feed; docs/formats/cli.md.
     *
     * @param state   open, frozen, trouble, or stopped where no server runs; null for files from the command line
     * @param lagSeconds from MSH-7 of the last message to its recording
     */
    record Line(
            String name,
            @Nullable FeedSettings settings,
            @Nullable String state,
            @Nullable String place,
            int connections,
            @Nullable Instant last,
            @Nullable Long ageSeconds,
            boolean silent,
            long fiveMinutes,
            @Nullable Long lagSeconds,
            long received,
            long kept,
            long duplicates,
            long refused,
            long turnedAway,
            long failed,
            long quarantined,
            long wrongBatches,
            long refusedFiles) {}

    @Override
    int run(Rooms rooms, Console console) {
        Instant now = Instant.now();
        List<FeedBoard.Line> found = rooms.feeds().board().lines();
        if (json) {
            console.json(found.stream().map(line -> line(line, now)).toList());
        } else {
            found.forEach(line -> console.out().println(text(line(line, now), console.words())));
        }
        return 0;
    }

    private static Line line(FeedBoard.Line line, Instant now) {
        FeedLedger.Line kept = line.kept();
        FeedState state = line.state();
        FeedSettings settings = line.settings();
        Duration lag = line.lag();
        return new Line(
                line.feed().value(),
                settings,
                settings == null ? null : state(state),
                state == null ? (settings == null ? null : settings.place()) : state.place(),
                state == null ? 0 : state.connections(),
                line.lastAt(),
                line.age(now).map(Duration::toSeconds).orElse(null),
                line.silent() != null,
                line.fiveMinutes(),
                lag == null ? null : lag.toSeconds(),
                line.counts().received(),
                kept == null ? 0 : kept.kept(),
                line.counts().duplicates(),
                line.counts().refused(),
                line.counts().turnedAway(),
                line.counts().failed(),
                kept == null ? 0 : kept.quarantined(),
                kept == null ? 0 : kept.bulk().wrongBatches(),
                kept == null ? 0 : kept.bulk().refusedFiles());
    }

    private static String state(@Nullable FeedState state) {
        if (state == null) {
            return "stopped";
        }
        if (!state.trouble().isEmpty()) {
            return "trouble";
        }
        return state.open() ? "open" : "frozen";
    }

    private static String text(Line line, Texts words) {
        String state = line.state() == null ? "" : words.get("feed.state." + line.state());
        String age =
                line.ageSeconds() == null ? words.get("feed.never") : words.get("feed.age", line.ageSeconds() / 60);
        String counts = words.get(
                "feed.counts",
                line.kept(),
                line.fiveMinutes(),
                line.quarantined(),
                line.refused() + line.turnedAway(),
                line.duplicates());
        String silent = line.silent() ? "  " + words.get("feed.silent") : "";
        return String.format(
                Locale.ROOT,
                "%-12s %-8s %-24s %s  %s%s",
                line.name(),
                state,
                line.place() == null ? "" : line.place(),
                age,
                counts,
                silent);
    }
}
