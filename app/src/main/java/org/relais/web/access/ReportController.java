package org.relais.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.Right;
import org.relais.access.TraceLog;
import org.relais.access.TraceLog.Filter;
import org.relais.access.TraceLog.Line;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.paper.AccessReport;
import org.relais.paper.Stamp;
import org.relais.web.care.CareRooms;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A patient's access report: for auditors, and for those who have her chart open and may see reports. */
@RestController
@Needs({})
public final class ReportController {
    private static final String ONE = "/patients/{id:[0-9a-f]{32}}";
    private static final int BATCH = 500;
    private static final int MOST = 10_000;

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Sources sources;

    /** Where reports come from. */
    public record Sources(TraceLog log, Accounts accounts, Function<Language, Stamp> stamps) {}

    public ReportController(Pages pages, Frames frames, CareRooms rooms, Sources sources) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.sources = sources;
    }

    @GetMapping(ONE + "/accesses")
    ResponseEntity<byte[]> report(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PATIENTS, "access.report.title");
        Patient patient = allowed(id, account);
        rooms.trace().opened(account.who(), patient.id(), "accesses");
        PatientHead head = PatientHead.of(f, patient, rooms.names(f), false);
        List<ReportPage.Row> rows = lines(patient.id()).stream()
                .map(line -> new ReportPage.Row(f.show().moment(line.at()), who(f, line), what(f, line)))
                .toList();
        return pages.show("access/report", f, new ReportPage(head.id(), head.name(), head.number(), rows, rows.size()));
    }

    @GetMapping(ONE + "/accesses.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PATIENTS, "access.report.title");
        Patient patient = allowed(id, account);
        rooms.trace().printed(account.who(), "accesses", "", List.of(patient.id()));
        List<AccessReport.Line> lines = lines(patient.id()).stream()
                .map(line -> new AccessReport.Line(f.show().dateTime(line.at()), who(f, line), what(f, line)))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AccessReport.print(patient, lines, sources.stamps().apply(f.language()), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"relais-accesses.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(out.toByteArray());
    }

    private Patient allowed(String id, Account account) {
        PatientId asked = new PatientId(id);
        if (!account.may(Right.SEE_TRACES)) {
            rooms.guard()
                    .require(account, Right.SEE_REPORTS)
                    .then(one -> rooms.guard().mayOpenChart(one, asked))
                    .orThrow();
        }
        return rooms.models()
                .query(() -> rooms.wards().patients().get(asked))
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
    }

    private List<Line> lines(PatientId patient) {
        Filter filter = new Filter.To(
                rooms.models().query(() -> rooms.wards().patients().ids(patient)));
        List<Line> lines = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (lines.size() < MOST) {
            List<Line> batch = sources.log().latest(filter, before, BATCH);
            lines.addAll(batch);
            if (batch.size() < BATCH) {
                break;
            }
            before = batch.getLast().position();
        }
        return lines;
    }

    private String who(Frame f, Line line) {
        return switch (line.who()) {
            case Who.Staff(StaffId id) ->
                sources.accounts()
                        .byId(id)
                        .map(account -> account.name() + ", " + roles(f, account))
                        .orElse(id.hex().substring(0, 8));
            case Who.Operator() -> f.t("node.who.operator");
            case Who.Machine() -> f.t("node.who.machine");
        };
    }

    private static String roles(Frame f, Account account) {
        return account.roles().stream()
                .sorted()
                .map(role -> f.t("access.role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    private static String what(Frame f, Line line) {
        String key = "node.traces.what." + line.access().what();
        String what = f.texts().has(key) ? f.t(key) : line.access().what();
        return f.t("access.act." + line.access().act().name()) + " : " + what;
    }
}
