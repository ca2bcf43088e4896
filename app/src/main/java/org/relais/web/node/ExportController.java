package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Countersign;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.relais.web.shell.Told;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports the whole journal: one person asks, a second confirms on the same screen, both are named in the traces, which
 * are on disk first. The file stays on the node, sealed, readable by its owner alone (mode 0600).
 */
@RestController
@Needs(Right.BACK_UP)
public final class ExportController {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Shelf shelf;

    /** Where exports go, who writes them, and who agrees. */
    public record Shelf(Path directory, Copier copier, Countersign countersign) {}

    /** Writes the whole journal into a new file. */
    @FunctionalInterface
    public interface Copier {
        void into(Path file);
    }

    public ExportController(Pages pages, Frames frames, NodeRooms rooms, Shelf shelf) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.shelf = shelf;
    }

    @GetMapping("/backup/export")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        Frame f = frames.of(request, Section.BACKUP, "node.export.title");
        return pages.show("node/export", f, new ExportPage(shown(), "", List.of(), files()));
    }

    @PostMapping("/backup/export")
    ResponseEntity<byte[]> export(ExportForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BACKUP, "node.export.title");
        Outcome<Account> agreed = shelf.countersign()
                .confirm(account, form.asSecond(request.getRemoteAddr()), Right.BACK_UP, "journal-export");
        if (agreed instanceof Outcome.Refused<Account>(Problem problem)) {
            List<FormError> errors = List.of(new FormError("second", f.texts().of(problem)));
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT, "node/export", f, new ExportPage(shown(), "", errors, files()));
        }
        rooms.trace()
                .exported(
                        account.who(),
                        "journal",
                        Math.toIntExact(rooms.journal().head()));
        Path file = written(f.show().now());
        Told.next(request, f.t("node.export.done", file.getFileName().toString()));
        return Pages.seeOther("/backup/export");
    }

    private Path written(Instant now) {
        try {
            Files.createDirectories(shelf.directory());
            Path file = shelf.directory().resolve("relais-export_" + STAMP.format(now) + ".zip");
            shelf.copier().into(file);
            return file;
        } catch (IOException full) {
            throw Problem.of(
                            Problem.Category.UNAVAILABLE,
                            "file.unwritable",
                            shelf.directory().toString())
                    .asException();
        }
    }

    private String shown() {
        return shelf.directory().toAbsolutePath().normalize().toString();
    }

    private List<String> files() {
        if (!Files.isDirectory(shelf.directory())) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(shelf.directory())) {
            return list.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
