package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.command.Crisis;
import org.relais.feeds.FeedRooms;
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

/** What comes in; during a crisis, each feed frozen or opened by itself. Shows no health data. */
@RestController
public final class FeedsController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Inflow inflow;

    /** Where messages come in, and who says that they may. */
    public record Inflow(FeedRooms feeds, Crisis crisis) {}

    public FeedsController(Pages pages, Frames frames, NodeRooms rooms, Inflow inflow) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.inflow = inflow;
    }

    /** @param saved position of the fact that a form just made, 0 for none */
    @Needs(Right.SEE_FEEDS)
    @GetMapping({"/feeds", "/live/feeds"})
    ResponseEntity<byte[]> feeds(@RequestParam(defaultValue = "0") long saved, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS);
        FeedsPage page = page(f);
        return pages.show("node/feeds", f, saved > 0 ? page.saved(saved(f, saved)) : page);
    }

    /** The door closes or opens as soon as the fact is folded. */
    @Needs({Right.SEE_FEEDS, Right.DECLARE_CRISIS})
    @PostMapping("/feeds/{feed}")
    ResponseEntity<byte[]> turn(
            @PathVariable String feed, @RequestParam boolean frozen, Account account, HttpServletRequest request) {
        FeedName known = inflow.feeds().board().names().stream()
                .filter(one -> one.value().equals(feed))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "feeds.unknown", feed)
                        .asException());
        Frame f = frames.of(request, Section.FEEDS);
        return switch (inflow.crisis().switchFeed(account.who(), known, frozen)) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield Pages.seeOther("/feeds?saved=" + receipt.position());
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                pages.show(
                        HttpStatus.CONFLICT,
                        "node/feeds",
                        f,
                        page(f).wrong(new FormError("", f.texts().of(problem))));
        };
    }

    /** Reads the quarantine again; tells numbers only. */
    @Needs({Right.SEE_FEEDS, Right.CONFIGURE_FEEDS})
    @PostMapping("/feeds/quarantine/refold")
    ResponseEntity<byte[]> refold(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS);
        String said = FeedsPage.refolded(f, inflow.feeds().refold().run(account.who()));
        return pages.show("node/feeds", f, page(f).saved(said));
    }

    private String saved(Frame f, long position) {
        return position > rooms.journal().head()
                ? ""
                : f.t(
                        "node.saved",
                        f.show().timeToTheSecond(rooms.journal().entry(position).recordedAt()),
                        f.n(position));
    }

    private FeedsPage page(Frame f) {
        Set<FeedName> frozen = inflow.crisis().state().frozen();
        List<FeedsPage.Row> rows = inflow.feeds().board().lines().stream()
                .map(line -> FeedsPage.row(f, line, frozen.contains(line.feed())))
                .toList();
        FeedsPage page = FeedsPage.of(f, rows, inflow.crisis().state().declared())
                .quarantine(f, inflow.feeds().refold().since());
        return inflow.feeds()
                .board()
                .roster()
                .keys()
                .map(keys -> page.keys(f, keys))
                .orElse(page);
    }
}
