package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthFact.Mismatched;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Scans;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.PatientHead;
import org.relais.web.care.births.BirthRooms.Opened;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
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

/** One newborn: bands said to be worn, separations, reunions, a birth struck. A mismatch of bands shouts. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_BIRTHS})
public final class BirthController {
    static final String ONE = "/births/{id:[0-9a-f]{32}}";
    private static final String MISMATCH = "refused.birth.mismatch.";

    private final Pages pages;
    private final Frames frames;
    private final BirthRooms rooms;

    BirthController(Pages pages, Frames frames, BirthRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> show(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS, "births.one");
        Opened opened = rooms.opened(account, id);
        return pages.show("births/birth", f, new BirthSheet(f, rooms).page(opened, "", ToldFields.EMPTY));
    }

    @PostMapping(ONE + "/hand")
    ResponseEntity<byte[]> hand(@PathVariable String id, BandsForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                told -> rooms.desk().writtenByHand(account.who(), opened.birth(), form.scans(Step.SEPARATION), told));
    }

    @PostMapping(ONE + "/separation")
    ResponseEntity<byte[]> separate(
            @PathVariable String id, BandsForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                told -> form.destination()
                        .then(where -> rooms.desk()
                                .separate(
                                        account.who(),
                                        opened.birth(),
                                        form.scans(Step.SEPARATION),
                                        new BirthDesk.Leaving(where, text(form.ward()), text(form.with()), told))));
    }

    @PostMapping(ONE + "/reunion")
    ResponseEntity<byte[]> reunite(
            @PathVariable String id, BandsForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                told -> rooms.desk()
                        .reunite(
                                account.who(),
                                opened.birth(),
                                form.scans(Step.REUNION),
                                new BirthDesk.Return(text(form.ward()), text(form.with()), told)));
    }

    private record Act(Opened opened, BandsForm form, HttpServletRequest request) {}

    private ResponseEntity<byte[]> done(Act act, Function<Told, Outcome<Receipt>> command) {
        String id = act.opened.child().id().hex();
        Outcome<Receipt> outcome = rooms.care().isWardOrNone(text(act.form.ward()))
                ? act.form.told(rooms.now(), rooms.zone()).then(command)
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.newcomer.ward"));
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/births/" + id);
            case Outcome.Refused<Receipt>(Problem problem) ->
                problem.messageKey().startsWith(MISMATCH)
                        ? Pages.seeOther("/births/" + id + "/mismatch")
                        : again(act, problem);
        };
    }

    /** The last two bands that did not match: a page of its own, that nothing but reading again leads on from. */
    @GetMapping(ONE + "/mismatch")
    ResponseEntity<byte[]> mismatch(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS, "births.mismatch");
        Opened opened = rooms.opened(account, id);
        Mismatched last = rooms.lines(opened.whom()).stream()
                .flatMap(line -> line.said() instanceof Mismatched said ? Stream.of(said) : Stream.empty())
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "refused.birth.none")
                        .asException());
        Scans read = new Scans(last.step(), last.child(), last.matching(), last.mother());
        return pages.show(
                "births/mismatch",
                f,
                new MismatchPage(
                        PatientHead.of(f, opened.child(), rooms.care().names(f), false),
                        said(f, last.wrong().name(), read.read(last.wrong()))));
    }

    /** What was read, and whose it is when that is known. */
    private String said(Frame f, String wrong, String number) {
        String what = f.t(MISMATCH + wrong, BirthRooms.grouped(number));
        return rooms.whose(number)
                .map(one -> what + " "
                        + f.t(
                                "births.mismatch.whose",
                                PatientHead.of(f, one, rooms.care().names(f), false)
                                        .name()))
                .orElse(what);
    }

    private ResponseEntity<byte[]> again(Act act, Problem problem) {
        Frame f = frames.of(act.request, Section.BIRTHS, "births.one");
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "births/birth",
                f,
                new BirthSheet(f, rooms).page(act.opened, f.texts().of(problem), ToldFields.of(act.form.toldForm())));
    }
}
