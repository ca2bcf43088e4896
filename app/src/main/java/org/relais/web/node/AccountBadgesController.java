package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.OneTimePassword;
import org.relais.access.PrintedBadge;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.kernel.Language;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.paper.BadgeSheet;
import org.relais.paper.Stamp;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Badges: issued and printed, one or many; lost ones made worthless; forgotten PINs cleared. */
@RestController
@RequestMapping("/accounts")
@Needs(Right.MANAGE_ACCOUNTS)
public final class AccountBadgesController {
    private static final String ONE = "/{id:[0-9a-f]{32}}";

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Desk desk;

    /** What makes and prints badges. */
    public record Desk(
            BadgeDesk badges, Badges known, Accounts accounts, Handouts handouts, Function<Language, Stamp> stamps) {

        /** The badges as a document that waits to be printed. @return where it is found */
        String hand(Frame f, Who maker, List<PrintedBadge> printed) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<BadgeSheet.Card> cards = printed.stream()
                    .map(badge -> card(f, badge.id(), badge.login(), badge.text()))
                    .toList();
            BadgeSheet.print(cards, stamps.apply(f.language()), out);
            return handouts.keep(maker, true, cards.size(), out.toByteArray());
        }

        /** The first passwords as a document that waits to be printed. */
        String handPasswords(Frame f, Who maker, List<OneTimePassword> made) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<BadgeSheet.Card> cards = made.stream()
                    .map(one -> card(f, one.id(), one.login(), one.password()))
                    .toList();
            BadgeSheet.slips(cards, stamps.apply(f.language()), out);
            return handouts.keep(maker, false, cards.size(), out.toByteArray());
        }

        private BadgeSheet.Card card(Frame f, StaffId id, String login, String text) {
            Account account = accounts.byId(id).orElseThrow();
            String roles = account.roles().stream()
                    .sorted()
                    .map(role -> f.t("access.role." + role.name()))
                    .collect(Collectors.joining(", "));
            return new BadgeSheet.Card(account.name(), roles, login, text);
        }
    }

    public AccountBadgesController(Pages pages, Frames frames, NodeRooms rooms, Desk desk) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.desk = desk;
    }

    @GetMapping("/badges")
    ResponseEntity<byte[]> choose(HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.badges.title");
        return pages.show("node/badges", f, page(f, ""));
    }

    /** Issues badges to those ticked. */
    @PostMapping("/badges")
    ResponseEntity<byte[]> many(
            @RequestParam(name = "who", required = false) @Nullable List<String> who,
            Account account,
            HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.badges.title");
        List<StaffId> ids = (who == null ? List.<String>of() : who)
                .stream()
                        .filter(id -> id.matches("[0-9a-f]{32}"))
                        .map(StaffId::new)
                        .toList();
        if (ids.isEmpty()) {
            return pages.show(
                    org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
                    "node/badges",
                    f,
                    page(f, f.t("access.badge-nobody")));
        }
        return printed(f, account, ids);
    }

    @PostMapping(ONE + "/badge")
    ResponseEntity<byte[]> one(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.badges.title");
        return printed(f, account, List.of(new StaffId(id)));
    }

    private ResponseEntity<byte[]> printed(Frame f, Account account, List<StaffId> ids) {
        List<PrintedBadge> printed = desk.badges().issue(account.who(), ids).orThrow();
        return Pages.seeOther("/accounts/handouts/" + desk.hand(f, account.who(), printed));
    }

    @PostMapping(ONE + "/badge/lost")
    ResponseEntity<byte[]> lost(@PathVariable String id, Account account) {
        desk.badges().lost(account.who(), new StaffId(id)).orThrow();
        return Pages.seeOther("/accounts/" + id);
    }

    @PostMapping(ONE + "/badge/pin")
    ResponseEntity<byte[]> pin(@PathVariable String id, Account account) {
        desk.badges().clearPin(account.who(), new StaffId(id)).orThrow();
        return Pages.seeOther("/accounts/" + id);
    }

    @GetMapping("/handouts/{key:[0-9a-f]{32}}")
    ResponseEntity<byte[]> handout(@PathVariable String key, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.ACCOUNTS, "node.handout.title");
        Handouts.Handout one = found(key, account);
        return pages.show("node/handout", f, new HandoutPage(key, one.badges(), one.count()));
    }

    @GetMapping("/handouts/{key:[0-9a-f]{32}}/print.pdf")
    ResponseEntity<byte[]> print(@PathVariable String key, Account account) {
        Handouts.Handout one = found(key, account);
        return Pdf.inline(one.badges() ? "relais-badges" : "relais-passwords", one.pdf());
    }

    private Handouts.Handout found(String key, Account account) {
        return desk.handouts()
                .find(key, account.who())
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "node.handout.gone")
                        .asException());
    }

    private BadgesPage page(Frame f, String problem) {
        return BadgesPage.of(f, desk.accounts().list(), desk.known(), rooms.wardNames(f))
                .wrong(problem);
    }
}
