package org.relais.web.care.identity;

import static org.relais.web.care.identity.ToldForm.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.desk.DepartureDesk;
import org.relais.care.identity.desk.DepartureDesk.Leaving;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.web.care.CareRooms;
import org.relais.web.care.Departed;
import org.relais.web.care.Kinship;
import org.relais.web.care.PatientHead;
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

/** The departure of somebody whom only Relais registered: when, where to, her newborns with her or not; and its mistake. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_IDENTITY})
public final class DepartureController {
    private static final String ONE = "/identities/{id:[0-9a-f]{32}}/departure";

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public DepartureController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> form(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "departure.title");
        Patient patient = rooms.opened(account, id);
        return pages.show("identity/departure", f, page(f, patient, DepartureForm.EMPTY, Said.NOTHING));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> leave(
            @PathVariable String id, DepartureForm form, Account account, HttpServletRequest request) {
        IdentityRooms.about(id, form.patient());
        Outcome<Receipt> outcome =
                leaving(form).then(how -> whom(id, form).then(all -> desk().leave(account.who(), all, how)));
        return told(new Asked(id, form, account, request), outcome, false);
    }

    @PostMapping(ONE + "/annul")
    ResponseEntity<byte[]> annul(
            @PathVariable String id, DepartureForm form, Account account, HttpServletRequest request) {
        IdentityRooms.about(id, form.patient());
        Outcome<Receipt> outcome = rooms.why(form.toldForm(), form.reason())
                .then(why -> desk().annul(account.who(), new PatientId(id), text(form.departure()), why));
        return told(new Asked(id, form, account, request), outcome, true);
    }

    private DepartureDesk desk() {
        return rooms.desk().departures();
    }

    private Outcome<Leaving> leaving(DepartureForm form) {
        return form.whither()
                .map(where -> {
                    String ward = where == Whither.WARD ? text(form.ward()) : "";
                    return rooms.care().isWardOrNone(ward)
                            ? rooms.told(form.toldForm())
                                    .then(told -> Outcome.done(new Leaving(where, ward, text(form.place()), told)))
                            : IdentityRooms.<Leaving>refused("refused.newcomer.ward");
                })
                .orElseGet(() -> IdentityRooms.refused("refused.departure.where"));
    }

    /** The patient, and those of her newborns that were ticked: {@code refused.departure.along} for any other. */
    private Outcome<List<PatientId>> whom(String id, DepartureForm form) {
        List<PatientId> all = new ArrayList<>(List.of(new PatientId(id)));
        List<PatientId> offered = rooms.care().kin().newborns(rooms.known(id)).stream()
                .filter(this::offered)
                .map(one -> one.patient().id())
                .toList();
        all.addAll(form.newborns());
        return offered.containsAll(form.newborns())
                ? Outcome.done(all)
                : IdentityRooms.refused("refused.departure.along");
    }

    private boolean offered(Kinship.Newborn one) {
        return !one.apart() && desk().onlyHere(one.patient().id());
    }

    private record Asked(String id, DepartureForm form, Account account, HttpServletRequest request) {}

    private ResponseEntity<byte[]> told(Asked asked, Outcome<Receipt> outcome, boolean annul) {
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/identities/" + asked.id + "/departure");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(asked.request, Section.IDENTITIES, "departure.title");
                Patient patient = rooms.opened(asked.account, asked.id);
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "identity/departure",
                        f,
                        page(f, patient, asked.form, new Said(annul, f.texts().of(problem))));
            }
        };
    }

    private record Said(boolean annul, String problem) {
        static final Said NOTHING = new Said(false, "");
    }

    private DeparturePage page(Frame f, Patient patient, DepartureForm form, Said said) {
        Place place = patient.place();
        return new DeparturePage(
                rooms.head(f, patient),
                desk().onlyHere(patient.id()),
                place != null,
                desk().last(patient.id())
                        .map(left -> new DeparturePage.Last(
                                left.departure(),
                                Departed.of(f, left, rooms.care().names(f))))
                        .orElse(DeparturePage.Last.NONE),
                wheres(f, form),
                wards(f, rooms.care().wardAt(place), form),
                newborns(f, patient, form),
                f.may(Right.OPEN_CHARTS),
                new DeparturePage.Typed(
                        text(form.place()),
                        text(form.time()),
                        text(form.reason()),
                        NewcomerPage.ToldFields.of(form.toldForm()),
                        said.annul,
                        said.problem));
    }

    private static List<IdentityRooms.Choice> wheres(Frame f, DepartureForm form) {
        return Arrays.stream(Whither.values())
                .map(one -> new IdentityRooms.Choice(
                        one.name(), f.t("departure.where." + one), one.name().equals(text(form.where()))))
                .toList();
    }

    /** Every ward but the one she lies in. */
    private List<IdentityRooms.Choice> wards(Frame f, String here, DepartureForm form) {
        return rooms.care().models().query(rooms.care().wards()::wards).stream()
                .filter(ward -> !ward.code().value().equals(here))
                .map(ward -> new IdentityRooms.Choice(
                        ward.code().value(),
                        CareRooms.name(ward, f.language()),
                        ward.code().value().equals(text(form.ward()))))
                .toList();
    }

    private List<DeparturePage.Newborn> newborns(Frame f, Patient mother, DepartureForm form) {
        return rooms.care().kin().newborns(mother).stream()
                .map(one -> {
                    PatientHead head =
                            PatientHead.of(f, one.patient(), rooms.care().names(f), false);
                    return new DeparturePage.Newborn(
                            head.id(),
                            String.join(" · ", head.name(), head.number(), head.place()),
                            offered(one),
                            form.newborns().contains(one.patient().id()));
                })
                .toList();
    }
}
