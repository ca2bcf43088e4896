package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.paper.EnvelopeSheet;
import org.relais.paper.PackSource;
import org.relais.upkeep.Act;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.Envelope;
import org.relais.upkeep.PackLog;
import org.relais.upkeep.PackMade;
import org.relais.upkeep.StandbyPacks;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.relais.web.shell.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standby packs: what lies on the key, whether it opens, and the envelopes that open it. Shows nobody's data. */
@RestController
@Needs(Right.BACK_UP)
public final class StandbyController {
    private static final String PATH = "/packs/standby";

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Keeping keeping;

    /** @param names tells who somebody is */
    public record Keeping(StandbyPacks packs, PackSource source, Function<Who, String> names) {}

    public StandbyController(Pages pages, Frames frames, NodeRooms rooms, Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.keeping = keeping;
    }

    @Needs(Right.SEE_READINESS)
    @GetMapping(PATH)
    ResponseEntity<byte[]> standby(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        Frame f = frame(request);
        boolean known =
                List.of("settings", "opened", "made", "renewed", "prepared").contains(done);
        String saved = known
                ? f.t(
                        "node.standby.done." + done,
                        f.show().timeToTheSecond(f.show().now()))
                : "";
        return pages.show("node/standby", f, page(f).saved(saved));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> settle(
            StandbyForm form, @RequestParam String key, Account account, HttpServletRequest request) {
        Act act = new Act(account.who(), FormKey.of("standby", key));
        return switch (keeping.packs().settle(act, form.settings())) {
            case Outcome.Done<Receipt> _ -> done("settings");
            case Outcome.Refused<Receipt>(Problem problem) -> wrong(request, form, field(problem), problem);
        };
    }

    private static String field(Problem problem) {
        return problem.messageKey().substring(problem.messageKey().lastIndexOf('.') + 1);
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, StandbyForm form, String field, Problem problem) {
        Frame f = frame(request);
        StandbyPage page =
                page(f).wrong(f, form, List.of(new FormError(field, f.texts().of(problem))));
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "node/standby", f, page);
    }

    @PostMapping(PATH + "/prepare")
    ResponseEntity<byte[]> prepare() {
        return done(keeping.packs().prepare() ? "prepared" : "");
    }

    /** Makes every ward's pack, in the background: the page shows them as they come. */
    @PostMapping(PATH + "/make")
    ResponseEntity<byte[]> make() {
        Thread.ofVirtual().name("standby-now").start(keeping.packs()::makeAll);
        return done("made");
    }

    /** Anybody who keeps a place ready and can read a pack on its computer may say so: the code proves which. */
    @Needs({Right.SEE_READINESS, Right.KEEP_READY})
    @PostMapping(PATH + "/opened")
    ResponseEntity<byte[]> opened(OpenedForm form, Account account, HttpServletRequest request) {
        Act act = new Act(account.who(), FormKey.of("opened", StandbyForm.typed(form.key())));
        String code = StandbyForm.typed(form.code());
        return switch (keeping.packs().opened(act, code, StandbyForm.typed(form.where()))) {
            case Outcome.Done<PackMade> _ -> done("opened");
            case Outcome.Refused<PackMade>(Problem problem) ->
                wrong(
                        request,
                        StandbyForm.of(keeping.packs().log().settings()),
                        problem.messageKey().endsWith("where") ? "where" : "code",
                        problem);
        };
    }

    @PostMapping(PATH + "/renew")
    ResponseEntity<byte[]> renew(@RequestParam String ward, @RequestParam String key, Account account) {
        keeping.packs().renew(new Act(account.who(), FormKey.of("renew", key)), known(ward));
        return done("renewed");
    }

    /** The envelopes on paper, of one ward or of all. That they were printed is on disk before their first byte leaves. */
    @PostMapping(PATH + "/envelopes")
    ResponseEntity<byte[]> envelopes(@RequestParam String ward, Account account, HttpServletRequest request) {
        Frame f = frame(request);
        List<WardCode> wards =
                ward.equals(PacksController.EVERY) ? keeping.source().wards() : List.of(known(ward));
        List<Envelope> envelopes = wards.stream().map(keeping.packs()::envelope).toList();
        Map<String, String> names = rooms.wardNames(f);
        keeping.packs().printed(account.who(), envelopes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<EnvelopeSheet.Envelope> sheets = envelopes.stream()
                .map(one -> new EnvelopeSheet.Envelope(
                        names.getOrDefault(one.ward(), one.ward()), one.number(), one.passphrase(), one.madeAt()))
                .toList();
        EnvelopeSheet.print(sheets, keeping.source().stamp(f.language()), out);
        return Pdf.inline("relais-enveloppes", out.toByteArray());
    }

    private WardCode known(String ward) {
        return keeping.source().wards().stream()
                .filter(code -> code.value().equals(ward))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "node.packs.no-ward")
                        .asException());
    }

    private static ResponseEntity<byte[]> done(String what) {
        return Pages.seeOther(what.isEmpty() ? PATH : PATH + "?done=" + what);
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.STANDBY);
    }

    private StandbyPage page(Frame f) {
        Map<String, String> names = rooms.wardNames(f);
        List<Alarm> alarms = keeping.packs().alarms();
        return new StandbyPage(
                alarms.stream().map(alarm -> Alarms.line(f, alarm, names)).toList(),
                keeping.source().wards().stream()
                        .map(ward -> row(f, ward, names, alarms))
                        .toList(),
                StandbyForm.of(keeping.packs().log().settings()),
                f.may(Right.BACK_UP),
                List.of(),
                "",
                FormKey.fresh());
    }

    private StandbyPage.Row row(Frame f, WardCode ward, Map<String, String> names, List<Alarm> alarms) {
        PackLog log = keeping.packs().log();
        Optional<PackMade> last = log.last(ward);
        Optional<Envelope> envelope = log.envelope(ward);
        Optional<PackLog.Opening> opened = log.opened(ward);
        boolean late = alarms.stream().anyMatch(alarm -> alarm.about().equals(ward.value()));
        return new StandbyPage.Row(
                ward.value(),
                names.getOrDefault(ward.value(), ward.value()),
                last.isEmpty() ? State.UNKNOWN : late ? State.OVERDUE : State.DONE,
                last.map(one -> f.show().moment(one.asOf())).orElse(null),
                last.map(one -> f.show().moment(one.readAt())).orElse(null),
                last.map(one -> f.n(one.pages())).orElse(""),
                f.n(keeping.packs().kept(ward).size()),
                envelope.map(one -> f.n(one.number())).orElse(""),
                envelope.flatMap(log::printed).map(f.show()::moment).orElse(null),
                opened.map(one -> f.t(
                                "node.standby.opened-by",
                                keeping.names().apply(one.who()),
                                one.fact().where()))
                        .orElse(""),
                opened.map(one -> f.show().moment(one.fact().occurredAt())).orElse(null));
    }
}
