package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.feeds.Quarantine;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Refold;
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
import org.springframework.web.bind.annotation.PostMapping;
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
    private final Held held;

    /** What is in quarantine, and what reads it again. */
    public record Held(Quarantine quarantine, Refold refold) {}

    public QuarantineController(Pages pages, Frames frames, NodeRooms rooms, Held held) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.held = held;
    }

    @GetMapping("/quarantine")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "-1") long left,
            Account account,
            HttpServletRequest request) {
        Frame f = frames.of(request, Section.QUARANTINE);
        long from = before > 0 ? before : Long.MAX_VALUE;
        List<Quarantine.Held> found =
                rooms.models().query(() -> held.quarantine().list(from, SHOWN + 1));
        int total = rooms.models().query(held.quarantine()::size);
        List<QuarantinePage.Row> rows = found.stream()
                .limit(SHOWN)
                .map(one -> QuarantinePage.row(f, one))
                .toList();
        rooms.trace().listed(account.who(), "quarantine", "", rows.size());
        String more = found.size() > SHOWN ? Long.toString(rows.getLast().position()) : "";
        String saved = left < 0 ? "" : f.t("node.refold.done", left, total);
        return pages.show("node/quarantine", f, new QuarantinePage(rows, total, more, since(f), saved));
    }

    /** Reads every message that is left again. */
    @PostMapping("/quarantine/refold")
    ResponseEntity<byte[]> refold(Account account) {
        Refold.Report report = held.refold().run(account.who());
        return Pages.seeOther("/quarantine?left=" + report.left());
    }

    /** When it was last read, and what has left it since. */
    private String since(Frame f) {
        Optional<Instant> at = rooms.models().query(held.quarantine()::lastReadAt);
        return at.map(moment ->
                        f.t("node.quarantine.since", f.show().moment(moment).absolute()) + " "
                                + FeedsPage.refolded(f, held.refold().since()))
                .orElse("");
    }

    @GetMapping("/quarantine/{position:[0-9]{1,18}}")
    ResponseEntity<byte[]> one(@PathVariable long position, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.QUARANTINE, "node.quarantine.title");
        Quarantine.Held one =
                rooms.models().query(() -> held.quarantine().get(position)).orElseThrow(QuarantineController::gone);
        rooms.trace().listed(account.who(), "message", Long.toString(position), 1);
        byte[] payload = rooms.journal().whole(rooms.journal().entry(position));
        ReceivedMessage message = ReceivedMessage.decode(payload).orElseThrow(QuarantineController::gone);
        byte[] raw = message.raw();
        return pages.show("node/message", f, RawMessagePage.of(f, QuarantinePage.row(f, one), raw, encoding(message)));
    }

    /** What is no HL7 at all is shown in the set in which every byte is a character. */
    private static Encoding encoding(ReceivedMessage message) {
        byte[] raw = message.raw();
        return Message.read(raw, message.origin().charset())
                .map(Message::encoding)
                .orElseGet(
                        () -> new Encoding(new String(raw, Encoding.FALLBACK), Encoding.FALLBACK, Encoding.Doubt.NONE));
    }

    private static RuntimeException gone() {
        return Problem.of(Problem.Category.NOT_FOUND, "node.quarantine.gone").asException();
    }
}
