package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.match.NameFrequencies;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.PatientHead;
import org.relais.web.care.WardNames;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two identities compared: linked provisionally by one person, or merged by two. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_IDENTITY})
public final class LinkController {
    private static final String PAIR = "/identities/{id:[0-9a-f]{32}}/with/{with:[0-9a-f]{32}}";

    private static final int CANDIDATES = 20;

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public LinkController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** The two patients that an address names; neither is called like a field of the form. */
    record Both(String id, String with) {}

    @GetMapping(PAIR)
    ResponseEntity<byte[]> compare(Both both, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "link.title");
        return pages.show("identity/link", f, page(f, account, both, Said.NOTHING));
    }

    @PostMapping(PAIR)
    ResponseEntity<byte[]> link(Both both, IdentityForm form, Account account, HttpServletRequest request) {
        boolean two = "MERGED".equals(form.act());
        IdentityRooms.about(both.id, form.patient());
        IdentityRooms.about(both.with, form.other());
        Patient one = rooms.opened(account, both.id);
        Patient other = rooms.opened(account, both.with);
        Outcome<Receipt> outcome = one.id().equals(other.id())
                ? Outcome.refused(Problem.of(Problem.Category.CONFLICT, "refused.link.same"))
                : rooms.why(form.toldForm(), form.reason())
                        .then(why -> two
                                ? merged(form, both, account, new Proof(why, request))
                                : linked(both, account, why));
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/identities/" + both.id);
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(request, Section.IDENTITIES, "link.title");
                Said said = new Said(
                        f.texts().of(problem),
                        ToldForm.text(form.reason()),
                        ToldForm.text(form.second()),
                        NewcomerPage.ToldFields.of(form.toldForm()));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "identity/link", f, page(f, account, both, said));
            }
        };
    }

    private record Proof(Reasoned why, HttpServletRequest request) {}

    private Outcome<Receipt> linked(Both both, Account account, Reasoned why) {
        return rooms.desk()
                .link(
                        account.who(),
                        rooms.pair(
                                rooms.known(both.id).id(),
                                rooms.known(both.with).id()),
                        why);
    }

    private Outcome<Receipt> merged(IdentityForm form, Both both, Account account, Proof proof) {
        var pair = rooms.pair(rooms.known(both.id).id(), rooms.known(both.with).id());
        if (proof.why.reason().isBlank()) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.identity.reason", "200"));
        }
        return rooms.countersign()
                .confirm(
                        account,
                        form.asSecond(proof.request.getRemoteAddr()),
                        Right.WRITE_IDENTITY,
                        IdentityController.MERGE)
                .then(second -> rooms.desk().merge(account.who(), second.id(), pair, proof.why));
    }

    private record Said(String problem, String reason, String second, NewcomerPage.ToldFields told) {
        static final Said NOTHING = new Said("", "", "", NewcomerPage.ToldFields.EMPTY);
    }

    private LinkPage page(Frame f, Account account, Both both, Said said) {
        Patient one = rooms.opened(account, both.id);
        Patient other = rooms.opened(account, both.with);
        WardNames names = rooms.care().names(f);
        Waterfall waterfall = new Waterfall(
                rooms.care().models().query(rooms.patients()::count),
                new NameFrequencies(rooms.care().models(), rooms.patients()));
        List<Patient> all = new ArrayList<>(Resembling.of(rooms, one, CANDIDATES));
        if (all.stream().noneMatch(candidate -> candidate.id().equals(other.id()))) {
            all.add(other);
        }
        return new LinkPage(
                PatientHead.of(f, one, names, false),
                PatientHead.of(f, other, names, false),
                traits(f, one, other),
                waterfall.steps(f, one, other),
                waterfall.advice(f, one, all),
                said.problem,
                said.reason,
                said.second,
                said.told);
    }

    private static List<LinkPage.Trait> traits(Frame f, Patient one, Patient other) {
        PatientHead left = PatientHead.of(f, one, code -> code.value(), false);
        PatientHead right = PatientHead.of(f, other, code -> code.value(), false);
        return List.of(
                trait(f.t("patient.name"), left.name(), right.name()),
                trait(f.t("patient.used"), left.used(), right.used()),
                trait(f.t("patient.born"), left.birth(), right.birth()),
                trait(f.t("patient.sex"), left.sex(), right.sex()),
                trait(f.t("newcomer.birthplace"), one.birthplace(), other.birthplace()),
                trait(f.t("patient.number"), left.number(), right.number()),
                trait(f.t("patient.status"), String.join(", ", left.status()), String.join(", ", right.status())));
    }

    private static LinkPage.Trait trait(String label, String one, String other) {
        return new LinkPage.Trait(label, one, other, one.equalsIgnoreCase(other));
    }
}
