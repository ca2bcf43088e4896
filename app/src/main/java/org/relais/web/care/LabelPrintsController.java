package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelEntry;
import org.relais.care.labels.LabelsSent;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.Bearer;
import org.relais.paper.DotFormat;
import org.relais.paper.LabelPrint;
import org.relais.paper.SheetFormat;
import org.relais.upkeep.printers.Printer;
import org.relais.upkeep.printers.PrinterPort;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A print that was noted: as sheets, as a file for a label printer, or sent to it. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.PRINT_LABELS})
public final class LabelPrintsController {
    private static final Duration FOLDED = Duration.ofSeconds(2);
    private static final String ONE = "/labels/{id:[0-9a-f]{32}}/{position:[0-9]{1,18}}";

    private final Pages pages;
    private final Frames frames;
    private final LabelRooms rooms;

    public LabelPrintsController(Pages pages, Frames frames, LabelRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> done(
            @PathVariable String id, @PathVariable long position, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        LabelRooms.Whom whom = rooms.whom(account, id, "labels");
        return pages.show(
                "care/labels-done", f, page(f, whom, rooms.print(whom, position), new Told("", used(request))));
    }

    /** How many labels of the first sheet are gone already. */
    private static int used(HttpServletRequest request) {
        String typed = request.getParameter("used");
        return typed != null && typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }

    /** What the page tells of a sending, and how many labels of the first sheet are gone. */
    private record Told(String problem, int used) {}

    @GetMapping(ONE + "/labels.pdf")
    ResponseEntity<byte[]> sheets(
            @PathVariable String id, @PathVariable long position, Account account, HttpServletRequest request) {
        Opened opened = open(id, position, account);
        SheetFormat format = opened.printer().sheet();
        if (format == null) {
            throw refused("refused.labels.no-sheets");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelPrint.Tray tray = new LabelPrint.Tray(
                format.checked().orThrow(),
                rooms.printers().calibration(opened.printer().id()),
                used(request));
        opened.print().sheets(tray, rooms.stamp(frames.language(request), opened.entry()), out);
        return file(MediaType.APPLICATION_PDF, "inline; filename=\"relais-labels.pdf\"", out.toByteArray());
    }

    @GetMapping(ONE + "/labels.zpl")
    ResponseEntity<byte[]> zpl(
            @PathVariable String id, @PathVariable long position, Account account, HttpServletRequest request) {
        byte[] zpl = zpl(open(id, position, account), frames.language(request));
        return file(MediaType.APPLICATION_OCTET_STREAM, "attachment; filename=\"relais-labels.zpl\"", zpl);
    }

    /** Sends it to its printer; when that does not answer, says so and offers sheets. */
    @PostMapping(ONE + "/send")
    ResponseEntity<byte[]> send(
            @PathVariable String id, @PathVariable long position, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        Opened opened = open(id, position, account);
        if (!opened.printer().networked()) {
            throw refused("refused.labels.no-network");
        }
        LabelRooms.Whom whom = opened.whom();
        Outcome<Integer> outcome = rooms.port().send(opened.printer(), zpl(opened, f.language()));
        Receipt noted = rooms.book().sent(account.who(), opened.entry(), result(outcome));
        rooms.care().models().await(noted.position(), FOLDED);
        return switch (outcome) {
            case Outcome.Done<Integer> _ -> {
                org.relais.web.shell.Told.next(
                        request, f.t("labels.sent", opened.printer().name()));
                yield Pages.seeOther("/labels/" + id + "/" + position);
            }
            case Outcome.Refused<Integer>(Problem problem) ->
                pages.show(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "care/labels-done",
                        f,
                        page(f, whom, opened.entry(), new Told(f.texts().of(problem), 0)));
        };
    }

    private static LabelsSent.Result result(Outcome<Integer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Integer> _ -> LabelsSent.Result.TAKEN;
            case Outcome.Refused<Integer>(Problem problem) ->
                switch (problem.messageKey()) {
                    case PrinterPort.SILENT -> LabelsSent.Result.SILENT;
                    case PrinterPort.UNSURE -> LabelsSent.Result.UNSURE;
                    default -> LabelsSent.Result.BROKEN;
                };
        };
    }

    /** A print, once the trace that it was printed is on disk. */
    private record Opened(LabelRooms.Whom whom, LabelEntry entry, Printer printer, LabelPrint print) {}

    private Opened open(String id, long position, Account account) {
        LabelRooms.Whom whom = rooms.whom(account, id, "labels");
        LabelEntry entry = rooms.stillOpen(rooms.print(whom, position));
        Printer printer = rooms.printers()
                .find(entry.said().printer())
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "printer.unknown")
                        .asException());
        Bearer bearer = LabelRooms.bearer(whom.patient());
        if (!bearer.number().equals(entry.said().number())) {
            throw refused("refused.labels.number-changed");
        }
        BirthMark birth = entry.said().birth();
        rooms.care()
                .trace()
                .printed(account.who(), "labels", "", List.of(whom.patient().id()));
        return new Opened(
                whom,
                entry,
                printer,
                new LabelPrint(
                        birth == null ? bearer : bearer.born(rooms.stands(whom, birth)),
                        entry.said().lines(),
                        !whom.alike().isEmpty()));
    }

    private byte[] zpl(Opened opened, Language language) {
        DotFormat dots = opened.printer().dots();
        if (dots == null) {
            throw refused("refused.labels.no-network");
        }
        return opened.print().zpl(dots, rooms.stamp(language, opened.entry()));
    }

    private static RuntimeException refused(String key) {
        return Problem.of(Problem.Category.CONFLICT, key).asException();
    }

    private static ResponseEntity<byte[]> file(MediaType type, String disposition, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", disposition)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private LabelsDonePage page(Frame f, LabelRooms.Whom whom, LabelEntry entry, Told told) {
        Printer printer = rooms.printers().find(entry.said().printer()).orElse(Printer.USUAL);
        boolean open =
                !rooms.care().clock().instant().isAfter(entry.recordedAt().plus(LabelRooms.OPEN));
        return new LabelsDonePage(
                PatientHead.of(
                        f, whom.patient(), rooms.care().names(f), !whom.alike().isEmpty()),
                entry.position(),
                entry.said().lines().stream()
                        .map(line -> LabelsPage.line(f, line))
                        .toList(),
                printer.name(),
                printer.sheet() != null ? "sheets" : printer.networked() ? "network" : "file",
                told.problem(),
                told.used(),
                open);
    }
}
