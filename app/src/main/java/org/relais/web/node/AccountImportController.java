package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.AccountCsv;
import org.relais.access.AccountImport;
import org.relais.access.AccountImport.Handing;
import org.relais.access.AccountImport.Order;
import org.relais.access.AccountPlan;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.kernel.Outcome;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Accounts by the file: read, shown as what would change, and only then carried out. */
@RestController
@RequestMapping("/accounts/import")
@Needs(Right.MANAGE_ACCOUNTS)
public final class AccountImportController {
    private static final int SHOWN = 200;

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Work work;

    /** What takes files in, and what hands out what comes of it. */
    public record Work(AccountImport imports, AccountBadgesController.Desk desk) {}

    /** How a file is to be taken in; its content in base 64 where it was read already. */
    record Wish(
            boolean complete,
            boolean badges,
            @org.jspecify.annotations.Nullable String content) {
        Wish with(byte[] file) {
            return new Wish(complete, badges, Base64.getEncoder().encodeToString(file));
        }

        Order order(List<AccountCsv.Line> lines) {
            return new Order(lines, complete, badges ? Handing.BADGES : Handing.PASSWORDS);
        }
    }

    public AccountImportController(Pages pages, Frames frames, NodeRooms rooms, Work work) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.work = work;
    }

    @GetMapping
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return pages.show("node/import", frame(request), ImportPage.BLANK);
    }

    /** Reads a file and shows what it would change. */
    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(
            @RequestParam MultipartFile file, Wish wish, Account account, HttpServletRequest request)
            throws IOException {
        Frame f = frame(request);
        if (file.isEmpty()) {
            return refuse(f, List.of(FormError.of(f, "file", "node.structure.no-file")));
        }
        byte[] bytes = file.getBytes();
        return switch (AccountCsv.read(bytes, known())) {
            case AccountCsv.Reading.Rejected(var errors) -> refuse(f, lines(f, errors));
            case AccountCsv.Reading.Parsed(var lines) -> shown(f, account, wish.with(bytes), lines);
        };
    }

    private ResponseEntity<byte[]> shown(Frame f, Account account, Wish wish, List<AccountCsv.Line> lines) {
        return switch (work.imports().plan(account.who(), wish.order(lines))) {
            case Outcome.Refused<AccountPlan>(var problem) ->
                refuse(f, List.of(new FormError("file", f.texts().of(problem))));
            case Outcome.Done<AccountPlan>(AccountPlan plan) -> pages.show("node/import", f, page(f, plan, wish));
        };
    }

    /** Carries out what was shown; what new people are handed waits to be printed. */
    @PostMapping
    ResponseEntity<byte[]> carryOut(Wish wish, Account account, HttpServletRequest request) {
        Frame f = frame(request);
        byte[] bytes = decoded(wish.content());
        return switch (AccountCsv.read(bytes, known())) {
            case AccountCsv.Reading.Rejected(var errors) -> refuse(f, lines(f, errors));
            case AccountCsv.Reading.Parsed(var lines) ->
                switch (work.imports().carryOut(account.who(), wish.order(lines))) {
                    case Outcome.Refused<AccountImport.Done>(var problem) ->
                        refuse(f, List.of(new FormError("file", f.texts().of(problem))));
                    case Outcome.Done<AccountImport.Done>(AccountImport.Done done) -> handed(f, account, done);
                };
        };
    }

    private ResponseEntity<byte[]> handed(Frame f, Account account, AccountImport.Done done) {
        if (!done.badges().isEmpty()) {
            return Pages.seeOther("/accounts/handouts/" + work.desk().hand(f, account.who(), done.badges()));
        }
        return done.passwords().isEmpty()
                ? Pages.seeOther("/accounts")
                : Pages.seeOther("/accounts/handouts/" + work.desk().handPasswords(f, account.who(), done.passwords()));
    }

    private static byte[] decoded(@org.jspecify.annotations.Nullable String content) {
        try {
            return Base64.getDecoder().decode(content == null ? "" : content);
        } catch (IllegalArgumentException forged) {
            return new byte[0];
        }
    }

    /** Where no ward is known yet, any code is taken. */
    private java.util.function.Predicate<WardCode> known() {
        Set<WardCode> codes = rooms.models().query(rooms.wards()::wards).stream()
                .map(org.relais.care.wards.Ward::code)
                .collect(Collectors.toSet());
        return ward -> codes.isEmpty() || codes.contains(ward);
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.ACCOUNTS, "node.import.title");
    }

    private ResponseEntity<byte[]> refuse(Frame f, List<FormError> errors) {
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "node/import", f, ImportPage.refused(errors));
    }

    private static List<FormError> lines(Frame f, List<AccountCsv.LineError> errors) {
        return errors.stream()
                .limit(SHOWN)
                .map(error -> new FormError(
                        "file",
                        f.t(
                                "node.import.line",
                                error.line(),
                                f.t(error.messageKey(), error.args().toArray()))))
                .toList();
    }

    private static ImportPage page(Frame f, AccountPlan plan, Wish wish) {
        List<ImportPage.Row> rows = plan.changes().stream()
                .limit(SHOWN)
                .map(change -> new ImportPage.Row(change.login(), change.name(), told(f, change)))
                .toList();
        return new ImportPage(
                List.of(),
                rows,
                new ImportPage.Counts(plan.added(), plan.updated(), plan.disabled(), plan.unchanged()),
                wish.content() == null ? "" : wish.content(),
                wish.complete(),
                wish.badges(),
                true);
    }

    private static String told(Frame f, AccountPlan.Change change) {
        return switch (change) {
            case AccountPlan.Add(var account) ->
                f.t(
                        "node.import.add",
                        account.roles().stream()
                                .sorted()
                                .map(role -> f.t("access.role." + role.name()))
                                .collect(Collectors.joining(", ")));
            case AccountPlan.Update update -> {
                List<String> what = new ArrayList<>();
                if (update.switched()) {
                    what.add(f.t(update.enabled() ? "node.import.on" : "node.import.off"));
                }
                if (update.renamed()) {
                    what.add(f.t("node.import.renamed", update.was().name()));
                }
                if (update.placed()) {
                    what.add(f.t("node.import.placed"));
                }
                yield String.join(" ; ", what);
            }
        };
    }
}
