package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The board of the delivery rooms, for whoever may open these charts, with names or without. What is not known is said to be
 * so.
 */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class BoardController {
    static final String TRACED = "delivery-board";

    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;
    private final CtgCalls calls;

    public BoardController(Pages pages, Frames frames, WatchRooms rooms, CtgCalls calls) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.calls = calls;
    }

    @GetMapping({"/maternity/board", "/live/maternity/board"})
    ResponseEntity<byte[]> board(
            @RequestParam(required = false) @Nullable String wall, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.MATERNITY, "board.title");
        BoardPage page = new BoardSheet(f, rooms, calls.of(f))
                .page(new BoardSheet.Asked(
                        _ -> true,
                        patient -> rooms.sees(account, patient),
                        wall != null,
                        wall == null ? "/patients/" : ""));
        if (Boards.opened(request)) {
            rooms.care().trace().listed(account.who(), TRACED, "", (int) page.women());
        }
        return pages.show("maternity/board", f, page);
    }
}
