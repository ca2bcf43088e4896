package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.chart.Chart;
import org.relais.care.found.Found;
import org.relais.care.found.FoundBook;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundKind;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
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

/** Notes what was found by telephone about a patient, and corrects it: by whoever may open and write her chart. */
@RestController
@Needs({Right.OPEN_CHARTS, Right.WRITE_CHARTS})
public final class FoundController {
    private static final String ONE = "/patients/{id:[0-9a-f]{32}}/found";
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final FoundBook book;

    public FoundController(Pages pages, Frames frames, CareRooms rooms, FoundBook book) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.book = book;
    }

    /** What the form asks in its address: a kind to begin with, or the position of an entry to correct. */
    record Asked(@Nullable String kind, @Nullable String corrects) {}

    @GetMapping(ONE)
    ResponseEntity<byte[]> form(@PathVariable String id, Asked asked, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PATIENTS, "found.title");
        Chart chart = opened(account, id);
        String now = f.show().time(f.show().now());
        FoundForm form = entry(chart, FoundForm.typed(asked.corrects()))
                .map(entry -> FoundForm.correcting(id, entry, account.name(), now))
                .orElseGet(() -> FoundForm.empty(id, FoundForm.typed(asked.kind()), account.name(), now));
        return pages.show("care/found", f, page(new Reader(f, account), chart, form, FoundPage.Wrong.NOTHING));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> note(@PathVariable String id, FoundForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PATIENTS, "found.title");
        Chart chart = opened(account, id);
        if (!id.equals(form.patient())) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.found.other-patient")
                    .asException();
        }
        Outcome<Receipt> outcome = said(form, chart, account);
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.models().await(receipt.position(), FOLDED);
                yield Pages.seeOther("/patients/" + id + "#found");
            }
            case Outcome.Refused<Receipt>(Problem problem) -> {
                FoundPage.Wrong wrong = new FoundPage.Wrong(f.texts().of(problem), field(problem));
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "care/found",
                        f,
                        page(new Reader(f, account), chart, form, wrong));
            }
        };
    }

    private Outcome<Receipt> said(FoundForm form, Chart chart, Account account) {
        Optional<FoundKind> kind = form.chosenKind();
        String corrects = FoundForm.typed(form.corrects());
        Optional<FoundEntry> corrected = entry(chart, corrects);
        if (kind.isEmpty()) {
            return refused("refused.found.kind");
        }
        if (!corrects.isEmpty() && corrected.isEmpty()) {
            return refused("refused.found.corrects");
        }
        if (FoundForm.typed(form.readBack()).isEmpty()) {
            return refused("refused.found.read-back");
        }
        ZoneId zone = rooms.models().query(() -> rooms.wards().hospital().zoneId());
        Optional<Instant> at =
                HeardAt.read(FoundForm.typed(form.time()), rooms.clock().instant(), zone);
        if (at.isEmpty()) {
            return refused("refused.found.time");
        }
        Found found =
                form.found(kind.get(), at.get(), corrected.map(FoundEntry::key).orElse(""));
        return book.write(account.who(), chart.patient().id(), found);
    }

    private static Outcome<Receipt> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }

    /** The field a refusal is about: the end of its key. */
    private static String field(Problem problem) {
        return switch (problem.messageKey()) {
            case "refused.found.kind" -> "kind";
            case "refused.found.value" -> "value";
            case "refused.found.said-by" -> "saidBy";
            case "refused.found.place" -> "place";
            case "refused.found.heard-by" -> "heardBy";
            case "refused.found.time", "refused.found.future" -> "time";
            case "refused.found.read-back" -> "readBack-yes";
            default -> "";
        };
    }

    /** The entry of this chart at that position; an entry of any other is not found. */
    private static Optional<FoundEntry> entry(Chart chart, String position) {
        return chart.found().stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.original()), thread.corrections().stream()))
                .filter(entry -> Long.toString(entry.position()).equals(position))
                .findFirst();
    }

    /** Her chart, once the trace that it was seen is on disk. */
    private Chart opened(Account account, String id) {
        Chart chart = rooms.allowed(account, new PatientId(id));
        rooms.trace().opened(account.who(), chart.patient().id(), "found");
        return chart;
    }

    /** Who reads the page, and in which frame. */
    private record Reader(Frame f, Account account) {}

    private FoundPage page(Reader reader, Chart chart, FoundForm form, FoundPage.Wrong wrong) {
        Frame f = reader.f();
        ChartSheet sheet = rooms.sheet(f, reader.account(), chart);
        String original = entry(chart, FoundForm.typed(form.corrects()))
                .map(entry -> entry.said().value())
                .orElse("");
        return FoundPage.of(f, form, new FoundPage.Around(ChartBanner.of(f, chart, sheet), original, wrong));
    }
}
