package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Landing;
import org.relais.access.spring.Needs;
import org.relais.access.spring.Open;
import org.relais.access.spring.Paths;
import org.relais.access.spring.Requests;
import org.relais.kernel.WardCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The pages of the door, where one lands behind it, and the habits of the station. */
@RestController
@Needs({})
public final class SessionController {
    private final Pages pages;
    private final Frames frames;
    private final LockPage.Source beds;

    public SessionController(Pages pages, Frames frames, LockPage.Source beds) {
        this.pages = pages;
        this.frames = frames;
        this.beds = beds;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(Account account) {
        String path = switch (Landing.of(account)) {
            case OWN_WARD -> ward(account);
            case PATIENTS -> "/patients";
            case CRISIS, OVERVIEW -> "/crisis";
            case ACCESS -> "/traces";
            case FEEDS -> "/feeds";
        };
        return Pages.seeOther(path);
    }

    private static String ward(Account account) {
        return account.wards().size() == 1
                ? account.wards().stream()
                        .findFirst()
                        .map(WardCode::value)
                        .map(code -> "/wards/" + UriUtils.encodePathSegment(code, StandardCharsets.UTF_8))
                        .orElse("/wards")
                : "/wards";
    }

    @Open
    @GetMapping("/login")
    ResponseEntity<byte[]> login(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        return door("shell/login", "login.title", next, request);
    }

    /** The lock; of a ward that was on the screen it goes on showing the beds, and nobody's name. */
    @GetMapping({"/lock", "/live/lock"})
    ResponseEntity<byte[]> lock(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        Frame frame = frames.of(request, null, "lock.title");
        Question question = question(frame, next, request);
        return pages.show("shell/lock", frame.outside(), new LockPage(question, beds.of(question.next(), frame)));
    }

    @GetMapping("/password")
    ResponseEntity<byte[]> password(HttpServletRequest request) {
        return door("shell/password", "password.title", null, request);
    }

    private ResponseEntity<byte[]> door(
            String template, String title, @Nullable String next, HttpServletRequest request) {
        Frame frame = frames.of(request, null, title);
        return pages.show(template, frame.outside(), question(frame, next, request));
    }

    private static Question question(Frame frame, @Nullable String next, HttpServletRequest request) {
        String problem = Requests.problem(request).map(frame.texts()::of).orElse("");
        Optional<Account> account = Requests.account(request);
        return new Question(
                problem,
                Paths.local(next),
                account.map(Account::name).orElse(""),
                account.map(Account::mustChange).orElse(false));
    }

    /** The other language, from now on, on this station. */
    @Open
    @PostMapping("/language")
    ResponseEntity<byte[]> language(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request) {
        return Preferences.named(language)
                .map(chosen -> remembered(Preferences.LANGUAGE, chosen.code(), Paths.local(next), request))
                .orElseGet(() -> Pages.seeOther(Paths.local(next)));
    }

    @PostMapping("/settings")
    ResponseEntity<byte[]> settings(@RequestParam(defaultValue = "off") String keys, HttpServletRequest request) {
        return remembered(Preferences.KEYS, keys.equals("on") ? "on" : "off", "/settings?saved", request);
    }

    @GetMapping("/settings")
    ResponseEntity<byte[]> settings(HttpServletRequest request) {
        return pages.show("node/settings", frames.of(request, Section.SETTINGS), request.getParameter("saved") != null);
    }

    /** Somebody still works at this screen: being asked is enough. */
    @PostMapping("/alive")
    ResponseEntity<Void> alive() {
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<byte[]> remembered(
            String name, String value, String next, HttpServletRequest request) {
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, Preferences.remember(name, value, request.isSecure()))
                .header(HttpHeaders.LOCATION, next)
                .build();
    }
}
