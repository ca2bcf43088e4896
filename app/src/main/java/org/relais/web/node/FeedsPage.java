package org.relais.web.node;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.feeds.FeedCounters.Counts;
import org.relais.feeds.FeedLedger.Line;
import org.relais.feeds.Feeds.FeedState;
import org.relais.kernel.FeedName;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * What comes in, feed by feed.
 *
 * @param switching whether each may be frozen or opened now: during a crisis, by those who may declare one
 */
public record FeedsPage(List<Row> rows, boolean switching, List<FormError> errors, String saved) {
    /**
     * One feed.
     *
     * @param listens false for files, which are imported
     * @param failed  messages that could not be written, in words; empty when there is none
     */
    public record Row(
            String name,
            boolean listens,
            boolean open,
            String address,
            String connections,
            @Nullable Moment last,
            String received,
            String kept,
            String duplicates,
            String refused,
            String quarantined,
            String failed) {}

    static FeedsPage of(Frame f, List<Row> rows, boolean declared) {
        return new FeedsPage(rows, declared && f.may(Right.DECLARE_CRISIS), List.of(), "");
    }

    FeedsPage wrong(FormError error) {
        return new FeedsPage(rows, switching, List.of(error), "");
    }

    FeedsPage saved(String text) {
        return new FeedsPage(rows, switching, List.of(), text);
    }

    /** @param state null for a feed that only brings files; {@code line} null for one that has brought nothing */
    static Row row(Frame f, FeedName feed, @Nullable FeedState state, Tally tally) {
        Line line = tally.line();
        Counts counts = tally.counts();
        return new Row(
                feed.value(),
                state != null,
                state != null && state.open(),
                state == null ? "" : address(state.address()),
                state == null ? "" : f.n(state.connections()),
                line == null || line.lastAt() == null ? null : f.show().moment(line.lastAt()),
                f.n(counts.received()),
                f.n(line == null ? 0 : line.kept()),
                f.n(counts.duplicates()),
                f.n(counts.refused()),
                f.n(line == null ? 0 : line.quarantined()),
                counts.failed() == 0 ? "" : f.t("node.feeds.failed", counts.failed()));
    }

    /** What a feed has brought: since ever, and since this node started. */
    record Tally(@Nullable Line line, Counts counts) {}

    private static String address(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
