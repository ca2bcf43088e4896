package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.InsCard;
import org.relais.care.identity.rniv.InsMatrix;
import org.relais.care.wards.Hospital;
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
import org.springframework.web.bind.annotation.RestController;

/** Registers newcomers: the search first, traced; then the five traits, or a patient nobody knows in one act. */
@RestController
@Needs({Right.FIND_PATIENTS, Right.WRITE_IDENTITY})
public final class NewcomerController {
    private static final int SHOWN = 20;
    private static final int SHORTEST = 3;

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public NewcomerController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** How a form is shown: whether after a search, and what is said of it. */
    private record Shown(boolean asked, String scanned, String problem, String field) {
        static final Shown FIRST = new Shown(false, "", "", "");
    }

    /** What was sent together. */
    private record Sent(NewcomerForm form, ToldForm told) {}

    @GetMapping("/identities/new")
    ResponseEntity<byte[]> begin(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "newcomer.title");
        Sent nothing = new Sent(NewcomerForm.EMPTY, new ToldForm("", "", ""));
        return pages.show("identity/newcomer", f, page(f, account, nothing, Shown.FIRST));
    }

    @PostMapping("/identities/new")
    ResponseEntity<byte[]> search(NewcomerForm form, ToldForm told, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "newcomer.title");
        return answer(f, account, new Sent(form, told));
    }

    @PostMapping("/identities")
    ResponseEntity<byte[]> register(NewcomerForm form, ToldForm told, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "newcomer.title");
        Sent sent = new Sent(form, told);
        if (!ToldForm.text(form.scan()).isEmpty()) {
            return answer(f, account, sent);
        }
        Outcome<Drawn> outcome =
                typed(sent).then(typed -> rooms.desk().register(account.who(), typed.newcomer(), typed.told()));
        return told(f, account, sent, outcome);
    }

    @PostMapping("/identities/unknown")
    ResponseEntity<byte[]> unknown(NewcomerForm form, ToldForm told, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "newcomer.title");
        Sent sent = new Sent(form, told);
        Outcome<Drawn> outcome =
                typed(sent).then(typed -> rooms.desk().unknown(account.who(), typed.newcomer(), typed.told()));
        return told(f, account, sent, outcome);
    }

    private ResponseEntity<byte[]> told(Frame f, Account account, Sent sent, Outcome<Drawn> outcome) {
        return switch (outcome) {
            case Outcome.Done<Drawn>(Drawn made) ->
                Pages.seeOther("/identities/" + made.patient().hex());
            case Outcome.Refused<Drawn>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "identity/newcomer",
                        f,
                        page(f, account, sent, new Shown(true, "", f.texts().of(problem), IdentityField.of(problem))));
        };
    }

    private record Typed(Newcomer newcomer, Told told) {}

    private Outcome<Typed> typed(Sent sent) {
        Hospital hospital = rooms.care().models().query(rooms.care().wards()::hospital);
        String ward = ToldForm.text(sent.form.ward());
        if (!rooms.care().isWardOrNone(ward)) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.newcomer.ward"));
        }
        return rooms.told(sent.told)
                .then(told -> sent.form
                        .newcomer(rooms.today(), hospital.finess())
                        .then(newcomer -> Outcome.done(new Typed(newcomer, told))));
    }

    /** What a search or a scan is answered with; a scan fills the form and registers nobody. */
    private ResponseEntity<byte[]> answer(Frame f, Account account, Sent sent) {
        String scan = ToldForm.text(sent.form.scan());
        if (scan.isEmpty()) {
            return pages.show("identity/newcomer", f, page(f, account, sent, new Shown(true, "", "", "")));
        }
        if (InsMatrix.is(scan)) {
            return switch (InsMatrix.read(scan)) {
                case Outcome.Done<InsCard>(InsCard card) -> filled(f, account, sent, card);
                case Outcome.Refused<InsCard>(Problem problem) -> refused(f, account, sent, problem);
            };
        }
        return switch (DowntimeNumber.read(
                scan,
                rooms.care().models().query(rooms.care().wards()::hospital).finess())) {
            case Outcome.Done<DowntimeNumber>(DowntimeNumber number) -> {
                Sent numbered = new Sent(sent.form.numbered(number.text()), sent.told);
                yield pages.show(
                        "identity/newcomer",
                        f,
                        page(
                                f,
                                account,
                                numbered,
                                new Shown(true, f.t("newcomer.scanned-number", number.text()), "", "")));
            }
            case Outcome.Refused<DowntimeNumber>(Problem problem) -> refused(f, account, sent, problem);
        };
    }

    private ResponseEntity<byte[]> filled(Frame f, Account account, Sent sent, InsCard card) {
        String said = card.missing().isEmpty()
                ? f.t("newcomer.scanned")
                : f.t("newcomer.scanned-part", String.join(", ", card.missing()));
        Sent filled = new Sent(sent.form.filled(card), sent.told);
        return pages.show("identity/newcomer", f, page(f, account, filled, new Shown(true, said, "", "")));
    }

    private ResponseEntity<byte[]> refused(Frame f, Account account, Sent sent, Problem problem) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "identity/newcomer",
                f,
                page(f, account, sent, new Shown(true, "", f.texts().of(problem), "")));
    }

    private NewcomerPage page(Frame f, Account account, Sent sent, Shown shown) {
        LocalDate day = sent.form.day(rooms.today());
        return new NewcomerPage(
                NewcomerPage.Fields.of(sent.form),
                shown.asked,
                shown.asked ? rows(f, account, sent.form) : List.of(),
                rooms.wards(f, account, ToldForm.text(sent.form.ward())),
                day == null ? "" : NewcomerPage.spelled(f, day),
                shown.scanned,
                shown.problem,
                shown.field,
                NewcomerPage.ToldFields.of(sent.told));
    }

    /** Who is known already: by number when one was scanned, else by birth date and letters. */
    private List<NewcomerPage.Row> rows(Frame f, Account account, NewcomerForm form) {
        String question =
                ToldForm.text(form.ins()).isEmpty() || !form.question().isEmpty() ? form.question() : form.ins();
        String asked = ToldForm.text(question);
        if (asked.length() < SHORTEST) {
            return List.of();
        }
        List<Patient> found = rooms.care().models().query(() -> rooms.patients().find(asked, SHOWN)).stream()
                .map(Hit::patient)
                .toList();
        rooms.care().trace().searched(account.who(), asked, found.size());
        var names = rooms.care().names(f);
        return found.stream()
                .map(patient -> NewcomerPage.Row.of(f, patient, names))
                .toList();
    }
}
