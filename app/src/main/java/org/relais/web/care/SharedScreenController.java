package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.BadgeText;
import org.relais.access.Login;
import org.relais.access.Sight;
import org.relais.access.screens.Screen;
import org.relais.access.screens.ScreenHolders;
import org.relais.access.screens.SharedScreens;
import org.relais.access.spring.AtSharedScreen;
import org.relais.access.spring.Requests;
import org.relais.access.spring.Visits;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.web.shell.Boards;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Live;
import org.relais.web.shell.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A shared ward screen: its ward, by bed; each chart opened by the badge and PIN of whoever opens it, under her rights and
 * her name. What the board itself shows is traced under the person who shared it.
 */
@RestController
public final class SharedScreenController {
    private static final Duration KEPT = Duration.ofDays(60);

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Desk desk;

    /** What a shared screen needs beside the ward. */
    public record Desk(SharedScreens screens, Login login, Live live, Marks marks) {}

    public SharedScreenController(Pages pages, Frames frames, CareRooms rooms, Desk desk) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.desk = desk;
    }

    /** The cookie that makes a browser a shared screen; it says nothing of whose. */
    static String cookie(String value, boolean secure) {
        return ResponseCookie.from(ScreenHolders.COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : KEPT)
                .build()
                .toString();
    }

    @AtSharedScreen
    @GetMapping({"/shared", "/live/shared"})
    ResponseEntity<byte[]> board(HttpServletRequest request) {
        Screen screen = screen(request);
        Frame f = frames.of(request, null, "shared.title");
        WardPage page = WardPage.of(f, census(screen), false)
                .shared()
                .marked(desk.marks().of(f));
        if (Boards.opened(request)) {
            rooms.trace().listed(screen.who(), "shared-screen", page.code(), page.patients());
        }
        return pages.show("care/shared", f, page);
    }

    /** The live link, as long as the screen is shared. */
    @AtSharedScreen
    @GetMapping(path = "/live/screen", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request) {
        Screen screen = screen(request);
        return desk.live().listen(() -> desk.screens().active().contains(screen));
    }

    @AtSharedScreen
    @GetMapping("/shared/patients/{id:[0-9a-f]{32}}")
    ResponseEntity<byte[]> ask(@PathVariable String id, HttpServletRequest request) {
        return asking(request, id, HttpStatus.OK, "");
    }

    /** Who opens a chart: her badge as scanned, and her PIN; what is absent is null. */
    record Key(@Nullable String badge, @Nullable String pin) {}

    @AtSharedScreen
    @PostMapping("/shared/patients/{id:[0-9a-f]{32}}")
    ResponseEntity<byte[]> open(@PathVariable String id, Key key, HttpServletRequest request) {
        PatientId patient = lying(screen(request), id).id();
        return switch (proven(key, patient, request.getRemoteAddr())) {
            case Outcome.Done<Account>(Account account) -> {
                Visits.begin(request, account, patient, rooms.clock().instant());
                yield Pages.seeOther("/patients/" + patient.hex());
            }
            case Outcome.Refused<Account>(Problem problem) ->
                asking(
                        request,
                        id,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        frames.of(request, null, "shared.open").texts().of(problem));
        };
    }

    private Outcome<Account> proven(Key key, PatientId patient, String device) {
        String badge = Objects.requireNonNullElse(key.badge(), "").strip();
        if (!BadgeText.is(badge)) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.sign-missing"));
        }
        return desk.login()
                .authenticate(badge, Objects.requireNonNullElse(key.pin(), ""), device)
                .then(account -> rooms.guard().sight(account, patient) == Sight.NOTHING
                        ? rooms.guard().mayOpenChart(account, patient)
                        : Outcome.done(account));
    }

    /** Closes the chart that somebody opened here. */
    @AtSharedScreen
    @PostMapping("/shared/leave")
    ResponseEntity<byte[]> leave(HttpServletRequest request) {
        Visits.end(request);
        return Pages.seeOther("/shared");
    }

    /** Ends the sharing, by whoever stands before it. */
    @AtSharedScreen
    @PostMapping("/shared/end")
    ResponseEntity<byte[]> end(HttpServletRequest request) {
        desk.screens().end(new Who.Machine(), screen(request).id());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie("", request.isSecure()))
                .header(HttpHeaders.LOCATION, "/login")
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private ResponseEntity<byte[]> asking(HttpServletRequest request, String id, HttpStatus status, String problem) {
        Screen screen = screen(request);
        Patient patient = lying(screen, id);
        rooms.trace().listed(screen.who(), "shared-screen", screen.ward().value(), 1);
        Frame f = frames.of(request, null, "shared.open");
        PatientHead head = PatientHead.of(f, patient, rooms.names(f), false);
        return pages.show(status, "care/shared-open", f, new SharedOpenPage(head, problem));
    }

    private static Screen screen(HttpServletRequest request) {
        return Requests.screen(request)
                .orElseThrow(() -> Problem.of(Problem.Category.FORBIDDEN, "access.session-over")
                        .asException());
    }

    private Census census(Screen screen) {
        return rooms.ward(screen.ward().value())
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-ward").asException());
    }

    /** A patient of the ward that is shown; nobody else's chart is opened here. */
    private Patient lying(Screen screen, String id) {
        return census(screen).byName().stream()
                .filter(patient -> patient.id().hex().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
    }
}
