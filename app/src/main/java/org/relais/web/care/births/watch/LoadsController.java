package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.watch.LoadTaken;
import org.relais.care.births.watch.MidwifeLoad;
import org.relais.care.births.watch.Watches;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.care.identity.ToldForm;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alerts about midwives who are named for too many traces: who took each, and whom she told. */
@RestController
@Needs({Right.OPEN_CHARTS, Right.WRITE_CHARTS})
public final class LoadsController {
    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;

    public LoadsController(Pages pages, Frames frames, WatchRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** What is typed of one; what was not sent is null. */
    record LoadForm(
            @Nullable String midwife,
            @Nullable String called,
            @Nullable String note,
            @Nullable String forWhom,
            @Nullable String via,
            @Nullable String time) {
        ToldForm told() {
            return new ToldForm(forWhom, via, time);
        }
    }

    @GetMapping("/maternity/loads")
    ResponseEntity<byte[]> page(Account account, HttpServletRequest request) {
        return shown(account, request, HttpStatus.OK, "");
    }

    @PostMapping("/maternity/loads")
    ResponseEntity<byte[]> take(LoadForm form, Account account, HttpServletRequest request) {
        Optional<MidwifeLoad> load = Watches.tooMuch(rooms.open(account)).stream()
                .filter(one -> one.midwife().equals(form.midwife))
                .findFirst();
        Outcome<Receipt> outcome = load.isEmpty()
                ? Outcome.refused(Problem.of(Problem.Category.CONFLICT, "refused.ctg.not-loaded"))
                : rooms.told(form.told()).then(told -> rooms.desk().take(account.who(), taken(load.get(), form, told)));
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield Pages.seeOther("/maternity/watch");
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                shown(
                        account,
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        frames.of(request, Section.MATERNITY, "loads.title")
                                .texts()
                                .of(problem));
        };
    }

    private static LoadTaken taken(MidwifeLoad load, LoadForm form, Told told) {
        return new LoadTaken(
                load.midwife(),
                load.traces(),
                load.pushing(),
                WatchRooms.text(form.called),
                WatchRooms.text(form.note),
                told);
    }

    private ResponseEntity<byte[]> shown(Account account, HttpServletRequest request, HttpStatus status, String why) {
        Frame f = frames.of(request, Section.MATERNITY, "loads.title");
        List<WatchPage.Load> loads = rooms.loads(f, rooms.open(account));
        return pages.show(status, "maternity/loads", f, new LoadsPage(loads, ToldFields.EMPTY, why));
    }
}
