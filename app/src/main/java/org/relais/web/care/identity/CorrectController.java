package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.web.care.PatientHead;
import org.relais.web.care.PatientsPage;
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

/** The traits under a downtime number, said anew; a code-name gives way to a name. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_IDENTITY})
public final class CorrectController {
    private static final String ONE = "/identities/{id:[0-9a-f]{32}}/correct";

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public CorrectController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** The form, its head and why it is shown again. */
    public record Page(PatientHead head, String number, NewcomerPage form, String reason) {}

    @GetMapping(ONE)
    ResponseEntity<byte[]> form(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "correct.title");
        Patient patient = rooms.opened(account, id);
        Person said = rooms.desk().standing(number(id)).orThrow();
        NewcomerForm form = NewcomerForm.correcting(id, said);
        return pages.show(
                "identity/correct", f, page(f, patient, form, new Said("", "", NewcomerPage.ToldFields.EMPTY)));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> correct(
            @PathVariable String id, NewcomerForm form, Account account, HttpServletRequest request) {
        IdentityRooms.about(id, form.patient());
        ToldForm told = new ToldForm(
                request.getParameter("forWhom"), request.getParameter("via"), request.getParameter("time"));
        Outcome<Receipt> outcome = corrected(id, form, told, account);
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/identities/" + id);
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(request, Section.IDENTITIES, "correct.title");
                Patient patient = rooms.opened(account, id);
                Said said =
                        new Said(f.texts().of(problem), IdentityField.of(problem), NewcomerPage.ToldFields.of(told));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "identity/correct", f, page(f, patient, form, said));
            }
        };
    }

    private Outcome<Receipt> corrected(String id, NewcomerForm form, ToldForm told, Account account) {
        String site = rooms.care()
                .models()
                .query(() -> rooms.care().wards().hospital().finess());
        return rooms.why(told, form.reason())
                .then(why -> form.newcomer(rooms.today(), site)
                        .then(newcomer -> rooms.desk().correct(account.who(), number(id), newcomer, why)));
    }

    private DowntimeNumber number(String id) {
        List<DowntimeNumber> numbers = rooms.numbers(new PatientId(id));
        if (numbers.isEmpty()) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.correct.elsewhere")
                    .asException();
        }
        return numbers.getFirst();
    }

    private record Said(String problem, String field, NewcomerPage.ToldFields told) {}

    private Page page(Frame f, Patient patient, NewcomerForm form, Said said) {
        NewcomerPage fields = new NewcomerPage(
                NewcomerPage.Fields.of(form),
                PatientsPage.EMPTY,
                List.of(),
                NewcomerPage.spelled(f, form.days(rooms.today())),
                "",
                said.problem,
                said.field,
                false,
                said.told);
        return new Page(
                rooms.head(f, patient), number(patient.id().hex()).text(), fields, ToldForm.text(form.reason()));
    }
}
