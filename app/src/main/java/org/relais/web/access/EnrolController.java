package org.relais.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.Login;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.access.spring.Open;
import org.relais.access.spring.Paths;
import org.relais.access.spring.Requests;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Question;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a badge gets its first PIN, where one's own is changed, and where a supervisor ends the waits of others. */
@RestController
@Needs({})
public final class EnrolController {
    private final Pages pages;
    private final Frames frames;
    private final Doors doors;

    /** What checks secrets, and what keeps them. */
    public record Doors(Login login, BadgeDesk desk, Badges badges) {}

    public EnrolController(Pages pages, Frames frames, Doors doors) {
        this.pages = pages;
        this.frames = frames;
        this.doors = doors;
    }

    /** What is typed to choose another PIN; absent fields are null. */
    record Change(
            @Nullable String secret,
            @Nullable String pin,
            @Nullable String again) {}

    @Open
    @GetMapping("/enrol")
    ResponseEntity<byte[]> enrol(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        Frame f = frames.of(request, null, "access.enrol.title");
        String problem = Requests.problem(request).map(f.texts()::of).orElse("");
        return pages.show("access/enrol", f.outside(), new Question(problem, Paths.local(next), "", false));
    }

    @GetMapping("/pin")
    ResponseEntity<byte[]> pin(Account account, HttpServletRequest request) {
        return page(request, account, "", "");
    }

    /** Chooses one's own PIN, once one's password, or the PIN it replaces, was given again. */
    @PostMapping("/pin")
    ResponseEntity<byte[]> pin(Change change, Account account, HttpServletRequest request) {
        String pin = change.pin() == null ? "" : change.pin();
        Outcome<?> outcome = pin.equals(change.again())
                ? doors.login()
                        .reconfirm(account, change.secret() == null ? "" : change.secret(), request.getRemoteAddr())
                        .then(sure -> doors.desk().setPin(sure, pin))
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.pin-differs"));
        Frame f = frames.of(request, Section.SETTINGS, "access.pin.title");
        return switch (outcome) {
            case Outcome.Done<?> _ ->
                page(
                        request,
                        account,
                        "",
                        f.t("form.saved", f.show().timeToTheSecond(f.show().now())));
            case Outcome.Refused<?>(Problem problem) ->
                page(request, account, f.texts().of(problem), "");
        };
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Account account, String problem, String saved) {
        Frame f = frames.of(request, Section.SETTINGS, "access.pin.title");
        PinPage page = new PinPage(doors.badges().of(account.id()).isPresent(), problem, saved);
        return pages.show(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, "access/pin", f, page);
    }

    @Needs(Right.UNBLOCK)
    @GetMapping("/waits")
    ResponseEntity<byte[]> waits(HttpServletRequest request) {
        Frame f = frames.of(request, Section.WAITS);
        List<WaitsPage.Row> rows = doors.login().waits().stream()
                .map(wait -> new WaitsPage.Row(
                        wait.account().map(one -> one.id().hex()).orElse(""),
                        wait.account().map(Account::name).orElse(""),
                        wait.device(),
                        Math.max(1, wait.left().toSeconds())))
                .toList();
        return pages.show("access/waits", f, new WaitsPage(rows));
    }

    /** Ends the wait of a person on every station, or that of a station for everybody. */
    @Needs(Right.UNBLOCK)
    @PostMapping("/waits")
    ResponseEntity<byte[]> unblock(
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String device,
            Account account) {
        if (staff.matches("[0-9a-f]{32}")) {
            doors.login().unblock(account.who(), new StaffId(staff)).orThrow();
        } else {
            doors.login().unblockDevice(account.who(), device);
        }
        return Pages.seeOther("/waits");
    }
}
