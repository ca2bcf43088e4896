package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.spring.AccountSession;
import org.relais.access.spring.AtSharedScreen;
import org.relais.access.spring.Needs;
import org.relais.access.spring.Open;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live link, and the banner and warning that open pages fetch again; none counts as activity of the person. */
@RestController
@Needs({})
public final class LiveController {
    private final Live live;
    private final Pages pages;
    private final Frames frames;

    public LiveController(Live live, Pages pages, Frames frames) {
        this.live = live;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(AccountSession session) {
        return live.listen(session);
    }

    /** The link of a locked board. */
    @GetMapping(path = "/live/board", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter board(AccountSession session) {
        return live.board(session);
    }

    @AtSharedScreen
    @Needs({})
    @GetMapping("/live/banner")
    ResponseEntity<byte[]> banner(HttpServletRequest request) {
        return pages.show("shell/live", frames.of(request, null, "menu.label"), "");
    }

    /** What the pages before the door ask for: that the node answers, and whether it still writes. */
    @Open
    @GetMapping("/live/door")
    ResponseEntity<byte[]> door(HttpServletRequest request) {
        return pages.show("shell/door", frames.of(request, null, "menu.label").outside(), "");
    }
}
