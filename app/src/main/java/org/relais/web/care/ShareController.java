package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.relais.access.Account;
import org.relais.access.Login;
import org.relais.access.Right;
import org.relais.access.screens.SharedScreens;
import org.relais.access.spring.Needs;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Shares the screen before a person as her ward's, while a crisis lasts; her own session on it ends. */
@RestController
@Needs(Right.WRITE_CHARTS)
public final class ShareController {
    private static final String WARD = "/wards/{code}";

    private final Pages pages;
    private final Frames frames;
    private final CareRooms rooms;
    private final Desk desk;

    /** Who shares, and who leaves by it. */
    public record Desk(SharedScreens screens, Login login) {}

    public ShareController(Pages pages, Frames frames, CareRooms rooms, Desk desk) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.desk = desk;
    }

    @GetMapping(WARD + "/share")
    ResponseEntity<byte[]> ask(@PathVariable String code, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.WARDS, "shared.title");
        WardPage page = rooms.ward(code)
                .map(census -> WardPage.of(f, census, false))
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-ward").asException());
        if (!desk.screens().may(account, new WardCode(page.code()))) {
            throw Problem.of(Problem.Category.CONFLICT, "access.screen-no").asException();
        }
        return pages.show("care/share", f, page);
    }

    @PostMapping(WARD + "/share")
    ResponseEntity<byte[]> share(@PathVariable String code, Account account, HttpServletRequest request) {
        WardCode ward = rooms.ward(code)
                .map(census -> census.ward().code())
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-ward").asException());
        String cookie = desk.screens().share(account, ward).orThrow();
        desk.login().leave(account, request.getRemoteAddr());
        request.getSession().invalidate();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, SharedScreenController.cookie(cookie, request.isSecure()))
                .header(HttpHeaders.LOCATION, "/shared")
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** Ends one of the ward's shared screens, from any other. */
    @PostMapping(WARD + "/screens/{id:[0-9a-f]{32}}/end")
    ResponseEntity<byte[]> end(@PathVariable String code, @PathVariable String id, Account account) {
        if (!desk.screens().may(account, new WardCode(code))) {
            throw Problem.of(Problem.Category.FORBIDDEN, "access.forbidden").asException();
        }
        desk.screens().active().stream()
                .filter(screen ->
                        screen.id().equals(id) && screen.ward().value().equals(code))
                .forEach(screen -> desk.screens().end(account.who(), screen.id()));
        return Pages.seeOther("/wards/" + UriUtils.encodePathSegment(code, StandardCharsets.UTF_8));
    }
}
