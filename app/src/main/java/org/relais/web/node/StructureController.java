package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.care.wards.Structures;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
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
import org.springframework.web.multipart.MultipartFile;

/** Shows the hospital's structure and takes a new one in, whole or not at all. */
@RestController
@Needs(Right.SEE_STRUCTURE)
public final class StructureController {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** What this page asks. */
    public record Rooms(Structures structures, Journal journal, ReadModels models) {}

    public StructureController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/structure")
    ResponseEntity<byte[]> structure(HttpServletRequest request) {
        return page(request, List.of(), 0);
    }

    @Needs({Right.SEE_STRUCTURE, Right.CHANGE_STRUCTURE})
    @PostMapping("/structure")
    ResponseEntity<byte[]> take(@RequestParam MultipartFile file, Account account, HttpServletRequest request)
            throws IOException {
        return switch (StructureCsv.read(file.getBytes())) {
            case StructureCsv.Parsed(Structure structure) -> {
                Receipt receipt = rooms.journal().write(Structure.TYPE.draft(account.who(), structure));
                rooms.models().await(receipt.position(), FOLDED);
                yield page(request, List.of(), receipt.position());
            }
            case StructureCsv.Rejected(List<LineError> errors) -> page(request, errors, 0);
        };
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, List<LineError> errors, long saved) {
        Frame frame = frames.of(request, Section.STRUCTURE);
        Structure structure = rooms.models().query(rooms.structures()::get);
        String told = saved == 0
                ? ""
                : frame.t(
                        "form.saved.number",
                        frame.show().timeToTheSecond(frame.show().now()),
                        frame.n(saved));
        HttpStatus status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.show(status, "node/structure", frame, StructurePage.of(frame, structure, errors, told));
    }
}
