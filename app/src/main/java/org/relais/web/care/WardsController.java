package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.screens.SharedScreens;
import org.relais.access.spring.Needs;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Wards and beds: the list, one ward by bed and by name, and the whole census. Each list of names is traced. */
@RestController
@Needs(Right.SEE_IDENTITY)
public final class WardsController {
    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Beside beside;

    /** What a ward's page shows beside its patients. */
    public record Beside(SharedScreens screens, Marks marks) {}

    public WardsController(Pages pages, Frames frames, CareRooms rooms, Beside beside) {
        this.beside = beside;
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping({"/wards", "/live/wards"})
    ResponseEntity<byte[]> wards(HttpServletRequest request) {
        Frame frame = frames.of(request, Section.WARDS);
        List<WardsPage.Row> rows =
                all().stream().map(census -> row(frame, census)).toList();
        int patients = rows.stream().mapToInt(WardsPage.Row::patients).sum();
        int beds = rows.stream().mapToInt(WardsPage.Row::beds).sum();
        return pages.show("care/wards", frame, new WardsPage(rows, patients, beds, frame.may(Right.CHANGE_STRUCTURE)));
    }

    @GetMapping({"/wards/{code}", "/live/wards/{code}"})
    ResponseEntity<byte[]> ward(
            @PathVariable String code,
            @RequestParam(defaultValue = "bed") String by,
            Account account,
            HttpServletRequest request) {
        Frame frame = frames.of(request, Section.WARDS, "ward.title");
        Census census = rooms.ward(code)
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-ward").asException());
        WardNames names = rooms.names(frame);
        WardPage page = WardPage.of(
                        frame, census, by.equals("name"), one -> rooms.kin().lines(frame, one, names))
                .printing(rooms.guard().mayPrintWard(account, census.ward().code()))
                .sharing(shares(frame, account, census.ward().code()))
                .marked(frame.may(Right.OPEN_CHARTS) ? beside.marks().of(frame) : Map.of());
        if (Boards.opened(request)) {
            rooms.trace().listed(account.who(), "ward", page.code(), page.patients());
        }
        return pages.show("care/ward", frame, page);
    }

    @GetMapping({"/census", "/live/census"})
    ResponseEntity<byte[]> census(Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.WARDS, "census.title");
        List<WardPage> wards =
                all().stream().map(census -> WardPage.of(frame, census, false)).toList();
        int patients = wards.stream().mapToInt(WardPage::patients).sum();
        if (Boards.opened(request)) {
            rooms.trace().listed(account.who(), "census", "", patients);
        }
        return pages.show("care/census", frame, new CensusPage(wards, patients));
    }

    private WardPage.Shares shares(Frame f, Account account, WardCode ward) {
        return new WardPage.Shares(
                beside.screens().may(account, ward),
                beside.screens().active().stream()
                        .filter(screen -> screen.ward().equals(ward))
                        .map(screen -> new WardPage.Share(
                                screen.id(),
                                f.show().moment(screen.since()),
                                rooms.staff().apply(screen.who())))
                        .toList());
    }

    private List<Census> all() {
        return rooms.models()
                .query(() -> rooms.wards().wards().stream()
                        .map(ward -> rooms.wards().census(ward.code()))
                        .toList());
    }

    private static WardsPage.Row row(Frame frame, Census census) {
        Ward ward = census.ward();
        int free = (int) census.places().stream()
                .filter(place -> place.patient() == null)
                .count();
        return new WardsPage.Row(
                ward.code().value(),
                CareRooms.name(ward, frame.language()),
                frame.t("ward.kind."
                        + ward.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                ward.named(),
                census.byName().size(),
                ward.beds().size(),
                free);
    }
}
