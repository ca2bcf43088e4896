package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.Badges;
import org.relais.access.Login;
import org.relais.access.OneTimePassword;
import org.relais.access.People;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of this node: who may log in, and as what. A password is shown once, on the answer that made it. */
@RestController
@RequestMapping("/accounts")
@Needs(Right.MANAGE_ACCOUNTS)
public final class AccountsController {
    private static final String ONE = "/{id:[0-9a-f]{32}}";

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Door door;

    /** Who may come in. */
    public record Door(Accounts accounts, People people, Login login, Badges badges) {}

    public AccountsController(Pages pages, Frames frames, NodeRooms rooms, Door door) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.door = door;
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS);
        return pages.show("node/accounts", f, AccountsPage.of(f, door.accounts().list(), rooms.wardNames(f)));
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> blank(HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.account.new");
        return pages.show("node/account", f, AccountPage.blank(f, rooms.wardChoices(f)));
    }

    @PostMapping
    ResponseEntity<byte[]> add(AccountForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.account.new");
        return switch (door.people().add(account.who(), form.account())) {
            case Outcome.Done<OneTimePassword>(OneTimePassword made) -> shown(request, made, true);
            case Outcome.Refused<OneTimePassword>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/account",
                        f,
                        AccountPage.typed(f, rooms.wardChoices(f), form, error(f, problem)));
        };
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.account.title");
        return pages.show("node/account", f, page(f, id, account));
    }

    /** Says anew what a person is here for, and where. */
    @PostMapping(ONE)
    ResponseEntity<byte[]> place(
            @PathVariable String id, AccountForm form, Account account, HttpServletRequest request) {
        return act(
                request,
                account,
                id,
                staff -> door.people().place(account.who(), staff, form.roleSet(), form.wardSet()));
    }

    @PostMapping(ONE + "/disable")
    ResponseEntity<byte[]> disable(@PathVariable String id, Account account, HttpServletRequest request) {
        return act(request, account, id, staff -> door.people().disable(account.who(), staff));
    }

    @PostMapping(ONE + "/enable")
    ResponseEntity<byte[]> enable(@PathVariable String id, Account account, HttpServletRequest request) {
        return act(request, account, id, staff -> door.people().enable(account.who(), staff));
    }

    /** Ends every wait after wrong passwords. */
    @PostMapping(ONE + "/unblock")
    ResponseEntity<byte[]> unblock(@PathVariable String id, Account account, HttpServletRequest request) {
        return act(request, account, id, staff -> door.login().unblock(account.who(), staff));
    }

    @PostMapping(ONE + "/reset")
    ResponseEntity<byte[]> reset(@PathVariable String id, Account account, HttpServletRequest request) {
        return shown(
                request, door.people().reset(account.who(), new StaffId(id)).orThrow(), false);
    }

    private ResponseEntity<byte[]> shown(HttpServletRequest request, OneTimePassword made, boolean added) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.password.title");
        String name = door.accounts().byId(made.id()).map(Account::name).orElse(made.login());
        return pages.show(
                "node/password", f, new PasswordPage(made.id().hex(), name, made.login(), made.password(), added));
    }

    private ResponseEntity<byte[]> act(
            HttpServletRequest request, Account reader, String id, Function<StaffId, Outcome<?>> act) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.account.title");
        return switch (act.apply(new StaffId(id))) {
            case Outcome.Done<?> _ ->
                pages.show(
                        "node/account",
                        f,
                        page(f, id, reader)
                                .saved(f.t(
                                        "form.saved",
                                        f.show().timeToTheSecond(rooms.clock().instant()))));
            case Outcome.Refused<?>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/account",
                        f,
                        page(f, id, reader).wrong(error(f, problem)));
        };
    }

    private AccountPage page(Frame f, String id, Account reader) {
        Account account = door.accounts()
                .byId(new StaffId(id))
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "access.no-account")
                        .asException());
        String badge = door.badges().of(account.id()).isEmpty() ? "" : BadgesPage.state(f, door.badges(), account);
        return AccountPage.of(f, account, rooms.wardChoices(f), reader).badge(badge);
    }

    /** The field that a refusal is about, by its key. */
    private static FormError error(Frame f, Problem problem) {
        String field = switch (problem.messageKey()) {
            case "access.login-form", "access.login-taken" -> "login";
            case "access.name-form" -> "name";
            case "access.no-role" -> "role-0";
            default -> "";
        };
        return new FormError(field, f.texts().of(problem));
    }
}
