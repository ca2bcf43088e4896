package org.relais.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.relais.access.Account;
import org.relais.access.BadgeDesk;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.Role;
import org.relais.access.Trace;
import org.relais.access.TraceLog;
import org.relais.care.identity.Patient;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.testkit.Hl7;

/** A small house with its pages, its people with badges, and one patient in medicine. */
final class PeopledHouse implements AutoCloseable {
    static final String PASSWORD = "colibri sur la branche";
    static final String PIN = "739154";
    static final String FAMILY = "ZZCANARI";
    private static final String NUMBER = "9912345678";

    final SmallHouse site;
    WebApplication web;

    PeopledHouse(Path folder) {
        site = new SmallHouse(folder.resolve("data"));
        site.hears(Hl7.admission("W1", NUMBER, FAMILY));
        web = WebApplication.start(site.house, 0, List.of(), () -> site.now);
    }

    /** Somebody who has chosen her password. */
    Account person(String login, Role role, WardCode... wards) {
        OneTimePassword made = site.house
                .people()
                .add(SmallHouse.OPERATOR, new NewAccount(login, "Essai " + login, Set.of(role), Set.of(wards)))
                .orThrow();
        site.house.people().changePassword(made.id(), made.password(), PASSWORD).orThrow();
        return account(made.id());
    }

    /** Her badge as it is scanned, enrolled with {@link #PIN}. */
    String badge(Account account) {
        BadgeDesk desk = site.house.badgeDesk();
        String text = desk.issue(SmallHouse.OPERATOR, List.of(account.id()))
                .orThrow()
                .getFirst()
                .text();
        desk.enrol(text, PIN).orThrow();
        return text;
    }

    Account account(String login) {
        return site.house.models().accounts().byLogin(login).orElseThrow();
    }

    Account account(StaffId id) {
        return site.house.models().accounts().byId(id).orElseThrow();
    }

    Patient patient() {
        return site.house
                .folded()
                .query(() -> site.house.wards().patients().byIdentifier(NUMBER))
                .getFirst();
    }

    Browser browser() {
        return new Browser(web.port());
    }

    /** What one person was traced for, the latest first. */
    List<String> traces(Account of) {
        site.folded();
        return site.house.models().traces().latest(new TraceLog.Filter.All(), Long.MAX_VALUE, 100).stream()
                .filter(line -> line.who().equals(of.who()))
                .map(TraceLog.Line::access)
                .map(access -> access.act() + " " + access.what())
                .filter(said -> !said.startsWith(Trace.Act.LOGGED_IN.name()))
                .toList();
    }

    /** Stops and starts again. */
    void restart() {
        web.close();
        site.restart();
        web = WebApplication.start(site.house, 0, List.of(), () -> site.now);
    }

    @Override
    public void close() {
        web.close();
        site.close();
    }
}
