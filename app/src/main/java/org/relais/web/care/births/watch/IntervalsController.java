package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.watch.Intervals;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The intervals of the hospital: which are in force, who validated them, and the signature of who validates others. */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class IntervalsController {
    private static final int UNREADABLE = 0;

    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;

    public IntervalsController(Pages pages, Frames frames, WatchRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** Minutes as typed; what was not sent is null. */
    record Minutes(@Nullable String active, @Nullable String pushing) {
        private static int number(@Nullable String typed) {
            String text = WatchRooms.text(typed);
            return text.matches("\\d{1,3}") ? Integer.parseInt(text) : UNREADABLE;
        }
    }

    @GetMapping("/maternity/intervals")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, new Minutes(null, null), null);
    }

    @Needs({Right.OPEN_CHARTS, Right.VALIDATE_INTERVALS})
    @PostMapping("/maternity/intervals")
    ResponseEntity<byte[]> validate(Minutes typed, Account account, HttpServletRequest request) {
        Intervals asked = new Intervals(
                Minutes.number(typed.active),
                Minutes.number(typed.pushing),
                account.name(),
                rooms.care().clock().instant());
        return switch (rooms.desk().validate(account.who(), asked)) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield Pages.seeOther("/maternity/intervals");
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                shown(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, problem);
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpServletRequest request, HttpStatus status, Minutes typed, @Nullable Problem problem) {
        Frame f = frames.of(request, Section.MATERNITY, "intervals.title");
        Intervals site = rooms.watches().intervals();
        IntervalsPage page = new IntervalsPage(
                CtgPage.intervals(f, site),
                site.validated(),
                rooms.watches().validated().stream()
                        .map(one -> CtgPage.intervals(f, one))
                        .toList(),
                f.may(Right.VALIDATE_INTERVALS),
                Objects.requireNonNullElse(typed.active, Integer.toString(site.active())),
                Objects.requireNonNullElse(typed.pushing, Integer.toString(site.pushing())),
                problem == null ? "" : f.texts().of(problem));
        return pages.show(status, "maternity/intervals", f, page);
    }
}
