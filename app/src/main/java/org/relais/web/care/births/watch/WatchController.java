package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.Watches.Watched;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The women under watch whose charts the reader may open, the one whose review is due first on top. */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class WatchController {
    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;

    public WatchController(Pages pages, Frames frames, WatchRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping({"/maternity/watch", "/live/maternity/watch"})
    ResponseEntity<byte[]> list(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.MATERNITY);
        List<Watched> open = rooms.open(account);
        if (Boards.opened(request)) {
            rooms.care().trace().listed(account.who(), "ctg-watch", "", open.size());
        }
        return pages.show("maternity/watch", f, page(f, open));
    }

    private WatchPage page(Frame f, List<Watched> open) {
        Intervals site = rooms.watches().intervals();
        return new WatchPage(
                open.stream().map(one -> CtgLine.of(f, one)).toList(),
                rooms.loads(f, open),
                CtgPage.intervals(f, site),
                site.validated(),
                f.may(Right.WRITE_CHARTS));
    }
}
