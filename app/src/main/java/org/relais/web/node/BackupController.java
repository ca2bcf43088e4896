package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.journal.Journal;
import org.relais.journal.Verification;
import org.relais.web.node.BackupPage.Check;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the journal lies, whether it is sound, and how to copy it. */
@RestController
@Needs(Right.BACK_UP)
public final class BackupController {
    private static final int GROUP = 8;

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Store store;

    /** @param directory where the data lie */
    public record Store(Path directory, JournalCheck check) {}

    public BackupController(Pages pages, Frames frames, NodeRooms rooms, Store store) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.store = store;
    }

    @GetMapping({"/backup", "/live/backup"})
    ResponseEntity<byte[]> backup(HttpServletRequest request) {
        Frame f = frames.of(request, Section.BACKUP);
        return pages.show("node/backup", f, page(f));
    }

    @PostMapping("/backup/verify")
    ResponseEntity<byte[]> verify() {
        store.check().begin();
        return Pages.seeOther("/backup");
    }

    private BackupPage page(Frame f) {
        Journal journal = rooms.journal();
        return new BackupPage(
                f.t("node.backup.mode." + journal.mode().name()),
                journal.node().hex(),
                store.directory().toAbsolutePath().normalize().toString(),
                f.n(journal.head()),
                grouped(journal.headHash()),
                journal.writing(),
                rooms.models().failures().stream()
                        .map(failure ->
                                f.t("node.backup.failure", failure.model(), f.n(failure.position()), failure.what()))
                        .distinct()
                        .toList(),
                check(f, store.check().state()));
    }

    static @Nullable Check check(Frame f, JournalCheck.@Nullable State state) {
        return switch (state) {
            case null -> null;
            case JournalCheck.Running(var at) -> new Check(true, true, f.show().moment(at), "", List.of());
            case JournalCheck.Broken(var at) ->
                new Check(false, false, f.show().moment(at), f.t("node.backup.broken"), List.of());
            case JournalCheck.Finished(var at, Verification found) ->
                new Check(false, found.sound(), f.show().moment(at), found(f, found), more(f, found));
        };
    }

    private static String found(Frame f, Verification found) {
        Verification.Fault fault = found.fault();
        if (fault == null) {
            return f.t("node.backup.sound", f.n(found.entries()));
        }
        return f.t(
                "node.backup.unsound", f.n(fault.position()), f.t(fault.kind().messageKey()));
    }

    private static List<String> more(Frame f, Verification found) {
        List<String> more = new ArrayList<>();
        more.add(f.t("node.backup.head", grouped(found.head())));
        if (found.forgotten() > 0) {
            more.add(f.t("node.backup.forgotten", found.forgotten()));
        }
        found.losses()
                .forEach(loss -> more.add(f.t(
                        "node.backup.loss", loss.found(), loss.noted(), f.show().dateTime(loss.lastAt()))));
        found.forks().forEach(fork -> more.add(f.t("node.backup.fork", grouped(fork.head()))));
        return more;
    }

    static String grouped(String hash) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < hash.length(); at++) {
            text.append(at > 0 && at % GROUP == 0 ? " " : "").append(hash.charAt(at));
        }
        return text.toString();
    }
}
