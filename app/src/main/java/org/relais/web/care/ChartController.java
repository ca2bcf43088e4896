package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.spring.Needs;
import org.relais.care.chart.Chart;
import org.relais.care.identity.desk.DepartureDesk;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.paper.PatientSummary;
import org.relais.paper.Stamp;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A patient's last-known chart, on screen and on paper. The trace is on disk before anything is shown. */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class ChartController {
    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Function<Language, Stamp> stamps;

    public ChartController(Pages pages, Frames frames, CareRooms rooms, Function<Language, Stamp> stamps) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.stamps = stamps;
    }

    /** The whole chart where it is open; identity and place, or the glass before the chart, for who sees no more. */
    @Needs(Right.SEE_IDENTITY)
    @GetMapping("/patients/{id:[0-9a-f]{32}}")
    ResponseEntity<byte[]> chart(@PathVariable String id, Account account, HttpServletRequest request) {
        return switch (rooms.guard().sight(account, new PatientId(id))) {
            case BEHIND_GLASS -> Pages.seeOther("/patients/" + id + "/glass");
            case IDENTITY -> Pages.seeOther("/patients/" + id + "/identity");
            case WHOLE, NOTHING -> whole(id, account, request);
        };
    }

    private ResponseEntity<byte[]> whole(String id, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PATIENTS, "chart.title");
        Chart chart = rooms.allowed(account, new PatientId(id));
        rooms.trace().opened(account.who(), chart.patient().id(), "chart");
        return pages.show(
                "care/chart",
                frame,
                rooms.sheet(frame, account, chart)
                        .page(
                                chart,
                                rooms.kin().of(frame, chart.patient(), rooms.names(frame)),
                                departure(frame, chart.patient().id())));
    }

    /** The last departure that was written here, and whether one may be. */
    private ChartPage.Departure departure(Frame frame, PatientId patient) {
        DepartureDesk desk = rooms.identities().departures();
        return new ChartPage.Departure(
                desk.last(patient)
                        .map(left -> Departed.of(frame, left, rooms.names(frame)))
                        .orElse(""),
                frame.may(Right.WRITE_IDENTITY) && desk.onlyHere(patient));
    }

    /** What must be seen before a summary is printed of somebody who could be taken for another. */
    @Needs({Right.OPEN_CHARTS, Right.PRINT_CHARTS})
    @GetMapping("/patients/{id:[0-9a-f]{32}}/print")
    ResponseEntity<byte[]> beforePrinting(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PATIENTS, "print.title");
        Chart chart = rooms.allowed(account, new PatientId(id));
        rooms.trace().opened(account.who(), chart.patient().id(), "print");
        ChartSheet sheet = rooms.sheet(frame, account, chart);
        return pages.show("care/print", frame, new PrintPage(ChartBanner.of(frame, chart, sheet), sheet.alike(chart)));
    }

    /** The summary; of somebody who could be taken for others only once all of them were shown. */
    @Needs({Right.OPEN_CHARTS, Right.PRINT_CHARTS})
    @GetMapping("/patients/{id:[0-9a-f]{32}}/summary.pdf")
    ResponseEntity<byte[]> summary(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int seen,
            Account account,
            HttpServletRequest request) {
        Language language = frames.language(request);
        Chart chart = rooms.allowed(account, new PatientId(id));
        if (chart.homonyms().size() > seen) {
            return Pages.seeOther("/patients/" + id + "/print");
        }
        Stamp stamp = stamps.apply(language);
        rooms.trace()
                .printed(
                        account.who(),
                        new Trace.Print("summary", "", stamp.job()),
                        List.of(chart.patient().id()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PatientSummary.print(chart, stamp, out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"relais-summary.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(out.toByteArray());
    }
}
