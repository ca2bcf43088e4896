package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
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
        return pages.show("identity/identity", f, page(f, patient, new Said("", "", NewcomerPage.ToldFields.EMPTY)));
    }

    @PostMapping(ONE + "/status")
    ResponseEntity<byte[]> status(
            @PathVariable String id, IdentityForm form, Account account, HttpServletRequest request) {
        Asking asking = new Asking(account, request);
        return done(
                new Act(id, form),
                asking,
                why -> form.chosenAct()
                        .map(act -> number(form, id)
                                .then(number ->
                                        rooms.desk().status(asking.account().who(), number, act, why)))
                        .orElseGet(() -> refused("refused.identity.act")));
    }

    @PostMapping(ONE + "/protection")
    ResponseEntity<byte[]> guard(
            @PathVariable String id, IdentityForm form, Account account, HttpServletRequest request) {
        Asking asking = new Asking(account, request);
        return done(
                new Act(id, form),
                asking,
                why -> form.chosenKind()
                        .map(kind -> rooms.desk()
                                .guard(
                                        asking.account().who(),
                                        new Guarded(
                                                Named.of(guardedRecord(id, kind)),
                                                kind,
                                                "yes".equals(form.on()),
                                                why.reason(),
                                                why.told())))
                        .orElseGet(() -> refused("refused.identity.act")));
    }

    @PostMapping(ONE + "/part")
    ResponseEntity<byte[]> part(
            @PathVariable String id, IdentityForm form, Account account, HttpServletRequest request) {
        Asking asking = new Asking(account, request);
        return done(
                new Act(id, form),
                asking,
                why -> own(id, form)
                        ? rooms.desk().part(asking.account().who(), form.pair(), why)
                        : refused("refused.identity.other-patient"));
    }

    /** A provisional link becomes a merge: the second person proves who she is. */
    @PostMapping(ONE + "/merge")
    ResponseEntity<byte[]> merge(
            @PathVariable String id, IdentityForm form, Account account, HttpServletRequest request) {
        Asking asking = new Asking(account, request);
        return done(
                new Act(id, form),
                asking,
                why -> own(id, form)
                        ? rooms.countersign()
                                .confirm(asking.account(), form.asSecond(asking.device()), Right.WRITE_IDENTITY, MERGE)
                                .then(second ->
                                        rooms.desk().merge(asking.account().who(), second.id(), form.pair(), why))
                        : refused("refused.identity.other-patient"));
    }

    /** Who asks, and through what. */
    private record Asking(Account account, HttpServletRequest request) {
        String device() {
            return request.getRemoteAddr();
        }
    }

    private record Act(String id, IdentityForm form) {}

    @FunctionalInterface
    private interface Command {
        Outcome<Receipt> run(Reasoned why);
    }

    private ResponseEntity<byte[]> done(Act act, Asking asking, Command command) {
        if (!act.form.about(act.id)) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.identity.other-patient")
                    .asException();
        }
        Instant now = rooms.care().clock().instant();
        ZoneId zone = rooms.care()
                .models()
                .query(() -> rooms.care().wards().hospital().zoneId());
        Outcome<Receipt> outcome = act.form
                .toldForm()
                .told(now, zone)
                .then(told -> command.run(new Reasoned(ToldForm.text(act.form.reason()), told)));
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/identities/" + act.id);
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(asking.request, Section.IDENTITIES, "identity.title");
                Patient patient = rooms.opened(asking.account, act.id);
                Said said = new Said(
                        f.texts().of(problem),
                        ToldForm.text(act.form.reason()),
                        NewcomerPage.ToldFields.of(act.form.toldForm()));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "identity/identity", f, page(f, patient, said));
            }
        };
    }

    private static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }

    /** Whether both records that a form names are this patient's. */
    private boolean own(String id, IdentityForm form) {
        Set<RecordKey> own = rooms.care().models().query(() -> rooms.patients().records(new PatientId(id)));
        return own.containsAll(List.of(form.pair().record(), form.pair().other()));
    }

    private Outcome<DowntimeNumber> number(IdentityForm form, String id) {
        return DowntimeNumber.read(ToldForm.text(form.number()))
                .then(number -> rooms.numbers(new PatientId(id)).contains(number)
                        ? Outcome.done(number)
                        : refused("refused.identity.other-patient"));
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

    private record Said(String problem, String reason, NewcomerPage.ToldFields told) {}

    private IdentityPage page(Frame f, Patient patient, Said said) {
        IdentityLines lines = new IdentityLines(f, rooms);
        PatientHead head = PatientHead.of(f, patient, rooms.care().names(f), false);
        Set<PatientId> ids = rooms.care().models().query(() -> rooms.patients().ids(patient.id()));
        Set<Protection> set = rooms.care().models().query(() -> rooms.book().protections(ids));
        return new IdentityPage(
                head,
                rooms.numbers(patient.id()).stream()
                        .map(number -> number(f, number))
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
                f.may(Right.OPEN_CHARTS),
                said.problem,
                said.reason,
                said.told);
    }

    private IdentityPage.Issued number(Frame f, DowntimeNumber number) {
        return switch (rooms.desk().standing(number)) {
            case Outcome.Done<IdentityFact.Person>(IdentityFact.Person person) -> {
                IdentityState state = IdentityState.read(person.codes());
                List<IdentityRooms.Choice> acts = Stream.of(IdentityState.Act.values())
                        .filter(act -> state.after(act) instanceof Outcome.Done)
                        .filter(act -> act != IdentityState.Act.IDENTIFY)
                        .map(act -> new IdentityRooms.Choice(act.name(), f.t("act." + act.name()), false))
                        .toList();
                yield new IdentityPage.Issued(number.digits(), number.text(), codes(f, state), acts);
            }
            case Outcome.Refused<IdentityFact.Person> _ ->
                new IdentityPage.Issued(number.digits(), number.text(), "", List.of());
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
