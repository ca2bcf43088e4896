package org.relais.web.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.Trace;
import org.relais.access.TraceLog.Line;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * Who saw what, newest first. Patients are counted, never named, and questions are not shown: they hold names.
 *
 * @param total  accesses of the chosen person, or of all
 * @param older  address of the next page, or empty
 */
public record TracesPage(List<Row> rows, int total, List<Choice> acts, List<Choice> staff, String older) {
    /**
     * One access.
     *
     * @param account whom a login is about, when that is not who did it
     */
    public record Row(
            String position,
            Moment at,
            String who,
            String account,
            String act,
            String what,
            String about,
            String count) {}

    static Row row(Frame f, Line line, Accounts accounts) {
        Trace.Access access = line.access();
        String about = access.act() == Trace.Act.SEARCHED ? f.t("node.traces.hidden") : access.about();
        StaffId account = line.account();
        return new Row(
                f.n(line.position()),
                f.show().moment(line.at()),
                who(f, line.who(), accounts),
                account == null || line.who().equals(new Who.Staff(account)) ? "" : name(account, accounts),
                f.t("access.act." + access.act().name()),
                what(f, access.what()),
                about,
                access.count() == 0 ? "" : f.n(access.count()));
    }

    private static String what(Frame f, String what) {
        String key = "node.traces.what." + what;
        return f.texts().has(key) ? f.t(key) : what;
    }

    static String who(Frame f, Who who, Accounts accounts) {
        return switch (who) {
            case Who.Staff(StaffId id) -> name(id, accounts);
            case Who.Operator() -> f.t("node.who.operator");
            case Who.Machine() -> f.t("node.who.machine");
        };
    }

    private static String name(StaffId id, Accounts accounts) {
        return accounts.byId(id)
                .map(account -> account.name() + " (" + account.login() + ")")
                .orElseGet(() -> id.hex().substring(0, 8));
    }

    static List<Choice> acts(Frame f, String chosen) {
        return Arrays.stream(Trace.Act.values())
                .map(act -> new Choice(
                        act.name(), f.t("access.act." + act.name()), act.name().equals(chosen)))
                .toList();
    }

    static List<Choice> staff(List<Account> accounts, Optional<StaffId> chosen) {
        return accounts.stream()
                .map(account -> new Choice(
                        account.id().hex(),
                        account.name() + " (" + account.login() + ")",
                        chosen.filter(account.id()::equals).isPresent()))
                .toList();
    }
}
