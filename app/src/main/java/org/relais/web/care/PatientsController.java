package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Hit;
import org.relais.care.wards.Wards;
import org.relais.journal.ReadModels;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search among patients: by POST, so that no name stands in an address; traced before it is answered. */
@RestController
@Needs(Right.FIND_PATIENTS)
public final class PatientsController {
    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;

    public PatientsController(Pages pages, Frames frames, CareRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping({"/patients", "/live/patients"})
    ResponseEntity<byte[]> ask(Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PATIENTS);
        if (!frame.may(Right.SEE_IDENTITY)) {
            return pages.show("care/patients", frame, PatientsPage.EMPTY);
        }
        PatientsPage page = PatientsPage.waiting(Arrivals.of(frame, rooms));
        if (Boards.opened(request)) {
            rooms.trace().listed(account.who(), "arrivals", "", page.arrivals().size());
        }
        return pages.show("care/patients", frame, page);
    }

    @PostMapping("/patients")
    ResponseEntity<byte[]> search(
            @RequestParam(name = "q", defaultValue = "") String question,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial,
            Account account,
            HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PATIENTS);
        String template = partial ? "care/results" : "care/patients";
        return pages.show(template, frame, answer(frame, account, question.strip()));
    }

    private PatientsPage answer(Frame frame, Account account, String question) {
        if (question.isEmpty()) {
            return PatientsPage.EMPTY;
        }
        if (question.codePointCount(0, question.length()) < PatientsPage.SHORTEST) {
            return new PatientsPage(question, true, true, List.of(), false, List.of());
        }
        ReadModels models = rooms.models();
        Wards wards = rooms.wards();
        List<Hit> hits = models.query(() -> wards.patients().find(question, PatientsPage.SHOWN + 1));
        Trace trace = rooms.trace();
        trace.searched(account.who(), question, hits.size());
        return rooms.found(frame, question, hits);
    }
}
