package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.upkeep.Act;
import org.relais.upkeep.BackupMade;
import org.relais.upkeep.Backups;
import org.relais.upkeep.DrillDone;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backups by the clock, and the drill that proves that one can be restored. */
@RestController
@Needs(Right.BACK_UP)
public final class BackupPlanController {
    private static final String PATH = "/backup/plan";
    private static final String VIEW = "node/backup-plan";

    private final Pages pages;
    private final Frames frames;
    private final Backups backups;

    public BackupPlanController(Pages pages, Frames frames, Backups backups) {
        this.pages = pages;
        this.frames = frames;
        this.backups = backups;
    }

    @GetMapping({PATH, "/live" + PATH})
    ResponseEntity<byte[]> plan(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        Frame f = frame(request);
        boolean known = List.of("settings", "make", "drill").contains(done);
        String saved = known
                ? f.t(
                        "node.plan.done." + done,
                        f.show().timeToTheSecond(f.show().now()))
                : "";
        return pages.show(VIEW, f, page(f).saved(saved));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> settle(BackupForm form, Account account, HttpServletRequest request) {
        Act act = new Act(account.who(), FormKey.of("backup-plan", StandbyForm.typed(form.key())));
        return switch (backups.settle(act, form.settings())) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther(PATH + "?done=settings");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frame(request);
                FormError wrong = new FormError(field(problem), f.texts().of(problem));
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, VIEW, f, page(f).wrong(form, List.of(wrong)));
            }
        };
    }

    private static String field(Problem problem) {
        return switch (problem.messageKey()) {
            case "upkeep.settings.hours" -> "every";
            case "upkeep.settings.stale-hours" -> "stale";
            case "upkeep.settings.drill" -> "drill";
            case "upkeep.settings.keep" -> "keep";
            default -> "folder";
        };
    }

    /** In the background: the page tells when it is done. */
    @PostMapping(PATH + "/make")
    ResponseEntity<byte[]> make() {
        Thread.ofVirtual().name("backup-now").start(backups::make);
        return Pages.seeOther(PATH + "?done=make");
    }

    @PostMapping(PATH + "/drill")
    ResponseEntity<byte[]> drill(Account account) {
        Who who = account.who();
        Thread.ofVirtual().name("drill-now").start(() -> backups.drill(who));
        return Pages.seeOther(PATH + "?done=drill");
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.BACKUP, "node.plan.title");
    }

    private BackupPlanPage page(Frame f) {
        Optional<BackupMade> last = backups.log().last();
        Optional<DrillDone> drill = backups.log().drill();
        return new BackupPlanPage(
                backups.alarms().stream()
                        .map(alarm -> Alarms.line(f, alarm, Map.of()))
                        .toList(),
                BackupForm.of(backups.log().settings()),
                last.map(one -> f.show().moment(one.madeAt())).orElse(null),
                last.map(BackupMade::file).orElse(""),
                drill.map(one -> f.show().moment(one.occurredAt())).orElse(null),
                drill.map(DrillDone::sound).orElse(false),
                drill.map(one -> f.t(
                                "node.plan.drilled",
                                f.n(one.entries()),
                                f.n(one.patients()),
                                f.n(one.inHospital()),
                                f.n(Math.max(1, one.millis() / 1000))))
                        .orElse(""),
                backups.busy(),
                List.of(),
                "");
    }
}
