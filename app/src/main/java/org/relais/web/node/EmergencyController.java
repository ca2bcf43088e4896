package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.spring.Needs;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading while the node cannot write: each person opens it herself, with a reason, for four hours. */
@RestController
@Needs(Right.SEE_IDENTITY)
public final class EmergencyController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;

    public EmergencyController(Pages pages, Frames frames, NodeRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/emergency")
    ResponseEntity<byte[]> emergency(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.EMERGENCY);
        return pages.show("node/emergency", f, page(account, "", ""));
    }

    @PostMapping("/emergency")
    ResponseEntity<byte[]> begin(@RequestParam String reason, Account account, HttpServletRequest request) {
        return switch (rooms.trace().readOn(account, reason, rooms.clock().instant())) {
            case Outcome.Done<Instant> _ -> Pages.seeOther("/emergency");
            case Outcome.Refused<Instant>(Problem problem) -> {
                Frame f = frames.of(request, Section.EMERGENCY);
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/emergency",
                        f,
                        page(account, reason, f.texts().of(problem)));
            }
        };
    }

    private EmergencyPage page(Account account, String reason, String problem) {
        return new EmergencyPage(
                rooms.journal().writing(),
                rooms.journal().aside().admits(account.who()),
                Trace.READ_ON.toHours(),
                reason,
                problem);
    }
}
