package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.Csv;
import org.relais.access.GlassLog;
import org.relais.access.Right;
import org.relais.access.Trace.Act;
import org.relais.access.TraceLog;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.kernel.PatientId;
import org.relais.web.node.TraceSearch.Found;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trace of accesses, for auditors; its security events, which name no patient, for the security officer. */
@RestController
@Needs(Right.SEE_TRACES)
public final class TracesController {
    /** What the security officer sees of it. */
    static final Set<Act> SECURITY =
            EnumSet.of(Act.REFUSED, Act.LOGIN_FAILED, Act.LOGIN_BLOCKED, Act.UNBLOCKED, Act.COUNTERSIGNED);

    private static final int SHOWN = 100;
    private static final int LOOKED_AT = 20_000;
    private static final int EXPORTED = 100_000;

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Audit audit;

    /** What an auditor looks into. */
    public record Audit(TraceLog log, Accounts accounts, GlassLog glass) {}

    public TracesController(Pages pages, Frames frames, NodeRooms rooms, Audit audit) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.audit = audit;
    }

    @GetMapping("/traces")
    ResponseEntity<byte[]> traces(TraceForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.TRACES);
        return page(f, form, account, EnumSet.allOf(Act.class));
    }

    @Needs(Right.SEE_SECURITY)
    @GetMapping("/security")
    ResponseEntity<byte[]> security(TraceForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.SECURITY);
        TraceForm nobody = new TraceForm(form.act(), form.staff(), "", form.from(), form.to(), form.before());
        return page(f, nobody, account, SECURITY);
    }

    /** Finds the patient of a number, so that only her id stands in an address. */
    @PostMapping("/traces/patient")
    ResponseEntity<byte[]> patient(
            @RequestParam(defaultValue = "") String number, Account account, HttpServletRequest request) {
        List<Patient> found = number.isBlank()
                ? List.of()
                : rooms.models().query(() -> rooms.wards().patients().byIdentifier(number.strip()));
        rooms.trace().searched(account.who(), number.strip(), found.size());
        if (found.size() == 1) {
            return Pages.seeOther("/traces?patient=" + found.getFirst().id().hex());
        }
        Frame f = frames.of(request, Section.TRACES);
        String problem = f.t(found.isEmpty() ? "node.traces.no-patient" : "node.traces.two-patients");
        TraceForm empty = new TraceForm("", "", "", "", "", "");
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT, "node/traces", f, page(f, empty, new Found(List.of(), 0), problem));
    }

    /** Every access that was asked for, as a file. The export is traced before it leaves. */
    @PostMapping("/traces/export")
    ResponseEntity<byte[]> export(TraceForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.TRACES);
        TraceQuestion question = TraceQuestion.of(
                form, EnumSet.allOf(Act.class), rooms.structures().zone());
        Found found = search().find(question, EXPORTED, Integer.MAX_VALUE);
        rooms.trace().exported(account.who(), "traces", found.lines().size());
        TraceRows told = new TraceRows(f, audit.accounts(), rooms);
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("number", "at", "who", "account", "act", "what", "about", "patients", "ids", "count")
                .map(column -> f.t("node.traces.csv." + column))
                .toList());
        found.lines().forEach(line -> rows.add(told.cells(line)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"relais-traces.csv\"")
                .cacheControl(CacheControl.noStore())
                .body(Csv.file(rows));
    }

    private ResponseEntity<byte[]> page(Frame f, TraceForm form, Account account, Set<Act> among) {
        TraceQuestion question =
                TraceQuestion.of(form, among, rooms.structures().zone());
        Found found = search().find(question, SHOWN, LOOKED_AT);
        rooms.trace()
                .listed(
                        account.who(),
                        f.at(Section.TRACES) ? "traces" : "security",
                        "",
                        found.lines().size());
        String problem = question.wrong() ? f.t("node.traces.wrong-day") : "";
        HttpStatus status = question.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return pages.show(status, "node/traces", f, page(f, form, found, problem));
    }

    private TracesPage page(Frame f, TraceForm form, Found found, String problem) {
        boolean whole = f.at(Section.TRACES);
        Set<Act> among = whole ? EnumSet.allOf(Act.class) : SECURITY;
        TraceQuestion question =
                TraceQuestion.of(form, among, rooms.structures().zone());
        TraceRows told = new TraceRows(f, audit.accounts(), rooms);
        String path = whole ? "/traces" : "/security";
        return new TracesPage(
                path,
                found.lines().stream().map(line -> told.row(line, whole)).toList(),
                search().total(question),
                TracesPage.acts(f, among, form.typedAct()),
                TracesPage.staff(audit.accounts().list(), form.typedStaff()),
                form,
                question.patient().map(id -> told.patient(id.hex())).orElse(""),
                found.next() == 0 ? "" : path + "?" + address(f, form) + "&before=" + found.next(),
                audit.glass().waiting(),
                problem);
    }

    /** The form as an address: ids and dates, nobody's name. */
    private static String address(Frame f, TraceForm form) {
        return Stream.of(
                        "act=" + f.path(form.typedAct()),
                        "staff=" + f.path(form.typedStaff()),
                        "patient=" + f.path(form.typedPatient()),
                        "from=" + f.path(form.typedFrom()),
                        "to=" + f.path(form.typedTo()))
                .filter(part -> !part.endsWith("="))
                .collect(Collectors.joining("&"));
    }

    private TraceSearch search() {
        return new TraceSearch(
                audit.log(),
                (PatientId id) ->
                        rooms.models().query(() -> rooms.wards().patients().ids(id)));
    }
}
