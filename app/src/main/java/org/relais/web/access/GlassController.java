package org.relais.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Glass;
import org.relais.access.GlassReason;
import org.relais.access.Right;
import org.relais.access.Sight;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.web.care.CareRooms;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is shown of a patient whose chart is not open: identity and place, and the glass that may be broken. */
@RestController
@Needs(Right.SEE_IDENTITY)
public final class GlassController {
    private static final String ONE = "/patients/{id:[0-9a-f]{32}}";

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Glass glass;

    public GlassController(Pages pages, Frames frames, CareRooms rooms, Glass glass) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.glass = glass;
    }

    @GetMapping(ONE + "/identity")
    ResponseEntity<byte[]> identity(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PATIENTS, "access.identity.title");
        return pages.show("access/identity", f, traced(f, id, account));
    }

    @Needs(Right.OPEN_CHARTS)
    @GetMapping(ONE + "/glass")
    ResponseEntity<byte[]> closed(@PathVariable String id, Account account, HttpServletRequest request) {
        if (rooms.guard().sight(account, new PatientId(id)) == Sight.WHOLE) {
            return Pages.seeOther("/patients/" + id);
        }
        Frame f = frames.of(request, Section.PATIENTS, "access.glass.title");
        return pages.show("access/glass", f, GlassPage.of(f, traced(f, id, account), GlassForm.EMPTY, ""));
    }

    @Needs(Right.OPEN_CHARTS)
    @PostMapping(ONE + "/glass")
    ResponseEntity<byte[]> open(@PathVariable String id, GlassForm form, Account account, HttpServletRequest request) {
        Optional<GlassReason> picked = Arrays.stream(GlassReason.values())
                .filter(one -> one.name().equals(form.typedReason()))
                .findFirst();
        Outcome<Receipt> outcome = picked.map(one -> glass.open(account, new PatientId(id), one, form.typedText()))
                .orElseGet(() -> Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.glass-reason")));
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/patients/" + id);
            case Outcome.Refused<Receipt>(Problem problem)
            when problem.category() == Problem.Category.CONFLICT -> Pages.seeOther("/patients/" + id);
            case Outcome.Refused<Receipt>(Problem problem)
            when problem.category() == Problem.Category.INCORRECT -> {
                Frame f = frames.of(request, Section.PATIENTS, "access.glass.title");
                String said = f.texts().of(problem);
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "access/glass",
                        f,
                        GlassPage.of(f, traced(f, id, account), form, said));
            }
            case Outcome.Refused<Receipt>(Problem problem) -> throw problem.asException();
        };
    }

    /** The trace is on disk before the name is shown. */
    private IdentityPage traced(Frame f, String id, Account account) {
        Patient patient = rooms.models()
                .query(() -> rooms.wards().patients().get(new PatientId(id)))
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
        rooms.trace().opened(account.who(), patient.id(), "identity");
        return IdentityPage.of(f, patient, rooms.names(f));
    }
}
