package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Who;
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

/** One identity: what it is, and the acts on it that need one person, or the second one's proof. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_IDENTITY})
public final class IdentityController {
    static final String MERGE = "identity-merge";
    private static final String ONE = "/identities/{id:[0-9a-f]{32}}";
    private static final int ALIKE = 20;

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public IdentityController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> show(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES, "identity.title");
        Patient patient = rooms.opened(account, id);
        return pages.show("identity/identity", f, page(f, patient, Said.NOTHING));
    }

    /** On whom an address names which kind of act; none of them may be called like a field of the form. */
    record Address(String id, String doing) {}

    @PostMapping(ONE + "/{doing:status|protection|part|merge}")
    ResponseEntity<byte[]> act(Address to, IdentityForm form, Account account, HttpServletRequest request) {
        IdentityRooms.about(to.id, form.patient());
        Asking asking = new Asking(to.id, form, account, request);
        Outcome<Receipt> outcome = rooms.why(form.toldForm(), form.reason()).then(why -> switch (to.doing) {
            case "status" -> status(asking, why);
            case "protection" -> guard(asking, why);
            case "part" -> part(asking, why);
            default -> merge(asking, why);
        });
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/identities/" + to.id);
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(request, Section.IDENTITIES, "identity.title");
                Said said = new Said(
                        f.texts().of(problem),
                        to.doing,
                        ToldForm.text(form.act()),
                        ToldForm.text(form.reason()),
                        NewcomerPage.ToldFields.of(form.toldForm()));
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "identity/identity",
                        f,
                        page(f, rooms.opened(account, to.id), said));
            }
        };
    }

    /** Who asks for what about whom, and through what. */
    private record Asking(String id, IdentityForm form, Account account, HttpServletRequest request) {
        Who who() {
            return account.who();
        }
    }

    private Outcome<Receipt> status(Asking asking, Reasoned why) {
        return asking.form
                .chosenAct()
                .map(act -> number(asking)
                        .then(number -> rooms.desk()
                                .status(
                                        asking.who(),
                                        number,
                                        new IdentityDesk.Change(act, asking.form.checked()),
                                        why)))
                .orElseGet(() -> IdentityRooms.refused("refused.identity.act"));
    }

    private Outcome<Receipt> guard(Asking asking, Reasoned why) {
        return asking.form
                .chosenKind()
                .flatMap(kind -> asking.form
                        .chosenOn()
                        .map(on -> new Guarded(
                                Named.of(guardedRecord(asking.id, kind)), kind, on, why.reason(), why.told())))
                .map(guarded -> rooms.births().guard(asking.who(), guarded))
                .orElseGet(() -> IdentityRooms.refused("refused.identity.act"));
    }

    private Outcome<Receipt> part(Asking asking, Reasoned why) {
        return own(asking).then(pair -> rooms.desk().part(asking.who(), pair, why));
    }

    /** A provisional link becomes a merge: the second person proves who she is. */
    private Outcome<Receipt> merge(Asking asking, Reasoned why) {
        return own(asking)
                .then(pair -> rooms.countersign()
                        .confirm(
                                asking.account,
                                asking.form.asSecond(asking.request.getRemoteAddr()),
                                Right.WRITE_IDENTITY,
                                MERGE)
                        .then(second -> rooms.desk().merge(asking.who(), second.id(), pair, why)));
    }

    /** The two records that a form names, when both are this patient's. */
    private Outcome<IdentityDesk.Pair> own(Asking asking) {
        Set<RecordKey> own = rooms.care().models().query(() -> rooms.patients().records(new PatientId(asking.id)));
        IdentityDesk.Pair pair = asking.form.pair();
        return own.containsAll(List.of(pair.record(), pair.other()))
                ? Outcome.done(pair)
                : IdentityRooms.refused("refused.identity.other-patient");
    }

    private Outcome<DowntimeNumber> number(Asking asking) {
        return DowntimeNumber.read(ToldForm.text(asking.form.number()))
                .then(number -> rooms.numbers(new PatientId(asking.id)).contains(number)
                        ? Outcome.done(number)
                        : IdentityRooms.refused("refused.identity.other-patient"));
    }

    /** The record that carries a protection already, else the patient's first. */
    private RecordKey guardedRecord(String id, Protection kind) {
        Set<RecordKey> own = rooms.care().models().query(() -> rooms.patients().records(new PatientId(id)));
        return own.stream()
                .filter(key -> rooms.care()
                        .models()
                        .query(() ->
                                rooms.book().protections(List.of(rooms.desk().idOf(key))))
                        .contains(kind))
                .findFirst()
                .orElseGet(() -> own.stream()
                        .min(Comparator.comparing(RecordKey::toString))
                        .orElseThrow());
    }

    /** Why a page is shown again, and what was typed in which of its forms. */
    private record Said(String problem, String doing, String act, String reason, NewcomerPage.ToldFields told) {
        static final Said NOTHING = new Said("", "", "", "", NewcomerPage.ToldFields.EMPTY);
    }

    private IdentityPage page(Frame f, Patient patient, Said said) {
        IdentityLines lines = new IdentityLines(f, rooms);
        PatientHead head = rooms.head(f, patient);
        Set<PatientId> ids = rooms.care().models().query(() -> rooms.patients().ids(patient.id()));
        Set<Protection> set = rooms.care().models().query(() -> rooms.book().protections(ids));
        return new IdentityPage(
                head,
                rooms.numbers(patient.id()).stream()
                        .map(number -> number(f, number, said.act))
                        .toList(),
                patient.identifiers().stream()
                        .map(one -> PatientHead.labelled(f, one))
                        .toList(),
                patient.aliases().stream()
                        .map(one -> PatientHead.labelled(f, one))
                        .toList(),
                lines.ties(patient),
                alike(f, patient),
                Arrays.stream(Protection.values())
                        .map(kind -> new IdentityPage.Guarded(
                                kind.name(), f.t("protection." + kind.name()), set.contains(kind)))
                        .toList(),
                lines.history(patient),
                rooms.desk().departures().onlyHere(patient.id()),
                f.may(Right.OPEN_CHARTS),
                said.problem,
                said.doing,
                said.reason,
                said.told);
    }

    private IdentityPage.Issued number(Frame f, DowntimeNumber number, String chosen) {
        return switch (rooms.desk().standing(number)) {
            case Outcome.Done<IdentityFact.Person>(IdentityFact.Person person) -> {
                IdentityState state = IdentityState.read(person.codes());
                List<IdentityRooms.Choice> acts = Stream.of(IdentityState.Act.values())
                        .filter(act -> state.after(act) instanceof Outcome.Done)
                        .filter(act -> act != IdentityState.Act.IDENTIFY)
                        .map(act -> new IdentityRooms.Choice(
                                act.name(), f.t("act." + act.name()), act.name().equals(chosen)))
                        .toList();
                yield new IdentityPage.Issued(number.digits(), number.text(), codes(f, state), person.features(), acts);
            }
            case Outcome.Refused<IdentityFact.Person> _ ->
                new IdentityPage.Issued(number.digits(), number.text(), "", "", List.of());
        };
    }

    private static String codes(Frame f, IdentityState state) {
        return String.join(
                " · ",
                state.codes().stream().map(code -> f.t("identity." + code)).toList());
    }

    /** Who may be the same person, by the first letters of the name and the birth date; herself left out. */
    private List<IdentityPage.Alike> alike(Frame f, Patient patient) {
        return Resembling.of(rooms, patient, ALIKE).stream()
                .map(other -> {
                    PatientHead head = PatientHead.of(f, other, code -> code.value(), false);
                    return new IdentityPage.Alike(head.id(), head.name(), head.birth(), head.sex(), head.number());
                })
                .toList();
    }
}
