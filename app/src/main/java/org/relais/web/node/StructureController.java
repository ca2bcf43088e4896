package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.relais.access.Account;
import org.relais.access.Countersign;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
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

/** The hospital's structure: shown, and replaced by a file, all of it or nothing. */
@RestController
public final class StructureController {
    private static final String FIELD = "file";
    private static final int SHOWN = 200;

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Countersign countersign;

    public StructureController(Pages pages, Frames frames, NodeRooms rooms, Countersign countersign) {
        this.countersign = countersign;
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @Needs(Right.SEE_STRUCTURE)
    @GetMapping("/structure")
    ResponseEntity<byte[]> structure(HttpServletRequest request) {
        Frame f = frames.of(request, Section.STRUCTURE);
        return pages.show("node/structure", f, page(f));
    }

    @Needs(Right.CHANGE_STRUCTURE)
    @PostMapping("/structure")
    ResponseEntity<byte[]> replace(
            @RequestParam MultipartFile file, StructureForm form, Account account, HttpServletRequest request)
            throws IOException {
        Frame f = frames.of(request, Section.STRUCTURE);
        if (file.isEmpty()) {
            return refuse(f, List.of(FormError.of(f, FIELD, "node.structure.no-file")));
        }
        return switch (StructureCsv.read(file.getBytes())) {
            case StructureCsv.Rejected(var errors) ->
                refuse(f, StructurePage.lines(f, errors.subList(0, Math.min(SHOWN, errors.size()))));
            case StructureCsv.Parsed(Structure structure) ->
                switch (agreed(account, structure, form.asSecond(request.getRemoteAddr()))) {
                    case Outcome.Refused<Account>(Problem problem) ->
                        refuse(f, List.of(new FormError("second", f.texts().of(problem))));
                    case Outcome.Done<Account> _ -> {
                        Receipt receipt = rooms.write(Structure.TYPE.draft(account.who(), structure));
                        yield pages.show("node/structure", f, page(f).saved(rooms.saved(f, receipt)));
                    }
                };
        };
    }

    /** Which feed counts for which numbers is changed by two people. */
    private Outcome<Account> agreed(Account account, Structure structure, Countersign.Second second) {
        Set<Structure.Authority> now =
                Set.copyOf(rooms.models().query(rooms.structures()::get).authorities());
        boolean changes = !now.isEmpty() && !now.equals(Set.copyOf(structure.authorities()));
        return changes
                ? countersign.confirm(account, second, Right.CHANGE_STRUCTURE, "structure-authority")
                : Outcome.done(account);
    }

    private ResponseEntity<byte[]> refuse(Frame f, List<FormError> errors) {
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "node/structure", f, page(f).wrong(errors));
    }

    private StructurePage page(Frame f) {
        return StructurePage.of(f, rooms.models().query(rooms.structures()::get));
    }
}
