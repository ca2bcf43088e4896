package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.Birth;
import org.relais.care.births.Coming;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Drawn;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.LabelRooms;
import org.relais.web.care.PatientHead;
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

/** Writes a birth: from the mother's chart or band, or from a child of the same delivery. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_BIRTHS})
public final class NewBirthController {
    private static final String MOTHER = "/births/for/{id:[0-9a-f]{32}}";
    private static final String NEXT = "/births/{id:[0-9a-f]{32}}/next";

    private final Pages pages;
    private final Frames frames;
    private final BirthRooms rooms;

    NewBirthController(Pages pages, Frames frames, BirthRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /**
     * Of which delivery a form is.
     *
     * @param mother null when nothing may link her to the child
     */
    private record Of(
            String about,
            String action,
            Patient shown,
            @Nullable Patient mother,
            List<Birth> before,
            Coming.Whose whose) {}

    @GetMapping(MOTHER)
    ResponseEntity<byte[]> first(@PathVariable String id, Account account, HttpServletRequest request) {
        return form(mother(account, id), request);
    }

    @GetMapping(NEXT)
    ResponseEntity<byte[]> next(@PathVariable String id, Account account, HttpServletRequest request) {
        return form(sibling(account, id), request);
    }

    @PostMapping(MOTHER)
    ResponseEntity<byte[]> first(@PathVariable String id, BirthForm form, Account account, HttpServletRequest request) {
        about(id, form);
        return write(mother(account, id), form, account, request);
    }

    @PostMapping(NEXT)
    ResponseEntity<byte[]> next(@PathVariable String id, BirthForm form, Account account, HttpServletRequest request) {
        about(id, form);
        return write(sibling(account, id), form, account, request);
    }

    private static void about(String id, BirthForm form) {
        if (!id.equals(form.patient())) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.birth.other-patient")
                    .asException();
        }
    }

    private Of mother(Account account, String id) {
        LabelRooms.Whom whom = rooms.labels().whom(account, id, "delivery");
        Patient mother = whom.patient();
        boolean secret = rooms.care()
                .models()
                .query(() -> rooms.care().wards().patients().withheld(mother.id()));
        String matching = secret ? "" : LabelRooms.bearer(mother).number();
        return new Of(
                id,
                "/births/for/" + id,
                mother,
                secret ? null : mother,
                List.of(),
                new Coming.Mother(mother.id(), matching));
    }

    private Of sibling(Account account, String id) {
        BirthRooms.Opened opened = rooms.opened(account, id);
        List<Birth> before = rooms.care()
                .models()
                .query(() -> rooms.book().delivery(opened.birth().delivery()));
        Patient mother = opened.mother();
        return new Of(
                id,
                "/births/" + id + "/next",
                mother == null ? opened.child() : mother,
                mother,
                before,
                new Coming.After(opened.birth()));
    }

    /** What is likely is filled in; sex, outcome and time are always asked. */
    private ResponseEntity<byte[]> form(Of of, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS, "births.new");
        int rank = of.before.stream().mapToInt(Birth::rank).max().orElse(0) + 1;
        int many = Math.max(rank, of.before.stream().mapToInt(Birth::of).max().orElse(1));
        Patient mother = of.mother;
        Patient like = mother == null && !of.before.isEmpty() ? of.shown : mother;
        BirthForm empty = new BirthForm(
                "",
                like == null ? "" : like.birthName().family(),
                "",
                "",
                "",
                Integer.toString(rank),
                Integer.toString(many),
                "",
                rooms.care().wardAt(of.shown.place()),
                "",
                "",
                "",
                "SELF");
        return pages.show("births/new", f, page(f, of, empty, ""));
    }

    private ResponseEntity<byte[]> write(Of of, BirthForm form, Account account, HttpServletRequest request) {
        Outcome<Drawn> outcome = rooms.care().isWardOrNone(text(form.ward()))
                ? form.told(rooms.now(), rooms.zone())
                        .then(told -> form.coming(of.whose, rooms.site())
                                .then(coming -> rooms.desk().born(account.who(), coming, told)))
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.newcomer.ward"));
        return switch (outcome) {
            case Outcome.Done<Drawn>(Drawn drawn) ->
                Pages.seeOther("/births/" + drawn.patient().hex());
            case Outcome.Refused<Drawn>(Problem problem) -> {
                Frame f = frames.of(request, Section.BIRTHS, "births.new");
                NewBirthPage page = page(f, of, form, f.texts().of(problem));
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "births/new",
                        f,
                        new NewBirthPage(
                                page.head(),
                                page.about(),
                                page.action(),
                                page.secret(),
                                page.before(),
                                page.fields(),
                                page.wards(),
                                page.told(),
                                page.problem(),
                                NewBirthPage.field(problem.messageKey())));
            }
        };
    }

    private NewBirthPage page(Frame f, Of of, BirthForm form, String problem) {
        return new NewBirthPage(
                PatientHead.of(f, of.shown, rooms.care().names(f), false),
                of.about,
                of.action,
                of.mother == null,
                of.before.stream()
                        .flatMap(birth -> rooms.patient(birth.child()).stream()
                                .map(child -> f.t("births.rank", birth.rank(), birth.of()) + " · "
                                        + PatientHead.of(f, child, code -> code.value(), false)
                                                .name()))
                        .toList(),
                NewBirthPage.Fields.of(form),
                rooms.wards(f, text(form.ward())),
                ToldFields.of(form.toldForm()),
                problem,
                "");
    }
}
