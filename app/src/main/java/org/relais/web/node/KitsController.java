package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.KitPrint;
import org.relais.paper.LabelPrint;
import org.relais.paper.SheetFormat;
import org.relais.paper.Stamp;
import org.relais.prepare.kits.KitBox;
import org.relais.prepare.kits.KitStep;
import org.relais.prepare.kits.Kits;
import org.relais.upkeep.printers.Printers;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Kits: numbers set aside, printed in advance, handed over, unsealed, used up. They are about nobody yet. */
@RestController
@RequestMapping("/kits")
@Needs(Right.SEE_READINESS)
public final class KitsController {
    private static final String ONE = "/{box:[0-9]{1,2}-[0-9]{1,6}}";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;
    private final Frames frames;
    private final Answers answers;
    private final Shelf shelf;

    /** The boxes, the numbers in them, the printers. */
    public record Shelf(Kits kits, NumberDesk numbers, Printers printers, Function<Language, Stamp> stamps) {}

    public KitsController(Pages pages, Frames frames, NodeRooms rooms, Shelf shelf) {
        this.pages = pages;
        this.frames = frames;
        this.answers = new Answers(pages, frames, rooms, Section.KITS, "node/kits");
        this.shelf = shelf;
    }

    /** What is typed; a field that was not sent is null. */
    record Typed(
            @Nullable String count,
            @Nullable String content,
            @Nullable String desk,
            @Nullable String receiver) {
        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        int pochettes() {
            return text(count).matches("[0-9]{1,4}") ? Integer.parseInt(text(count)) : 0;
        }

        KitStep.Content forWhom() {
            return "NEWBORN".equals(content) ? KitStep.Content.NEWBORN : KitStep.Content.ADULT;
        }
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Frame f = frames.of(request, Section.KITS);
        return pages.show("node/kits", f, page(f));
    }

    @Needs({Right.SEE_READINESS, Right.MAKE_KITS})
    @PostMapping
    ResponseEntity<byte[]> make(Typed typed, Account account, HttpServletRequest request) {
        Kits.Order order = new Kits.Order(typed.pochettes(), typed.forWhom(), Stamp.newJob(RANDOM));
        return answer(
                shelf.kits().make(account.who(), shelf.numbers(), order),
                new Asked("count", Typed.text(typed.count())),
                request);
    }

    /** One share of a kit, or all of it; only while nobody got the box. */
    @Needs({Right.SEE_READINESS, Right.MAKE_KITS})
    @GetMapping(ONE + "/kit.pdf")
    ResponseEntity<byte[]> print(@PathVariable String box, HttpServletRequest request) {
        KitBox kit = find(box);
        if (kit.state() != KitBox.State.PRINTED) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.kit.given").asException();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KitPrint.print(
                new KitPrint.Content(
                        kit.kit(),
                        kit.numbers().stream().map(DowntimeNumber::digits).toList(),
                        kit.content() == KitStep.Content.NEWBORN),
                new KitPrint.Manner(share(request), tray(request)),
                stamp(kit, frames.language(request)),
                out);
        return Pdf.inline("relais-kit-" + kit.id(), out.toByteArray());
    }

    private static KitPrint.Share share(HttpServletRequest request) {
        String wanted = request.getParameter("share");
        return Arrays.stream(KitPrint.Share.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(KitPrint.Share.ALL);
    }

    private LabelPrint.Tray tray(HttpServletRequest request) {
        String id = Typed.text(request.getParameter("printer"));
        SheetFormat format = shelf.printers()
                .find(id)
                .flatMap(one -> java.util.Optional.ofNullable(one.sheet()))
                .orElse(SheetFormat.OF_24);
        return new LabelPrint.Tray(format, shelf.printers().calibration(id), 0);
    }

    private Stamp stamp(KitBox kit, Language language) {
        Stamp now = shelf.stamps().apply(language);
        return new Stamp(
                now.mode(),
                now.language(),
                now.zone(),
                now.asOf(),
                now.printedAt(),
                now.node(),
                now.hospital(),
                now.journalHead(),
                now.crisis(),
                kit.job());
    }

    @Needs({Right.SEE_READINESS, Right.MAKE_KITS})
    @PostMapping(ONE + "/give")
    ResponseEntity<byte[]> give(@PathVariable String box, Typed typed, Account account, HttpServletRequest request) {
        Kits.HandOver to = new Kits.HandOver(Typed.text(typed.desk()), Typed.text(typed.receiver()));
        return answer(
                shelf.kits().give(account.who(), shelf.numbers(), find(box), to),
                new Asked("desk-" + box, ""),
                request);
    }

    @Needs({Right.SEE_READINESS, Right.USE_KITS})
    @PostMapping(ONE + "/open")
    ResponseEntity<byte[]> open(@PathVariable String box, Account account, HttpServletRequest request) {
        return answer(shelf.kits().note(account.who(), find(box), KitStep.Step.OPENED), new Asked("", ""), request);
    }

    @Needs({Right.SEE_READINESS, Right.USE_KITS})
    @PostMapping(ONE + "/used-up")
    ResponseEntity<byte[]> usedUp(@PathVariable String box, Account account, HttpServletRequest request) {
        return answer(shelf.kits().note(account.who(), find(box), KitStep.Step.USED_UP), new Asked("", ""), request);
    }

    private KitBox find(String id) {
        return shelf.kits()
                .find(id)
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "refused.kit.none")
                        .asException());
    }

    /** The field that a refusal is about, and what was typed in it. */
    private record Asked(String field, String typed) {}

    private ResponseEntity<byte[]> answer(Outcome<Receipt> outcome, Asked asked, HttpServletRequest request) {
        return answers.answer(
                outcome,
                new Answers.Place("/kits", asked.field()),
                request,
                (f, wrong) -> page(f).wrong(asked.typed(), wrong));
    }

    private KitsPage page(Frame f) {
        return KitsPage.of(f, shelf.kits().boxes(), shelf.printers().list());
    }
}
