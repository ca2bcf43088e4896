package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Stations;
import org.relais.access.Stations.Calibrated;
import org.relais.access.TraceLog;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.labels.LabelBook;
import org.relais.journal.Draft;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.paper.LabelCode;
import org.relais.paper.PageCode;
import org.relais.web.shell.Desks;
import org.relais.web.shell.FormKey;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.relais.web.shell.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** This station and its scanner: how it types, and what was scanned. */
@RestController
@Needs({})
public final class StationController {
    private static final int NODE_DIGITS = 8;
    /** What the packs of wards are called in traces. */
    private static final Set<String> PACKS = Set.of("pack", "standby-pack");

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Known known;

    /** What is known of stations, whose printed labels are, and what was printed. */
    public record Known(Stations stations, Desks desks, LabelBook labels, TraceLog traces) {}

    /**
     * What is told of a scan.
     *
     * @param go   page to open, or empty
     * @param find question to search patients with, or empty
     */
    record Answer(boolean understood, String said, String raw, String go, String find) {}

    public StationController(Pages pages, Frames frames, NodeRooms rooms, Known known) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.known = known;
    }

    @GetMapping("/station")
    ResponseEntity<byte[]> station(HttpServletRequest request) {
        Frame f = frames.of(request, Section.STATION);
        return pages.show("node/station", f, page(f, request));
    }

    /** What is typed on the page; {@code gs} is {@code sent}, {@code dropped} or {@code other}. */
    record Typed(String name, String layout, String gs, String other) {
        Calibrated by(String station) {
            String sign = other == null ? "" : other.strip();
            String hex = sign.codePointCount(0, sign.length()) == 1
                    ? String.format(Locale.ROOT, "%02x", sign.codePointAt(0))
                    : "";
            return new Calibrated(station, text(name), text(layout), text(gs).equals("other") ? hex : text(gs));
        }

        private static String text(String given) {
            return given == null ? "" : given;
        }
    }

    @PostMapping("/station")
    ResponseEntity<byte[]> calibrate(Typed typed, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.STATION);
        String id = known.desks().id(request).orElseGet(FormKey::fresh);
        Calibrated asked = typed.by(id);
        return switch (Stations.calibrate(account.who(), asked)) {
            case Outcome.Done<Draft>(Draft draft) -> {
                Receipt receipt = rooms.write(draft);
                Told.next(request, rooms.saved(f, receipt));
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, known.desks().cookie(id, request.isSecure()))
                        .header(HttpHeaders.LOCATION, "/station")
                        .cacheControl(CacheControl.noStore())
                        .body(new byte[0]);
            }
            case Outcome.Refused<Draft>(Problem problem) -> {
                String field = problem.messageKey().equals("access.station-name") ? "name" : "layout-us";
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/station",
                        f,
                        page(f, request)
                                .wrong(asked, new FormError(field, f.texts().of(problem))));
            }
        };
    }

    private StationPage page(Frame f, HttpServletRequest request) {
        return StationPage.of(
                f,
                known.desks().id(request).flatMap(known.stations()::find).orElse(null),
                known.stations().list());
    }

    /** Says what was scanned. {@code text} holds each reading: one where the station is calibrated, else one a layout. */
    @PostMapping("/scan")
    ResponseEntity<Answer> scan(
            @RequestParam(defaultValue = "") String raw, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, null, "menu.station");
        String[] texts = request.getParameterValues("text");
        Answer answer = Scanned.only(texts == null ? List.of() : List.of(texts))
                .map(scanned -> switch (scanned) {
                    case Scanned.Page(PageCode code) -> page(f, code, account, raw);
                    case Scanned.Label(LabelCode code) -> person(f, code.number(), account, raw);
                    case Scanned.Person(String value) -> person(f, value, account, raw);
                })
                .orElseGet(() -> new Answer(
                        false, f.t(f.desk().scanner().isEmpty() ? "scan.unclear" : "scan.unknown"), raw, "", ""));
        if (!answer.go().isEmpty()) {
            Told.next(request, f.t("scan.read", raw) + " " + answer.said());
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    /**
     * A page of one patient's labels or of her summary opens her, a page of a ward's pack the ward, for whoever may open them
     * by hand; of any other page it is said what it is.
     */
    private Answer page(Frame f, PageCode code, Account account, String raw) {
        String here = rooms.journal().node().hex().substring(0, NODE_DIGITS);
        String sheet = f.t("scan.sheet." + code.sheet().code());
        if (!code.node().equals(here)) {
            return new Answer(true, f.t("scan.page.other", sheet, code.job(), code.page(), code.node()), raw, "", "");
        }
        Optional<PatientId> bearer = bearer(code.job());
        if (bearer.isPresent() && f.may(Right.FIND_PATIENTS) && f.may(Right.OPEN_CHARTS)) {
            rooms.trace().searched(account.who(), code.job(), 1);
            String opens = "/patients/" + bearer.get().hex();
            return new Answer(true, f.t("scan.page.opens", sheet), raw, opens, "");
        }
        Optional<WardCode> ward = ward(code.job());
        if (ward.isPresent() && f.may(Right.SEE_IDENTITY)) {
            String opens = "/wards/" + f.path(ward.get().value());
            return new Answer(true, f.t("scan.page.opens", sheet), raw, opens, "");
        }
        return new Answer(true, f.t("scan.page", sheet, code.job(), code.page(), code.node()), raw, "", "");
    }

    /** Whose labels or summary a print is, when she is known still. */
    private Optional<PatientId> bearer(String job) {
        return known.labels()
                .bearer(job)
                .or(() -> known.traces()
                        .print(job)
                        .filter(print -> print.what().equals("summary"))
                        .flatMap(print -> print.patients().stream().findFirst())
                        .map(PatientId::new)
                        .filter(id -> rooms.models()
                                .query(() -> rooms.wards().patients().get(id))
                                .isPresent()));
    }

    /** Of which ward a print is the pack, when it is known still. */
    private Optional<WardCode> ward(String job) {
        return known.traces()
                .print(job)
                .filter(print -> PACKS.contains(print.what()))
                .map(print -> new WardCode(print.about()))
                .filter(code ->
                        rooms.models().query(() -> rooms.wards().ward(code)).isPresent());
    }

    private Answer person(Frame f, String value, Account account, String raw) {
        if (!f.may(Right.FIND_PATIENTS)) {
            return new Answer(false, f.t("scan.no-right"), raw, "", "");
        }
        List<Patient> found =
                rooms.models().query(() -> rooms.wards().patients().byIdentifier(value));
        rooms.trace().searched(account.who(), value, found.size());
        if (found.isEmpty()) {
            return new Answer(false, f.t("scan.nobody"), raw, "", "");
        }
        return found.size() == 1 && f.may(Right.OPEN_CHARTS)
                ? new Answer(
                        true,
                        f.t("scan.person"),
                        raw,
                        "/patients/" + found.getFirst().id().hex(),
                        "")
                : new Answer(true, f.t("scan.person"), raw, "", value);
    }
}
