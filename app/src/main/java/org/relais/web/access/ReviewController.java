package org.relais.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.BrokenGlass;
import org.relais.access.Countersign;
import org.relais.access.Glass;
import org.relais.access.GlassLog;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.web.care.CareRooms;
import org.relais.web.care.PatientHead;
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

/** Every bris de glace, at once visible to whoever reviews them, and the review by two. */
@RestController
@Needs(Right.REVIEW_GLASS)
public final class ReviewController {
    static final String ACT = "glass-review";
    private static final int SHOWN = 200;

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Review review;

    /** What a review needs. */
    public record Review(Glass glass, GlassLog log, Countersign countersign, Accounts accounts) {}

    public ReviewController(Pages pages, Frames frames, CareRooms rooms, Review review) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.review = review;
    }

    @GetMapping({"/glass", "/live/glass"})
    ResponseEntity<byte[]> list(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.GLASS);
        List<GlassListPage.Row> rows = review.log().list().stream()
                .limit(SHOWN)
                .map(one -> row(f, one, account))
                .toList();
        if (!request.getServletPath().startsWith("/live")) {
            rooms.trace().listed(account.who(), "glass", "", rows.size());
        }
        return pages.show(
                "access/broken", f, new GlassListPage(rows, review.log().waiting()));
    }

    @GetMapping("/glass/{id:[0-9a-f]{32}}")
    ResponseEntity<byte[]> one(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.GLASS, "access.review.title");
        BrokenGlass broken = found(id);
        rooms.trace().opened(account.who(), broken.patient(), "glass");
        return pages.show("access/review", f, new ReviewPage(row(f, broken, account), "", "", "", ""));
    }

    @PostMapping("/glass/{id:[0-9a-f]{32}}")
    ResponseEntity<byte[]> close(
            @PathVariable String id, ReviewForm form, Account account, HttpServletRequest request) {
        Outcome<Receipt> outcome = verdict(form, account)
                .then(verdict -> review.countersign()
                        .confirm(
                                account,
                                new Countersign.Second(form.typedSecond(), form.typedSecret(), request.getRemoteAddr()),
                                Right.REVIEW_GLASS,
                                ACT)
                        .then(second -> review.glass().review(account, second, id, verdict)));
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/glass");
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frames.of(request, Section.GLASS, "access.review.title");
                BrokenGlass broken = found(id);
                rooms.trace().opened(account.who(), broken.patient(), "glass");
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "access/review",
                        f,
                        new ReviewPage(
                                row(f, broken, account),
                                form.typedVerdict(),
                                form.typedNote(),
                                form.typedSecond(),
                                f.texts().of(problem)));
            }
        };
    }

    private Outcome<BrokenGlass.Review> verdict(ReviewForm form, Account account) {
        if (!form.typedVerdict().equals("yes") && !form.typedVerdict().equals("no")) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.glass-verdict"));
        }
        return Outcome.done(new BrokenGlass.Review(
                rooms.clock().instant(),
                account.id(),
                account.id(),
                form.typedVerdict().equals("yes"),
                form.typedNote()));
    }

    private BrokenGlass found(String id) {
        return review.log()
                .get(id)
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "access.glass-gone")
                        .asException());
    }

    private GlassListPage.Row row(Frame f, BrokenGlass one, Account reader) {
        BrokenGlass.Review found = one.review();
        return new GlassListPage.Row(
                one.id(),
                f.show().moment(one.at()),
                f.show().moment(one.until()),
                rooms.clock().instant().isBefore(one.until()),
                name(one.by()),
                f.may(Right.SEE_IDENTITY) || f.may(Right.SEE_TRACES) ? patient(f, one) : "",
                wards(f, one),
                f.t("access.glass.reason." + one.reason().name()),
                one.text(),
                one.by().equals(reader.id()),
                found == null ? null : f.show().moment(found.at()),
                found == null
                        ? ""
                        : f.t(
                                found.justified() ? "access.review.justified" : "access.review.unjustified",
                                name(found.first()),
                                name(found.second())),
                found == null ? "" : found.note());
    }

    private String wards(Frame f, BrokenGlass one) {
        var names = rooms.names(f);
        return one.wards().stream()
                .map(code -> names.of(new org.relais.kernel.WardCode(code)))
                .distinct()
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    private String patient(Frame f, BrokenGlass one) {
        Optional<PatientHead> head = rooms.models()
                .query(() -> rooms.wards().patients().get(one.patient()))
                .map(patient -> PatientHead.of(f, patient, rooms.names(f), false));
        return head.map(known -> known.name() + " · " + known.number())
                .orElse(one.patient().hex().substring(0, 8));
    }

    private String name(StaffId id) {
        return review.accounts()
                .byId(id)
                .map(account -> account.name() + " (" + account.login() + ")")
                .orElse(id.hex().substring(0, 8));
    }
}
