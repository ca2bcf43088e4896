package org.relais.web.node;

import java.util.List;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.Trace;
import org.relais.access.TraceLog.Line;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Frame;

/** Tells accesses in words, in one language. */
final class TraceRows {
    private static final int NAMED = 3;
    private static final int DIGITS = 8;

    private final Frame f;
    private final Accounts accounts;
    private final NodeRooms rooms;

    TraceRows(Frame f, Accounts accounts, NodeRooms rooms) {
        this.f = f;
        this.accounts = accounts;
        this.rooms = rooms;
    }

    /** @param named whether the reader may know which patients were seen */
    TracesPage.Row row(Line line, boolean named) {
        Trace.Access access = line.access();
        StaffId account = line.account();
        return new TracesPage.Row(
                f.n(line.position()),
                f.show().moment(line.at()),
                who(line.who()),
                account == null || line.who().equals(new Who.Staff(account)) ? "" : name(account),
                f.t("access.act." + access.act().name()),
                what(access.what()),
                about(access),
                named && access.patients().size() <= NAMED ? seen(access.patients()) : List.of(),
                access.count() == 0 ? "" : f.n(access.count()));
    }

    /** The same as cells of a file, with ids for who reads them by program. */
    List<String> cells(Line line) {
        TracesPage.Row row = row(line, true);
        return List.of(
                Long.toString(line.position()),
                line.at().toString(),
                row.who(),
                row.account(),
                line.access().act().name(),
                row.what(),
                row.about(),
                String.join(
                        ", ",
                        row.patients().stream().map(TracesPage.Seen::label).toList()),
                String.join(" ", line.access().patients()),
                Integer.toString(line.access().count()));
    }

    private String about(Trace.Access access) {
        return access.act() == Trace.Act.SEARCHED ? f.t("node.traces.hidden") : access.about();
    }

    private List<TracesPage.Seen> seen(List<String> ids) {
        return ids.stream().map(id -> new TracesPage.Seen(id, patient(id))).toList();
    }

    /** Name and number of a patient; the beginning of her id when she is known no longer. */
    String patient(String id) {
        return rooms.models()
                .query(() -> rooms.wards().patients().get(new PatientId(id)))
                .map(patient -> PatientHead.of(f, patient, code -> code.value(), false))
                .map(head -> head.name() + " · " + head.number())
                .orElse(id.substring(0, DIGITS));
    }

    String what(String what) {
        String key = "node.traces.what." + what;
        return f.texts().has(key) ? f.t(key) : what;
    }

    String who(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) -> name(id);
            case Who.Operator() -> f.t("node.who.operator");
            case Who.Machine() -> f.t("node.who.machine");
        };
    }

    private String name(StaffId id) {
        return accounts.byId(id)
                .map((Account account) -> account.name() + " (" + account.login() + ")")
                .orElseGet(() -> id.hex().substring(0, DIGITS));
    }
}
