package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the forms of the door; its pages are the web's. */
@RestController
final class DoorController {
    private final Login login;
    private final People people;
    private final InstantSource clock;

    DoorController(Login login, People people, InstantSource clock) {
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
        return seeOther(Paths.again(Paths.LOCK, request.getParameter("next")));
    }

    /** Quick unlock: the password of the one whose screen it is. */
    @Needs({})
    @PostMapping(Paths.UNLOCK)
    ResponseEntity<Void> unlock(
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request) {
        Account account = Requests.account(request).orElseThrow();
        return switch (login.confirm(account, password, request.getRemoteAddr())) {
            case Outcome.Done<Account> _ -> {
                AccountSession.of(request).orElseThrow().unlock(clock.instant());
                request.changeSessionId();
                yield seeOther(Paths.local(next));
            }
            case Outcome.Refused<Account>(Problem problem) -> {
                Requests.tellNext(request, problem);
                yield seeOther(Paths.again(Paths.LOCK, next));
            }
        };
    }

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
