package org.relais.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.command.Crisis;
import org.relais.command.CrisisState;
import org.relais.feeds.Feeds;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Declares and lifts the crisis: a page of consequences and a reason, then a button that names the act. */
@RestController
@Needs(Right.DECLARE_CRISIS)
public final class CrisisController {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** @param names tells who made a fact */
    public record Rooms(Crisis crisis, Feeds feeds, ReadModels models, Function<Who, String> names) {}

    public CrisisController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @Needs({})
    @GetMapping("/crisis")
    ResponseEntity<byte[]> state(HttpServletRequest request) {
        Frame frame = frames.of(request, null, "crisis.title");
        return pages.show("command/crisis", frame, page(frame, "", ""));
    }

    @GetMapping("/crisis/declare")
    ResponseEntity<byte[]> declare(HttpServletRequest request) {
        return form("declare", "", "", request);
    }

    @GetMapping("/crisis/lift")
    ResponseEntity<byte[]> lift(HttpServletRequest request) {
        return form("lift", "", "", request);
    }

    @PostMapping("/crisis/declare")
    ResponseEntity<byte[]> declare(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "freeze", required = false) @Nullable List<String> freeze,
            Account account,
            HttpServletRequest request) {
        Set<FeedName> feeds = (freeze == null ? List.<String>of() : freeze)
                .stream().map(FeedName::new).collect(Collectors.toSet());
        return done("declare", rooms.crisis().declare(account.who(), reason, feeds), reason, request);
    }

    @PostMapping("/crisis/lift")
    ResponseEntity<byte[]> lift(
            @RequestParam(defaultValue = "") String reason, Account account, HttpServletRequest request) {
        return done("lift", rooms.crisis().lift(account.who(), reason), reason, request);
    }

    private ResponseEntity<byte[]> done(
            String act, Outcome<Receipt> outcome, String reason, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.models().await(receipt.position(), FOLDED);
                yield Pages.seeOther("/crisis");
            }
            case Outcome.Refused<Receipt>(Problem problem)
            when problem.category() == Problem.Category.CONFLICT -> Pages.seeOther("/crisis");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                String said = frames.of(request, null, "crisis." + act).texts().of(problem);
                yield form(act, said, reason, request);
            }
        };
    }

    private ResponseEntity<byte[]> form(String act, String problem, String typed, HttpServletRequest request) {
        Frame frame = frames.of(request, null, "crisis." + act);
        CrisisPage page = page(frame, problem, typed);
        if (page.declared() == act.equals("declare")) {
            return Pages.seeOther("/crisis");
        }
        HttpStatus status = problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.show(status, "command/" + act, frame, page);
    }

    private CrisisPage page(Frame frame, String problem, String typed) {
        CrisisState state = rooms.crisis().state();
        Instant t0 = state.t0();
        Who by = state.by();
        List<CrisisPage.Feed> feeds = rooms.feeds().list().stream()
                .map(feed -> new CrisisPage.Feed(feed.feed().value(), feed.place(), !feed.open()))
                .toList();
        return new CrisisPage(
                t0 == null ? null : frame.show().moment(t0),
                state.reason(),
                by == null ? "" : rooms.names().apply(by),
                feeds,
                problem,
                typed,
                frame.may(Right.DECLARE_CRISIS));
    }
}
