package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.upkeep.Act;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.upkeep.RetentionSettings;
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

/** When patients who left are forgotten, and how many are due. Names nobody. */
@RestController
@Needs(Right.BACK_UP)
public final class RetentionController {
    private static final String PATH = "/retention";
    private static final String VIEW = "node/retention";

    private final Pages pages;
    private final Frames frames;
    private final Retention retention;

    public RetentionController(Pages pages, Frames frames, Retention retention) {
        this.pages = pages;
        this.frames = frames;
        this.retention = retention;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> retention(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        Frame f = frames.of(request, Section.RETENTION);
        boolean known = List.of("settings", "run").contains(done);
        String saved = known
                ? f.t(
                        "node.retention.done." + done,
                        f.show().timeToTheSecond(f.show().now()))
                : "";
        return pages.show(VIEW, f, RetentionPage.of(f, retention.standing()).saved(saved));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> settle(RetentionForm form, Account account, HttpServletRequest request) {
        Act act = new Act(account.who(), FormKey.of("retention", StandbyForm.typed(form.key())));
        RetentionSettings wanted = new RetentionSettings(form.switchedOn(), StandbyForm.number(form.days()));
        return switch (retention.settle(act, wanted)) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther(PATH + "?done=settings");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(request, Section.RETENTION);
                List<FormError> wrong = List.of(new FormError("days", f.texts().of(problem)));
                RetentionPage page = RetentionPage.of(f, retention.standing())
                        .wrong(form.switchedOn(), StandbyForm.typed(form.days()), wrong);
                yield pages.show(HttpStatus.UNPROCESSABLE_CONTENT, VIEW, f, page);
            }
        };
    }

    @PostMapping(PATH + "/run")
    ResponseEntity<byte[]> run(Account account, HttpServletRequest request) {
        return switch (retention.run(account.who())) {
            case Outcome.Done<RetentionRun> _ -> Pages.seeOther(PATH + "?done=run");
            case Outcome.Refused<RetentionRun>(Problem problem) -> {
                Frame f = frames.of(request, Section.RETENTION);
                RetentionPage page = RetentionPage.of(f, retention.standing());
                List<FormError> wrong = List.of(new FormError("", f.texts().of(problem)));
                yield pages.show(HttpStatus.CONFLICT, VIEW, f, page.wrong(page.on(), page.days(), wrong));
            }
        };
    }
}
