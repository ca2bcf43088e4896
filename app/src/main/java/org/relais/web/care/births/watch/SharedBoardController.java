package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.screens.Screen;
import org.relais.access.spring.AtSharedScreen;
import org.relais.access.spring.Requests;
import org.relais.care.wards.Census;
import org.relais.care.wards.WardKind;
import org.relais.kernel.Problem;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board of the delivery rooms on the shared screen of a maternity ward, without names. */
@RestController
public final class SharedBoardController {
    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;
    private final CtgCalls calls;

    public SharedBoardController(Pages pages, Frames frames, WatchRooms rooms, CtgCalls calls) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.calls = calls;
    }

    /** A chart is opened from there as from the list of the ward. */
    @AtSharedScreen
    @GetMapping({"/shared/board", "/live/shared/board"})
    ResponseEntity<byte[]> shared(HttpServletRequest request) {
        Screen screen = Requests.screen(request)
                .orElseThrow(() -> Problem.of(Problem.Category.FORBIDDEN, "access.session-over")
                        .asException());
        Census census = rooms.care().models().query(() -> rooms.care().wards().census(screen.ward()));
        if (census.ward().kind() != WardKind.MATERNITY) {
            throw Problem.of(Problem.Category.NOT_FOUND, "web.no-ward").asException();
        }
        Frame f = frames.of(request, null, "board.title");
        BoardPage page = new BoardSheet(f, rooms, calls.of(f))
                .page(new BoardSheet.Asked(
                        ward -> ward.code().equals(census.ward().code()), _ -> true, true, "/shared/patients/"));
        if (Boards.opened(request)) {
            rooms.care()
                    .trace()
                    .listed(screen.who(), BoardController.TRACED, screen.ward().value(), (int) page.women());
        }
        return pages.show("maternity/board", f, page);
    }
}
