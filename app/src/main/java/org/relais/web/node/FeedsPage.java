package org.relais.web.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.feeds.FeedBoard;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.Feeds.FeedState;
import org.relais.feeds.KeysInstalled;
import org.relais.feeds.Refold;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * What comes in, feed by feed.
 *
 * @param switching   whether each may be frozen or opened now: during a crisis, by those who may declare one
 * @param configuring whether the reader may set feeds up
 * @param keys        the certificate of encrypted feeds, in words; empty when there is none
 * @param quarantine  what became of the messages in quarantine, in words; empty when none ever was
 */
public record FeedsPage(
        List<Row> rows,
        boolean switching,
        boolean configuring,
        String keys,
        String quarantine,
        List<FormError> errors,
        String saved) {
    /**
     * One feed.
     *
     * @param state {@code open}, {@code frozen}, {@code trouble}, {@code stopped}, or {@code files} for what is imported
     * @param rate  messages of the last five minutes
     * @param lag   from sending to recording of the last message, in words
     * @param notes what somebody should know of it
     */
    public record Row(
            String name,
            String state,
            String place,
            String connections,
            @Nullable Moment last,
            String rate,
            String lag,
            String kept,
            String duplicates,
            String refused,
            String quarantined,
            List<Note> notes) {
        public boolean settable() {
            return !state.equals("files");
        }

        public boolean open() {
            return state.equals("open") || state.equals("trouble");
        }
    }

    /** @param now somebody must act on it */
    public record Note(boolean now, String text) {}

    private static final Duration NOTEWORTHY = Duration.ofMinutes(5);

    static FeedsPage of(Frame f, List<Row> rows, boolean declared) {
        return new FeedsPage(
                rows, declared && f.may(Right.DECLARE_CRISIS), f.may(Right.CONFIGURE_FEEDS), "", "", List.of(), "");
    }

    FeedsPage keys(Frame f, KeysInstalled keys) {
        String said = f.t("node.feeds.keys.what", keys.subject(), keys.validUntil(), keys.fingerprint());
        return new FeedsPage(rows, switching, configuring, said, quarantine, errors, saved);
    }

    FeedsPage quarantine(Frame f, Refold.Report report) {
        String said = report.before() + report.remaining() == 0 ? "" : refolded(f, report);
        return new FeedsPage(rows, switching, configuring, keys, said, errors, saved);
    }

    /** What became of the quarantine, in words. */
    static String refolded(Frame f, Refold.Report report) {
        return f.t("node.refold.said", report.before(), report.left(), report.remaining(), report.interpreter());
    }

    FeedsPage wrong(FormError error) {
        return new FeedsPage(rows, switching, configuring, keys, quarantine, List.of(error), "");
    }

    FeedsPage saved(String text) {
        return new FeedsPage(rows, switching, configuring, keys, quarantine, List.of(), text);
    }

    /** @param frozen as the facts say: the door follows a moment later */
    static Row row(Frame f, FeedBoard.Line line, boolean frozen) {
        FeedState state = line.state();
        FeedLedger.Line kept = line.kept();
        Duration lag = line.lag();
        return new Row(
                line.feed().value(),
                state(line, frozen),
                place(line),
                state == null ? "" : f.n(state.connections()),
                line.lastAt() == null ? null : f.show().moment(line.lastAt()),
                f.n(line.fiveMinutes()),
                lag == null ? "" : lag(f, lag),
                f.n(kept == null ? 0 : kept.kept()),
                f.n(line.counts().duplicates()),
                f.n(line.counts().refused()),
                f.n(kept == null ? 0 : kept.quarantined()),
                notes(f, line, frozen));
    }

    private static String place(FeedBoard.Line line) {
        FeedState state = line.state();
        if (state != null) {
            return state.place();
        }
        return line.settings() == null ? "" : line.settings().place();
    }

    private static String state(FeedBoard.Line line, boolean frozen) {
        FeedState state = line.state();
        if (line.settings() == null) {
            return "files";
        }
        if (state == null) {
            return "stopped";
        }
        if (frozen) {
            return "frozen";
        }
        return state.trouble().isEmpty() ? (state.open() ? "open" : "frozen") : "trouble";
    }

    private static String lag(Frame f, Duration lag) {
        if (lag.abs().toSeconds() < 60) {
            return f.t("node.feeds.lag.seconds", lag.toSeconds());
        }
        return lag.isNegative()
                ? f.t("node.feeds.lag.ahead", f.show().span(lag.negated()))
                : f.show().span(lag);
    }

    private static List<Note> notes(Frame f, FeedBoard.Line line, boolean frozen) {
        List<Note> notes = new ArrayList<>();
        FeedState state = line.state();
        if (state != null && !state.trouble().isEmpty() && !frozen) {
            notes.add(new Note(true, f.t(state.trouble(), state.place())));
        }
        if (line.silent() != null && line.settings() != null && !frozen) {
            notes.add(new Note(
                    true,
                    f.t(
                            "node.feeds.silent",
                            f.show()
                                    .span(Duration.between(
                                            line.silent(), f.show().now())),
                            line.settings().silenceMinutes())));
        }
        counts(f, line.counts(), notes);
        FeedLedger.Line kept = line.kept();
        if (kept != null && kept.bulk().wrongBatches() > 0) {
            notes.add(new Note(
                    false,
                    f.t(
                            "node.feeds.batches",
                            kept.bulk().wrongBatches(),
                            f.n(kept.bulk().batches()),
                            f.n(kept.bulk().lastWrong()))));
        }
        if (kept != null && kept.bulk().refusedFiles() > 0) {
            notes.add(new Note(false, f.t("node.feeds.files-aside", kept.bulk().refusedFiles())));
        }
        Duration lag = line.lag();
        if (lag != null && lag.compareTo(NOTEWORTHY.negated()) < 0) {
            notes.add(new Note(false, f.t("node.feeds.clock")));
        }
        return notes;
    }

    private static void counts(Frame f, FeedCounters.Counts counts, List<Note> notes) {
        if (counts.failed() > 0) {
            notes.add(new Note(true, f.t("node.feeds.failed", counts.failed())));
        }
        FeedCounters.Turned turned = counts.lastTurned();
        if (turned != null) {
            notes.add(new Note(
                    false,
                    f.t(
                            "node.feeds.turned",
                            counts.turnedAway(),
                            turned.peer(),
                            f.t("node.feeds.turned." + turned.why()),
                            f.show().moment(turned.at()).absolute())));
        }
    }
}
