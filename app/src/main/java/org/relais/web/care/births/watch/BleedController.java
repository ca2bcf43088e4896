package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.watch.Bleed;
import org.relais.care.births.watch.BleedFact;
import org.relais.care.chart.Chart;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.paper.BleedSheet;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The haemorrhage sheet: started with one button, line after line, closed, and on paper. */
@RestController
@Needs({Right.OPEN_CHARTS, Right.WRITE_CHARTS})
public final class BleedController {
    private static final String ONE = "/patients/{id:[0-9a-f]{32}}/haemorrhage";

    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;

    public BleedController(Pages pages, Frames frames, WatchRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String corrects,
            Account account,
            HttpServletRequest request) {
        Chart chart = rooms.opened(account, id, "haemorrhage");
        Frame f = frame(request);
        return pages.show("maternity/haemorrhage", f, shown(f, account, chart, BleedForm.correcting(corrects)));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> start(@PathVariable String id, BleedForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                rooms.begins((about, told) -> rooms.desk().start(about, new BleedFact.Started(told))));
    }

    @PostMapping(ONE + "/act")
    ResponseEntity<byte[]> note(@PathVariable String id, BleedForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                (about, told) -> form.noted(told).then(noted -> rooms.desk().note(about, noted)));
    }

    @PostMapping(ONE + "/end")
    ResponseEntity<byte[]> end(@PathVariable String id, BleedForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                (about, told) -> rooms.desk().end(about, new BleedFact.Ended(WatchRooms.text(form.note()), told)));
    }

    /** The sheet on paper, as far as it was filled. */
    @Needs({Right.OPEN_CHARTS, Right.PRINT_CHARTS})
    @GetMapping(ONE + ".pdf")
    ResponseEntity<byte[]> print(@PathVariable String id, Account account, HttpServletRequest request) {
        Chart chart = rooms.care().allowed(account, new PatientId(id));
        Bleed bleed = last(chart)
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "refused.haemorrhage.none")
                        .asException());
        rooms.care()
                .trace()
                .printed(
                        account.who(),
                        "haemorrhage",
                        "",
                        List.of(chart.patient().id()));
        Frame f = frame(request);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BleedPage.Sheet sheet = BleedPage.sheet(f, bleed, rooms);
        List<BleedSheet.Line> lines = sheet.lines().stream()
                .map(line -> new BleedSheet.Line(
                        line.time() + " (" + line.after() + " min)",
                        (line.replaced() ? f.t("found.corrected") + " · " : "") + line.what(),
                        line.total(),
                        line.by()))
                .toList();
        BleedSheet.print(
                chart,
                new BleedSheet.Filled(sheet.zero(), sheet.total(), lines),
                rooms.stamps().apply(f.language()),
                out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"relais-haemorrhage.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(out.toByteArray());
    }

    private record By(Account account, HttpServletRequest request) {}

    private ResponseEntity<byte[]> write(String id, BleedForm form, By by, WatchRooms.Act act) {
        Chart chart = rooms.opened(by.account, id, "haemorrhage");
        return switch (rooms.act(by.account, chart, form, act)) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/patients/" + id + "/haemorrhage");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frame(by.request);
                BleedPage page =
                        shown(f, by.account, chart, form).refused(f.texts().of(problem));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "maternity/haemorrhage", f, page);
            }
        };
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.MATERNITY, "bleed.title");
    }

    private Optional<Bleed> last(Chart chart) {
        List<Bleed> all = Bleed.of(rooms.watches().lines(chart.patient().id()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private BleedPage shown(Frame f, Account account, Chart chart, BleedForm form) {
        BleedPage empty = BleedPage.of(f, rooms.banner(f, account, chart), form);
        BleedPage page = last(chart)
                .map(bleed -> empty.showing(BleedPage.sheet(f, bleed, rooms)))
                .orElse(empty);
        return rooms.child(chart.patient().id()) ? page.ofChild(f.t("refused.watch.child")) : page;
    }
}
