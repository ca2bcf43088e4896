package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Countersign;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.births.BirthRooms.Opened;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A birth written by mistake: one person says so, shown as provisional; a second confirms, or it stands. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_BIRTHS})
public final class AnnulController {
    private static final String ANNUL = BirthController.ONE + "/annul";
    /** Name of the act in the trace. */
    private static final String ACT = "birth-annul";

    private final Pages pages;
    private final Frames frames;
    private final BirthRooms rooms;
    private final Countersign countersign;

    AnnulController(Pages pages, Frames frames, BirthRooms rooms, Countersign countersign) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.countersign = countersign;
    }

    @PostMapping(ANNUL)
    ResponseEntity<byte[]> ask(@PathVariable String id, AnnulForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                "/births/" + id,
                told -> rooms.desk().askAnnul(account.who(), opened.birth(), text(form.reason()), told));
    }

    /** The birth stands after all. */
    @PostMapping(ANNUL + "/drop")
    ResponseEntity<byte[]> drop(@PathVariable String id, AnnulForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                "/births/" + id,
                told -> rooms.desk().dropAnnul(account.who(), opened.birth(), told));
    }

    /** The second person proves who she is; the register keeps the line and its number. */
    @PostMapping(ANNUL + "/confirm")
    ResponseEntity<byte[]> confirm(
            @PathVariable String id, AnnulForm form, Account account, HttpServletRequest request) {
        Opened opened = rooms.sent(account, id, form.patient());
        return done(
                new Act(opened, form, request),
                "/births",
                told -> countersign
                        .confirm(account, form.asSecond(request.getRemoteAddr()), Right.WRITE_BIRTHS, ACT)
                        .then(second -> rooms.desk().annul(account.who(), second.id(), opened.birth(), told)));
    }

    private record Act(Opened opened, AnnulForm form, HttpServletRequest request) {}

    private ResponseEntity<byte[]> done(Act act, String next, Function<Told, Outcome<Receipt>> command) {
        ToldFields told = ToldFields.of(act.form.toldForm());
        return switch (act.form.toldForm().told(rooms.now(), rooms.zone()).then(command)) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther(next);
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(act.request, Section.BIRTHS, "births.one");
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "births/birth",
                        f,
                        new BirthSheet(f, rooms).page(act.opened, f.texts().of(problem), told));
            }
        };
    }
}
