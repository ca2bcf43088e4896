package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.feeds.Quarantine;
import org.relais.feeds.Quarantine.Held;
import org.relais.feeds.ReceivedMessage;
import org.relais.hl7.Encoding;
import org.relais.hl7.Message;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was kept and not understood, and each message as it came. The trace is on disk before anything is shown. */
@RestController
@Needs(Right.SEE_QUARANTINE)
public final class QuarantineController {
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Quarantine quarantine;

    public QuarantineController(Pages pages, Frames frames, NodeRooms rooms, Quarantine quarantine) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.quarantine = quarantine;
    }

    @GetMapping("/quarantine")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "0") long before, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.QUARANTINE);
        long from = before > 0 ? before : Long.MAX_VALUE;
        List<Held> found = rooms.models().query(() -> quarantine.list(from, SHOWN + 1));
        int total = rooms.models().query(quarantine::size);
        List<QuarantinePage.Row> rows = found.stream()
                .limit(SHOWN)
                .map(held -> QuarantinePage.row(f, held))
                .toList();
        rooms.trace().listed(account.who(), "quarantine", "", rows.size());
        String more = found.size() > SHOWN ? Long.toString(rows.getLast().position()) : "";
        return pages.show("node/quarantine", f, new QuarantinePage(rows, total, more));
    }

    @GetMapping("/quarantine/{position:[0-9]{1,18}}")
    ResponseEntity<byte[]> one(@PathVariable long position, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.QUARANTINE, "node.quarantine.title");
        Held held = rooms.models().query(() -> quarantine.get(position)).orElseThrow(QuarantineController::gone);
        rooms.trace().listed(account.who(), "message", Long.toString(position), 1);
        byte[] payload = rooms.journal().whole(rooms.journal().entry(position));
        byte[] raw = ReceivedMessage.decode(payload).map(ReceivedMessage::raw).orElseThrow(QuarantineController::gone);
        return pages.show("node/message", f, RawMessagePage.of(f, QuarantinePage.row(f, held), raw, encoding(raw)));
    }

    /** What is no HL7 at all is shown in the set in which every byte is a character. */
    private static Encoding encoding(byte[] raw) {
        return Message.read(raw)
                .map(Message::encoding)
                .orElseGet(
                        () -> new Encoding(new String(raw, Encoding.FALLBACK), Encoding.FALLBACK, Encoding.Doubt.NONE));
    }

    private static RuntimeException gone() {
        return Problem.of(Problem.Category.NOT_FOUND, "node.quarantine.gone").asException();
    }
}
