package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.People;
import org.relais.access.Right;
import org.relais.access.Role;
import org.relais.access.spring.Needs;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.web.node.AccountsPage.Typed;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: who has one, one more, a new password, no longer. A password made here is on screen once. */
@RestController
@Needs(Right.MANAGE_ACCOUNTS)
public final class AccountsController {
    private final Pages pages;
    private final Frames frames;
    private final Accounts accounts;
    private final People people;

    public AccountsController(Pages pages, Frames frames, Accounts accounts, People people) {
        this.pages = pages;
        this.frames = frames;
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping("/accounts")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return page(request, null, null, Typed.NOTHING);
    }

    @PostMapping("/accounts")
    ResponseEntity<byte[]> add(
            NewForm form,
            @RequestParam(name = "role", required = false) @Nullable List<String> roles,
            Account by,
            HttpServletRequest request) {
        Set<String> chosen = roles == null ? Set.of() : Set.copyOf(roles);
        NewAccount asked = new NewAccount(form.login(), form.name(), known(chosen), wards(form.wards()));
        return shown(people.add(by.who(), asked), request, new Typed(form.login(), form.name(), chosen, form.wards()));
    }

    /** The form as sent. */
    record NewForm(String login, String name, String wards) {}

    @PostMapping("/accounts/{id:[0-9a-f]{32}}/reset")
    ResponseEntity<byte[]> reset(@PathVariable String id, Account by, HttpServletRequest request) {
        return shown(people.reset(by.who(), new StaffId(id)), request, Typed.NOTHING);
    }

    @PostMapping("/accounts/{id:[0-9a-f]{32}}/disable")
    ResponseEntity<byte[]> disable(@PathVariable String id, Account by, HttpServletRequest request) {
        return switched(people.disable(by.who(), new StaffId(id)), request);
    }

    @PostMapping("/accounts/{id:[0-9a-f]{32}}/enable")
    ResponseEntity<byte[]> enable(@PathVariable String id, Account by, HttpServletRequest request) {
        return switched(people.enable(by.who(), new StaffId(id)), request);
    }

    private ResponseEntity<byte[]> shown(Outcome<OneTimePassword> outcome, HttpServletRequest request, Typed typed) {
        return switch (outcome) {
            case Outcome.Done<OneTimePassword>(OneTimePassword made) -> page(request, made, null, Typed.NOTHING);
            case Outcome.Refused<OneTimePassword>(Problem problem) -> page(request, null, problem, typed);
        };
    }

    private ResponseEntity<byte[]> switched(Outcome<Receipt> outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done<Receipt> _ -> Pages.seeOther("/accounts");
            case Outcome.Refused<Receipt>(Problem problem) -> page(request, null, problem, Typed.NOTHING);
        };
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, @Nullable OneTimePassword made, @Nullable Problem problem, Typed typed) {
        Frame frame = frames.of(request, Section.ACCOUNTS);
        List<AccountsPage.Row> rows =
                accounts.list().stream().map(account -> row(frame, account)).toList();
        List<AccountsPage.Choice> roles = Stream.of(Role.values())
                .map(role -> new AccountsPage.Choice(role.name(), frame.t("access.role." + role.name())))
                .toList();
        String said = problem == null ? "" : frame.texts().of(problem);
        HttpStatus status = problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.show(status, "node/accounts", frame, new AccountsPage(rows, roles, made, said, typed));
    }

    static AccountsPage.Row row(Frame frame, Account account) {
        return new AccountsPage.Row(
                account.id().hex(),
                account.login(),
                account.name(),
                account.roles().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(role -> frame.t("access.role." + role.name()))
                        .collect(Collectors.joining(" ; ")),
                account.wards().stream().sorted().map(WardCode::value).collect(Collectors.joining(", ")),
                account.enabled(),
                account.mustChange());
    }

    private static Set<Role> known(Set<String> names) {
        return Stream.of(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toSet());
    }

    private static Set<WardCode> wards(String typed) {
        return Stream.of(typed.split("[,;\\s]+"))
                .filter(code -> !code.isBlank())
                .map(WardCode::new)
                .collect(Collectors.toSet());
    }
}
