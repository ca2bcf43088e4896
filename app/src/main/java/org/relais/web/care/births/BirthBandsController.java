package org.relais.web.care.births;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelEntry;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.ReprintReason;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.paper.Bearer;
import org.relais.paper.LabelPrint;
import org.relais.paper.SheetFormat;
import org.relais.paper.Stamp;
import org.relais.upkeep.printers.Printer;
import org.relais.web.care.LabelRooms;
import org.relais.web.care.births.BirthRooms.Opened;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
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

/** The bands of a newborn and of its mother, noted and printed at once under one number. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_BIRTHS, Right.PRINT_LABELS})
public final class BirthBandsController {
    private static final int NEWBORN_BANDS = 2;
    private static final Duration FOLDED = Duration.ofSeconds(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;
    private final Frames frames;
    private final BirthRooms rooms;

    BirthBandsController(Pages pages, Frames frames, BirthRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** Notes both prints; the mother's band is printed with her first child's, and again only when his are. */
    @PostMapping(BirthController.ONE + "/bands")
    ResponseEntity<byte[]> print(@PathVariable String id, BandsForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return switch (noted(account, opened, form)) {
            case Outcome.Done<LabelBook.Noted>(LabelBook.Noted last) -> {
                rooms.care().models().await(last.receipt().position(), FOLDED);
                yield Pages.seeOther("/births/" + id);
            }
            case Outcome.Refused<LabelBook.Noted>(Problem problem) -> again(opened, problem, request);
        };
    }

    /** The page with what was wrong, and with whoever became alike since it was opened. */
    private ResponseEntity<byte[]> again(Opened opened, Problem problem, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS, "births.one");
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "births/birth",
                f,
                new BirthSheet(f, rooms).page(opened, f.texts().of(problem), ToldFields.EMPTY));
    }

    private Outcome<LabelBook.Noted> noted(Account account, Opened opened, BandsForm form) {
        if (!rooms.alike(opened).isEmpty() && !"yes".equals(form.checked())) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.labels.checked"));
        }
        Patient mother = rooms.printsMother(opened) ? opened.mother() : null;
        ReprintReason reason = form.reprint();
        String job = Stamp.newJob(RANDOM);
        Bands newborn = new Bands(LabelKind.NEWBORN_BAND, NEWBORN_BANDS, opened.child());
        BirthMark mark = rooms.care().kin().mark(opened.whom().ids()).orElseThrow();
        Outcome<LabelBook.Noted> first =
                rooms.labels().book().print(account.who(), opened.whom().ids(), order(newborn, reason, job, mark));
        return mother == null
                ? first
                : first.then(_ -> rooms.labels()
                        .book()
                        .print(
                                account.who(),
                                rooms.labels().ids(mother.id()),
                                order(new Bands(LabelKind.MOTHER_BAND, 1, mother), reason, job, null)));
    }

    private record Bands(LabelKind kind, int count, Patient bearer) {}

    private LabelBook.Order order(Bands bands, @Nullable ReprintReason reason, String job, @Nullable BirthMark mark) {
        return new LabelBook.Order(
                Map.of(bands.kind, bands.count),
                LabelRooms.bearer(bands.bearer).number(),
                reason,
                printer().id(),
                job,
                mark);
    }

    /** The first that prints bands on sheets. */
    private Printer printer() {
        return rooms.labels().printers().list().stream()
                .filter(one -> one.sheet() != null && one.loaded().prints(LabelKind.NEWBORN_BAND))
                .findFirst()
                .orElse(Printer.USUAL);
    }

    /** The bands that were noted together, as one document. */
    @GetMapping(BirthController.ONE + "/bands/{position:[0-9]{1,18}}/bands.pdf")
    ResponseEntity<byte[]> sheets(
            @PathVariable String id, @PathVariable long position, Account account, HttpServletRequest request) {
        Opened opened = rooms.opened(account, id);
        LabelEntry newborn = rooms.labels().stillOpen(rooms.labels().print(opened.whom(), position));
        BirthMark mark = newborn.said().birth();
        if (mark == null || (opened.mother() == null && mark.leadsToMother())) {
            throw refused(Problem.Category.NOT_FOUND, "refused.labels.no-print");
        }
        List<PatientId> traced = new ArrayList<>(List.of(opened.child().id()));
        List<LabelPrint> prints = new ArrayList<>();
        prints.add(new LabelPrint(
                bearer(opened.child(), newborn).born(rooms.labels().stands(opened.whom(), mark)),
                newborn.said().lines(),
                !opened.whom().alike().isEmpty()));
        Patient mother = opened.mother();
        if (mother != null) {
            together(mother, newborn).ifPresent(hers -> {
                traced.add(mother.id());
                prints.add(new LabelPrint(
                        bearer(mother, hers),
                        hers.said().lines(),
                        !rooms.labels().alike(mother.id()).isEmpty()));
            });
        }
        rooms.care().trace().printed(account.who(), "bands", "", traced);
        return pdf(prints, newborn, frames.language(request));
    }

    /** The mother's band that was noted with the newborn's. */
    private Optional<LabelEntry> together(Patient mother, LabelEntry newborn) {
        return rooms.labels().book().entries(rooms.labels().ids(mother.id())).stream()
                .filter(entry -> entry.said().job().equals(newborn.said().job()))
                .findFirst();
    }

    private static Bearer bearer(Patient patient, LabelEntry entry) {
        Bearer bearer = LabelRooms.bearer(patient);
        if (!bearer.number().equals(entry.said().number())) {
            throw refused(Problem.Category.CONFLICT, "refused.labels.number-changed");
        }
        return bearer;
    }

    private ResponseEntity<byte[]> pdf(List<LabelPrint> prints, LabelEntry newborn, Language language) {
        Printer printer =
                rooms.labels().printers().find(newborn.said().printer()).orElse(Printer.USUAL);
        SheetFormat format = printer.sheet() == null ? SheetFormat.OF_24 : printer.sheet();
        LabelPrint.Tray tray =
                new LabelPrint.Tray(format, rooms.labels().printers().calibration(printer.id()), 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelPrint.together(prints, tray, rooms.labels().stamp(language, newborn), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"relais-bands.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(out.toByteArray());
    }

    private static RuntimeException refused(Problem.Category category, String key) {
        return Problem.of(category, key).asException();
    }
}
