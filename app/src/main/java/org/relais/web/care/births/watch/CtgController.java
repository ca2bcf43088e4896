package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.CtgWatch;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.Signed;
import org.relais.care.chart.Chart;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
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

/** Puts a woman under watch, signs each review of her trace, and ends the watch. */
@RestController
@Needs({Right.OPEN_CHARTS, Right.WRITE_CHARTS})
public final class CtgController {
    private static final String ONE = "/patients/{id:[0-9a-f]{32}}/ctg";

    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;

    public CtgController(Pages pages, Frames frames, WatchRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> page(@PathVariable String id, Account account, HttpServletRequest request) {
        Chart chart = rooms.opened(account, id, "ctg");
        Frame f = frame(request);
        return pages.show("maternity/ctg", f, shown(f, account, chart, CtgForm.EMPTY));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> place(@PathVariable String id, CtgForm form, Account account, HttpServletRequest request) {
        Intervals site = rooms.watches().intervals();
        return write(
                id,
                form,
                new By(account, request),
                rooms.begins((about, told) ->
                        form.placed(told, site).then(placed -> rooms.desk().place(about, placed, site))));
    }

    @PostMapping(ONE + "/review")
    ResponseEntity<byte[]> review(@PathVariable String id, CtgForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                (about, told) -> form.reviewed(told)
                        .then((CtgFact.Reviewed reviewed) -> rooms.desk().review(about, reviewed)));
    }

    /** The alert about a review that is due was taken. */
    @PostMapping(ONE + "/alert")
    ResponseEntity<byte[]> take(@PathVariable String id, CtgForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                (about, told) -> form.taken(told)
                        .then((CtgFact.Taken taken) -> rooms.desk().take(about, taken)));
    }

    @PostMapping(ONE + "/stop")
    ResponseEntity<byte[]> stop(@PathVariable String id, CtgForm form, Account account, HttpServletRequest request) {
        return write(
                id,
                form,
                new By(account, request),
                (about, told) -> form.stopped(told)
                        .then((CtgFact.Stopped stopped) -> rooms.desk().stop(about, stopped)));
    }

    private record By(Account account, HttpServletRequest request) {}

    private ResponseEntity<byte[]> write(String id, CtgForm form, By by, WatchRooms.Act act) {
        Chart chart = rooms.opened(by.account, id, "ctg");
        return switch (rooms.act(by.account, chart, form, act)) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/patients/" + id + "/ctg");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frame(by.request);
                CtgPage page =
                        shown(f, by.account, chart, form).refused(f.texts().of(problem));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "maternity/ctg", f, page);
            }
        };
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.MATERNITY, "watch.ctg.title");
    }

    private CtgPage shown(Frame f, Account account, Chart chart, CtgForm form) {
        List<CtgWatch> all = CtgWatch.of(rooms.watches().lines(chart.patient().id()));
        CtgWatch open = all.stream().filter(CtgWatch::open).findFirst().orElse(null);
        List<CtgPage.Line> lines = all.stream()
                .flatMap(watch -> watch.lines().stream())
                .sorted(Comparator.comparing(Signed::at)
                        .thenComparingLong(Signed::position)
                        .reversed())
                .map(line -> CtgPage.line(f, line, rooms))
                .toList();
        CtgPage.Around around = new CtgPage.Around(
                rooms.banner(f, account, chart), lines, rooms.watches().intervals());
        CtgPage page = CtgPage.of(f, open, form, around);
        return rooms.child(chart.patient().id()) ? page.ofChild(f.t("refused.watch.child")) : page;
    }
}
