package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.care.wards.Wards;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The board of the delivery rooms: the women of the maternity wards whose charts the reader may open, those under watch or
 * bleeding on top. What is not known is said to be so.
 */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class BoardController {
    private final Pages pages;
    private final Frames frames;
    private final WatchRooms rooms;
    private final CtgCalls calls;

    public BoardController(Pages pages, Frames frames, WatchRooms rooms, CtgCalls calls) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.calls = calls;
    }

    @GetMapping({"/maternity/board", "/live/maternity/board"})
    ResponseEntity<byte[]> board(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.MATERNITY, "board.title");
        List<Patient> women = women(f).stream()
                .filter(patient -> rooms.sees(account, patient))
                .toList();
        if (Boards.opened(request)) {
            rooms.care().trace().listed(account.who(), "delivery-board", "", women.size());
        }
        Set<String> bleeding = rooms.watches().bleeding().stream()
                .map(one -> one.patient().id().hex())
                .collect(Collectors.toSet());
        BoardPage.Beside beside = new BoardPage.Beside(calls.of(f), bleeding);
        Instant now = rooms.care().clock().instant();
        List<BoardPage.Row> rows = women.stream()
                .flatMap(patient -> rooms.care().charts().chart(patient.id(), now).stream())
                .map(chart -> BoardPage.row(f, chart, beside))
                .sorted(Comparator.comparing((BoardPage.Row row) -> !row.bleeding())
                        .thenComparing(row -> row.mark() == null)
                        .thenComparing(BoardPage.Row::place))
                .toList();
        return pages.show("maternity/board", f, new BoardPage(rows));
    }

    private List<Patient> women(Frame f) {
        Wards wards = rooms.care().wards();
        return rooms.care().models().query(() -> {
            ZoneId zone = wards.hospital().zoneId();
            LocalDate today = BoardPage.today(f, zone);
            return wards.wards().stream()
                    .filter(ward -> ward.kind() == WardKind.MATERNITY)
                    .map(Ward::code)
                    .flatMap(code -> wards.census(code).byName().stream())
                    .filter(patient -> BoardPage.woman(patient, today))
                    .toList();
        });
    }
}
