package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.command.Crisis;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FeedLedger.Line;
import org.relais.feeds.Feeds;
import org.relais.feeds.Feeds.FeedState;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes in; during a crisis, each feed frozen or opened by itself. */
@RestController
public final class FeedsController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Inflow inflow;

    /** Where messages come in, and who says that they may. */
    public record Inflow(Feeds feeds, FeedCounters counters, FeedLedger ledger, Crisis crisis) {}

    public FeedsController(Pages pages, Frames frames, NodeRooms rooms, Inflow inflow) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.inflow = inflow;
    }

    @Needs(Right.SEE_FEEDS)
    @GetMapping("/feeds")
    ResponseEntity<byte[]> feeds(HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS);
        return pages.show("node/feeds", f, page(f));
    }

    /** The listener closes or opens as soon as the fact is folded. */
    @Needs({Right.SEE_FEEDS, Right.DECLARE_CRISIS})
    @PostMapping("/feeds/{feed}")
    ResponseEntity<byte[]> turn(
            @PathVariable String feed, @RequestParam boolean frozen, Account account, HttpServletRequest request) {
        FeedState state = inflow.feeds().list().stream()
                .filter(one -> one.feed().value().equals(feed))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "feeds.unknown", feed)
                        .asException());
        Frame f = frames.of(request, Section.FEEDS);
        return switch (inflow.crisis().switchFeed(account.who(), state.feed(), frozen)) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield pages.show("node/feeds", f, page(f).saved(rooms.saved(f, receipt)));
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                pages.show(
                        HttpStatus.CONFLICT,
                        "node/feeds",
                        f,
                        page(f).wrong(new FormError("", f.texts().of(problem))));
        };
    }

    private FeedsPage page(Frame f) {
        Map<String, Line> lines = new LinkedHashMap<>();
        rooms.models()
                .query(inflow.ledger()::lines)
                .forEach(line -> lines.put(line.feed().value(), line));
        List<FeedsPage.Row> rows = new ArrayList<>();
        for (FeedState state : inflow.feeds().list()) {
            Line line = lines.remove(state.feed().value());
            rows.add(FeedsPage.row(f, state.feed(), told(state), new FeedsPage.Tally(line, counts(state.feed()))));
        }
        lines.values()
                .forEach(line ->
                        rows.add(FeedsPage.row(f, line.feed(), null, new FeedsPage.Tally(line, counts(line.feed())))));
        return FeedsPage.of(f, List.copyOf(rows), inflow.crisis().state().declared());
    }

    /** As the facts say: the listener follows a moment later. */
    private FeedState told(FeedState state) {
        boolean frozen = inflow.crisis().state().frozen().contains(state.feed());
        return new FeedState(state.feed(), state.address(), state.open() && !frozen, state.connections());
    }

    private FeedCounters.Counts counts(FeedName feed) {
        return inflow.counters().counts(feed);
    }
}
