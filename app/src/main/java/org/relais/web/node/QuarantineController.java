package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.spring.Needs;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.feeds.Quarantine;
import org.relais.feeds.RawExport;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
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

/** Messages that were kept but not understood whole, why, and their raw text. The text is health data: traced. */
@RestController
@Needs(Right.SEE_QUARANTINE)
public final class QuarantineController {
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** What these pages ask. */
    public record Rooms(
            Quarantine quarantine, Interpreter interpreter, Journal journal, ReadModels models, Trace trace) {}

    public QuarantineController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/quarantine")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Account account,
            HttpServletRequest request) {
        Frame frame = frames.of(request, Section.QUARANTINE);
        List<Quarantine.Held> held =
                rooms.models().query(() -> rooms.quarantine().list(before, SHOWN));
        int total = rooms.models().query(rooms.quarantine()::size);
        rooms.trace().listed(account.who(), "quarantine", "", held.size());
        List<QuarantinePage.Row> rows =
                held.stream().map(one -> row(frame, one)).toList();
        long older = held.size() < SHOWN ? 0 : held.getLast().position();
        return pages.show("node/quarantine", frame, new QuarantinePage(rows, total, older));
    }

    @GetMapping("/quarantine/{position:\\d+}")
    ResponseEntity<byte[]> raw(@PathVariable long position, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.QUARANTINE);
        Entry entry = rooms.journal().entry(position);
        byte[] raw = RawExport.raw(rooms.journal(), entry)
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "journal.no-entry", Long.toString(position))
                        .asException());
        rooms.trace().listed(account.who(), "message", Long.toString(position), 1);
        Optional<Interpretation> said = rooms.interpreter().interpret(entry, Interpreter.Depth.WHOLE);
        RawPage page = new RawPage(
                position,
                frame.show().moment(entry.recordedAt()),
                said.map(Interpretation::label).orElse(""),
                said.map(Interpretation::source).orElse(""),
                said.map(one -> reasons(frame, one.reasons())).orElse(List.of()),
                RawText.segments(raw),
                raw.length,
                RawText.cut(raw));
        return pages.show("node/raw", frame, page);
    }

    private static QuarantinePage.Row row(Frame frame, Quarantine.Held held) {
        return new QuarantinePage.Row(
                held.position(),
                frame.show().moment(held.receivedAt()),
                held.feed().value(),
                held.label(),
                held.source(),
                reasons(frame, held.reasons()));
    }

    private static List<String> reasons(Frame frame, List<Interpretation.Reason> reasons) {
        return reasons.stream()
                .map(reason -> frame.t(reason.key(), reason.args().toArray()))
                .toList();
    }
}
