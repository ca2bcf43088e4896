package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.feeds.FeedRooms;
import org.relais.feeds.FeedRoster;
import org.relais.feeds.FeedSettings;
import org.relais.journal.Receipt;
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
import org.springframework.web.bind.annotation.RestController;

/** Feeds added, set up otherwise, and taken away. The doors follow the fact at once. */
@RestController
@Needs({Right.SEE_FEEDS, Right.CONFIGURE_FEEDS})
public final class FeedSettingsController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final FeedRooms feeds;

    public FeedSettingsController(Pages pages, Frames frames, NodeRooms rooms, FeedRooms feeds) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.feeds = feeds;
    }

    @GetMapping("/feeds/new")
    ResponseEntity<byte[]> blank(HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS, "node.feed.new");
        return pages.show("node/feed", f, FeedPage.of(f, FeedForm.of(FeedSettings.mllp("", 0)), false, false));
    }

    @PostMapping("/feeds")
    ResponseEntity<byte[]> add(FeedForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS, "node.feed.new");
        Outcome<Receipt> done = feeds.desk().add(account.who(), form.settings(FeedForm.text(form.name())));
        return answer(f, done, FeedPage.of(f, form, false, false));
    }

    @GetMapping("/feeds/{feed}/settings")
    ResponseEntity<byte[]> one(@PathVariable String feed, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS, "node.feed.title");
        FeedRoster.Known known = known(feed);
        return pages.show("node/feed", f, FeedPage.of(f, FeedForm.of(known.settings()), true, known.since() != null));
    }

    @PostMapping("/feeds/{feed}/settings")
    ResponseEntity<byte[]> change(
            @PathVariable String feed, FeedForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS, "node.feed.title");
        FeedRoster.Known known = known(feed);
        FeedSettings asked = form.settings(feed);
        boolean asStarted =
                feed.equals(FeedSettings.DEFAULT) && FeedForm.text(form.port()).isEmpty();
        Outcome<Receipt> done = feeds.desk().change(account.who(), asStarted ? asked.onPort(0) : asked);
        return answer(f, done, FeedPage.of(f, form.named(feed), true, known.since() != null));
    }

    @PostMapping("/feeds/{feed}/remove")
    ResponseEntity<byte[]> remove(@PathVariable String feed, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.FEEDS, "node.feed.title");
        FeedRoster.Known known = known(feed);
        Outcome<Receipt> done = feeds.desk().remove(account.who(), feed);
        return answer(f, done, FeedPage.of(f, FeedForm.of(known.settings()), true, known.since() != null));
    }

    private ResponseEntity<byte[]> answer(Frame f, Outcome<Receipt> outcome, FeedPage page) {
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield Pages.seeOther("/feeds?saved=" + receipt.position());
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/feed",
                        f,
                        page.wrong(new FormError(field(problem), f.texts().of(problem))));
        };
    }

    private FeedRoster.Known known(String feed) {
        return feeds.board().roster().all().stream()
                .filter(one -> one.settings().name().equals(feed))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "feeds.unknown", feed)
                        .asException());
    }

    /** The field that a refusal is about, by its key. */
    private static String field(Problem problem) {
        return switch (problem.messageKey()) {
            case "feeds.setting.name", "feeds.exists" -> "name";
            case "feeds.setting.port", "feeds.clash" -> "port";
            case "feeds.setting.bind" -> "bind";
            case "feeds.setting.folder", "feeds.setting.own-folder" -> "folder";
            case "feeds.setting.peer", "feeds.setting.open-to-all" -> "peers";
            case "feeds.setting.charset" -> "charset";
            case "feeds.setting.silence" -> "silence";
            case "feeds.no-keys", "feeds.no-clients" -> "tls-0";
            default -> "";
        };
    }
}
