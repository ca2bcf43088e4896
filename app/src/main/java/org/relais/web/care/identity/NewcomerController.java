package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Hit;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.InsCard;
import org.relais.care.identity.rniv.InsMatrix;
import org.relais.care.wards.Hospital;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.web.care.PatientsPage;
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
    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public NewcomerController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** How a form is shown: after which search, what is said of it, and whether somebody is to say that she is another. */
    private record Shown(PatientsPage known, String scanned, String problem, String field, boolean another) {
        static final Shown FIRST = new Shown(PatientsPage.EMPTY, "", "", "", false);

        static Shown of(PatientsPage known, String scanned) {
            return new Shown(known, scanned, "", "", false);
        }

        Shown refused(String why, String about) {
            return new Shown(known, scanned, why, about, false);
        }
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
        List<Hit> same = "yes".equals(form.another()) ? List.of() : whole(form.samePerson(rooms.today()));
        if (!same.isEmpty()) {
            PatientsPage known = told(f, account, form, same);
            Shown asked = new Shown(known, "", f.t("newcomer.same"), "another", true);
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "identity/newcomer", f, page(f, account, sent, asked));
        }
        Outcome<Drawn> outcome =
                typed(sent).then(typed -> rooms.desk().register(account.who(), typed.newcomer(), typed.told()));
        return told(f, account, sent, outcome);
    }

    /** Who fits whole. */
    private List<Hit> whole(List<String> questions) {
        return found(questions).stream().filter(Hit::exact).toList();
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
                refused(
                        f,
                        account,
                        sent,
                        Shown.of(known(f, account, sent.form), "")
                                .refused(f.texts().of(problem), IdentityField.of(problem)));
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
            return pages.show(
                    "identity/newcomer", f, page(f, account, sent, Shown.of(known(f, account, sent.form), "")));
        }
        if (InsMatrix.is(scan)) {
            return switch (InsMatrix.read(scan)) {
                case Outcome.Done<InsCard>(InsCard card) -> filled(f, account, sent, card);
                case Outcome.Refused<InsCard>(Problem problem) -> refused(f, account, sent, unread(f, problem));
            };
        }
        return switch (DowntimeNumber.read(
                scan,
                rooms.care().models().query(rooms.care().wards()::hospital).finess())) {
            case Outcome.Done<DowntimeNumber>(DowntimeNumber number) -> numbered(f, account, sent, number);
            case Outcome.Refused<DowntimeNumber>(Problem problem) -> refused(f, account, sent, unread(f, problem));
        };
    }

    /** A band or a pochette: it shows whose it is, or else becomes the newcomer's. */
    private ResponseEntity<byte[]> numbered(Frame f, Account account, Sent sent, DowntimeNumber number) {
        List<Hit> hers = whole(List.of(number.digits()));
        if (!hers.isEmpty()) {
            PatientsPage known = told(f, account, sent.form, hers);
            Sent emptied = new Sent(sent.form.numbered(""), sent.told);
            Shown shown = Shown.of(known, f.t("newcomer.scanned-known", number.text()));
            return pages.show("identity/newcomer", f, page(f, account, emptied, shown));
        }
        Sent numbered = new Sent(sent.form.numbered(number.text()), sent.told);
        Shown shown = Shown.of(known(f, account, sent.form), f.t("newcomer.scanned-number", number.text()));
        return pages.show("identity/newcomer", f, page(f, account, numbered, shown));
    }

    private static Shown unread(Frame f, Problem problem) {
        return Shown.FIRST.refused(f.texts().of(problem), "");
    }

    private ResponseEntity<byte[]> filled(Frame f, Account account, Sent sent, InsCard card) {
        String said = card.missing().isEmpty()
                ? f.t("newcomer.scanned")
                : f.t("newcomer.scanned-part", String.join(", ", card.missing()));
        Sent filled = new Sent(sent.form.filled(card), sent.told);
        return pages.show(
                "identity/newcomer", f, page(f, account, filled, Shown.of(known(f, account, filled.form), said)));
    }

    private ResponseEntity<byte[]> refused(Frame f, Account account, Sent sent, Shown shown) {
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "identity/newcomer", f, page(f, account, sent, shown));
    }

    private NewcomerPage page(Frame f, Account account, Sent sent, Shown shown) {
        return new NewcomerPage(
                NewcomerPage.Fields.of(sent.form),
                shown.known,
                rooms.wards(f, account, ToldForm.text(sent.form.ward())),
                NewcomerPage.spelled(f, sent.form.days(rooms.today())),
                shown.scanned,
                shown.problem,
                shown.field,
                shown.another,
                NewcomerPage.ToldFields.of(sent.told));
    }

    /** Who is known already: by a number that was scanned, and by birth date and letters. */
    private PatientsPage known(Frame f, Account account, NewcomerForm form) {
        List<String> questions = Stream.of(ToldForm.text(form.ins()), form.question())
                .filter(text -> text.length() >= PatientsPage.SHORTEST)
                .toList();
        return questions.isEmpty()
                ? new PatientsPage(form.question(), true, true, List.of(), false, List.of())
                : told(f, account, form, found(questions));
    }

    private PatientsPage told(Frame f, Account account, NewcomerForm form, List<Hit> hits) {
        rooms.care().trace().searched(account.who(), form.question(), hits.size());
        return rooms.care().found(f, form.question(), hits);
    }

    /** The answers to one question after another, each patient once. */
    private List<Hit> found(List<String> questions) {
        Map<PatientId, Hit> hits = new LinkedHashMap<>();
        for (String question : questions) {
            rooms.care()
                    .models()
                    .query(() -> rooms.patients().find(question, PatientsPage.SHOWN + 1))
                    .forEach(hit -> hits.putIfAbsent(hit.patient().id(), hit));
        }
        return List.copyOf(hits.values());
    }
}
