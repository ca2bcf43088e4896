package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.command.Crisis;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.Feeds;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feeds: what each has brought and when; during a crisis each is frozen and opened here. */
@RestController
@Needs(Right.SEE_FEEDS)
public final class FeedsController {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** What this page asks. */
    public record Rooms(Feeds feeds, FeedCounters counters, FeedLedger ledger, Crisis crisis, ReadModels models) {}

    public FeedsController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/feeds")
    ResponseEntity<byte[]> feeds(HttpServletRequest request) {
        Frame frame = frames.of(request, Section.FEEDS);
        return pages.show("node/feeds", frame, page(frame));
    }

    /** The table alone, which an open page fetches again. */
    @GetMapping("/live/feeds")
    ResponseEntity<byte[]> rows(HttpServletRequest request) {
        Frame frame = frames.of(request, Section.FEEDS);
        return pages.show("node/feedrows", frame, page(frame));
    }

    @Needs({Right.SEE_FEEDS, Right.DECLARE_CRISIS})
    @PostMapping("/feeds/{name}/freeze")
    ResponseEntity<byte[]> freeze(@PathVariable String name, Account account) {
        return switched(account, name, true);
    }

    @Needs({Right.SEE_FEEDS, Right.DECLARE_CRISIS})
    @PostMapping("/feeds/{name}/open")
    ResponseEntity<byte[]> open(@PathVariable String name, Account account) {
        return switched(account, name, false);
    }

    private ResponseEntity<byte[]> switched(Account account, String name, boolean frozen) {
        FeedName feed = new FeedName(name);
        Receipt receipt = rooms.crisis().switchFeed(account.who(), feed, frozen).orThrow();
        rooms.models().await(receipt.position(), FOLDED);
        return Pages.seeOther("/feeds");
    }

    private FeedsPage page(Frame frame) {
        Map<String, FeedLedger.Line> kept = new TreeMap<>();
        rooms.models()
                .query(rooms.ledger()::lines)
                .forEach(line -> kept.put(line.feed().value(), line));
        Map<String, FeedsPage.Row> rows = new TreeMap<>(Comparator.naturalOrder());
        for (Feeds.FeedState state : rooms.feeds().list()) {
            String name = state.feed().value();
            rows.put(name, row(frame, state.feed(), state, kept.get(name)));
        }
        kept.forEach((name, line) -> rows.computeIfAbsent(name, _ -> row(frame, line.feed(), null, line)));
        return new FeedsPage(
                List.copyOf(rows.values()), rooms.crisis().state().declared(), frame.may(Right.DECLARE_CRISIS));
    }

    private FeedsPage.Row row(
            Frame frame, FeedName feed, Feeds.@Nullable FeedState state, FeedLedger.@Nullable Line line) {
        FeedCounters.Counts counts = rooms.counters().counts(feed);
        Instant last = line == null ? null : line.lastAt();
        return new FeedsPage.Row(
                feed.value(),
                state != null && state.open(),
                state == null ? "" : address(state.address()),
                state == null ? 0 : state.connections(),
                last == null ? null : frame.show().moment(last),
                line == null ? 0 : line.kept(),
                line == null ? 0 : line.quarantined(),
                counts.duplicates(),
                counts.failed());
    }

    private static String address(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
