package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.BadgeDesk;
import org.relais.access.BadgeText;
import org.relais.access.Login;
import org.relais.access.People;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the forms of the door; its pages are the web's. */
@RestController
final class DoorController {
    private final Login login;
    private final People people;
    private final BadgeDesk desk;
    private final InstantSource clock;

    DoorController(Login login, People people, BadgeDesk desk, InstantSource clock) {
        this.desk = desk;
        this.login = login;
        this.people = people;
        this.clock = clock;
    }

    /** What is typed to choose a password. */
    record Choice(String old, String wanted, String again) {}

    /** Says that the node answers, and nothing else. */
    @Open
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    String health() {
        return "up\n";
    }

    /** Locks the screen by hand. */
    @Needs({})
    @PostMapping(Paths.LOCK)
    ResponseEntity<Void> lock(AccountSession session, HttpServletRequest request) {
        session.lock();
        return seeOther(Paths.locked(request.getParameter("next")));
    }

    /**
     * Quick unlock, by the one whose screen it is: her password; or her badge, in its own field or in that of the
     * password, since a scanner sends what it read at once, and her PIN, with it or after it.
     */
    @Needs({})
    @PostMapping(Paths.UNLOCK)
    ResponseEntity<Void> unlock(Key key, HttpServletRequest request) {
        Account account = Requests.account(request).orElseThrow();
        AccountSession session = AccountSession.of(request).orElseThrow();
        return switch (tried(key, account, session, request.getRemoteAddr())) {
            case Outcome.Done<Account> _ -> {
                session.unlock(clock.instant());
                request.changeSessionId();
                yield seeOther(Paths.local(key.next()));
            }
            case Outcome.Refused<Account>(Problem problem) -> {
                Requests.tellNext(request, problem);
                yield seeOther(Paths.again(Paths.LOCK, key.next()));
            }
        };
    }

    /** What is given to unlock; what is absent is null. */
    record Key(
            @Nullable String password,
            @Nullable String badge,
            @Nullable String pin,
            @Nullable String next) {}

    private Outcome<Account> tried(Key key, Account account, AccountSession session, String device) {
        String typed = Objects.requireNonNullElse(key.password(), "");
        Optional<BadgeText.Typed> badge =
                BadgeText.split(Objects.requireNonNullElse(key.badge(), "")).or(() -> BadgeText.split(typed));
        if (badge.isPresent()) {
            String pin = pin(key, badge.get(), typed);
            if (pin.isEmpty()) {
                session.present(badge.get().badge(), clock.instant());
                return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.pin-next"));
            }
            return login.confirm(account, badge.get().badge(), pin, device);
        }
        Optional<String> scanned = session.presented(clock.instant());
        return scanned.isPresent() && typed.matches("[0-9]{6}")
                ? login.confirm(account, scanned.get(), typed, device)
                : login.confirm(account, typed, device);
    }

    /** The PIN in its own field, or after the badge in the same one, or where a password is typed. */
    private static String pin(Key key, BadgeText.Typed badge, String typed) {
        if (key.pin() != null && !key.pin().isEmpty()) {
            return key.pin();
        }
        return badge.rest().isEmpty() && !BadgeText.split(typed).isPresent() ? typed : badge.rest();
    }

    /** Chooses the first PIN of a badge, at its first use. */
    @Open
    @PostMapping(Paths.ENROL)
    ResponseEntity<Void> enrol(Pin choice, HttpServletRequest request) {
        String pin = Objects.requireNonNullElse(choice.pin(), "");
        String badge = Objects.requireNonNullElse(choice.badge(), "").strip();
        Outcome<Account> outcome = pin.equals(choice.again())
                ? login.enrol(desk, badge, pin, request.getRemoteAddr())
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.pin-differs"));
        boolean done = outcome instanceof Outcome.Done<Account>;
        Requests.tellNext(
                request,
                outcome instanceof Outcome.Refused<Account>(Problem problem)
                        ? problem
                        : Problem.of(Problem.Category.CONFLICT, "access.pin-done"));
        return seeOther(done ? Paths.LOGIN : Paths.ENROL);
    }

    /** What is typed to choose a PIN; what is absent is null. */
    record Pin(
            @Nullable String badge,
            @Nullable String pin,
            @Nullable String again) {}

    /** Chooses one's own password. */
    @Needs({})
    @PostMapping(Paths.PASSWORD)
    ResponseEntity<Void> password(Choice choice, Account account, HttpServletRequest request) {
        Outcome<Receipt> outcome = choice.wanted().equals(choice.again())
                ? people.changePassword(account.id(), choice.old(), choice.wanted())
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "access.password-differs"));
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                AccountSession.of(request).orElseThrow().renew(receipt.position());
                request.changeSessionId();
                yield seeOther(Paths.HOME);
            }
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Requests.tellNext(request, problem);
                yield seeOther(Paths.PASSWORD);
            }
        };
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
