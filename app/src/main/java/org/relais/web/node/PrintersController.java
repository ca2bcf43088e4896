package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.Calibration;
import org.relais.paper.CalibrationSheet;
import org.relais.paper.SheetFormat;
import org.relais.paper.Stamp;
import org.relais.upkeep.printers.Calibrated;
import org.relais.upkeep.printers.Printer;
import org.relais.upkeep.printers.Printers;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The printers of bands and labels: set up by administrators, measured by whoever prints. */
@RestController
@RequestMapping("/printers")
@Needs(Right.CALIBRATE_PRINTERS)
public final class PrintersController {
    private static final String ONE = "/{id:[a-z0-9-]{1,32}}";

    private final Pages pages;
    private final Frames frames;
    private final Answers answers;
    private final Shelf shelf;

    /** The printers, and what a print says about itself. */
    public record Shelf(Printers printers, Function<Language, Stamp> stamps) {}

    public PrintersController(Pages pages, Frames frames, NodeRooms rooms, Shelf shelf) {
        this.pages = pages;
        this.frames = frames;
        this.answers = new Answers(pages, frames, rooms, Section.PRINTERS, "node/printers");
        this.shelf = shelf;
    }

    /** The four figures, as typed. */
    record Figures(
            @Nullable String left,
            @Nullable String top,
            @Nullable String across,
            @Nullable String down) {
        Calibration read() {
            return new Calibration(
                    PrinterForm.number(left),
                    PrinterForm.number(top),
                    PrinterForm.number(across),
                    PrinterForm.number(down));
        }
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Frame f = frames.of(request, Section.PRINTERS);
        return pages.show("node/printers", f, PrintersPage.of(f, shelf.printers(), List.of()));
    }

    @GetMapping(ONE + "/calibration.pdf")
    ResponseEntity<byte[]> page(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean corrected,
            HttpServletRequest request) {
        SheetFormat sheet = find(id).sheet();
        if (sheet == null) {
            throw unknown();
        }
        Calibration calibration = corrected ? shelf.printers().calibration(id) : Calibration.NONE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalibrationSheet.print(sheet, calibration, shelf.stamps().apply(frames.language(request)), out);
        return Pdf.inline("relais-calibration", out.toByteArray());
    }

    @PostMapping(ONE + "/calibration")
    ResponseEntity<byte[]> calibrate(
            @PathVariable String id, Figures figures, Account account, HttpServletRequest request) {
        Outcome<Receipt> outcome = shelf.printers().calibrate(account.who(), new Calibrated(id, figures.read()));
        return answer(outcome, id, "left-" + id, request);
    }

    @Needs({Right.CALIBRATE_PRINTERS, Right.SET_PRINTERS})
    @PostMapping("/sheets")
    ResponseEntity<byte[]> sheets(PrinterForm form, Account account, HttpServletRequest request) {
        Printer printer = form.sheets(ids());
        return answer(shelf.printers().set(account.who(), printer), printer.id(), "sheets-name", request);
    }

    @Needs({Right.CALIBRATE_PRINTERS, Right.SET_PRINTERS})
    @PostMapping("/dots")
    ResponseEntity<byte[]> dots(PrinterForm form, Account account, HttpServletRequest request) {
        Printer printer = form.dots(ids());
        return answer(shelf.printers().set(account.who(), printer), printer.id(), "dots-name", request);
    }

    @Needs({Right.CALIBRATE_PRINTERS, Right.SET_PRINTERS})
    @PostMapping(ONE + "/remove")
    ResponseEntity<byte[]> remove(@PathVariable String id, Account account, HttpServletRequest request) {
        Printer one = find(id);
        Printer gone =
                new Printer(one.id(), one.name(), one.loaded(), one.sheet(), one.dots(), one.host(), one.port(), false);
        return answer(shelf.printers().set(account.who(), gone), "main", "", request);
    }

    private Printer find(String id) {
        return shelf.printers().find(id).orElseThrow(PrintersController::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.of(Problem.Category.NOT_FOUND, "printer.unknown").asException();
    }

    private Set<String> ids() {
        return shelf.printers().ids();
    }

    /** @param anchor where on the page the browser goes, {@code field} what a refusal is about */
    private ResponseEntity<byte[]> answer(
            Outcome<Receipt> outcome, String anchor, String field, HttpServletRequest request) {
        return answers.answer(
                outcome,
                new Answers.Place("/printers#" + anchor, field),
                request,
                (f, wrong) -> PrintersPage.of(f, shelf.printers(), List.of(wrong)));
    }
}
