package org.relais.web.node;

import java.util.List;
import org.relais.care.Interpretation.Reason;
import org.relais.feeds.Quarantine.Held;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * The messages in quarantine, the latest first.
 *
 * @param total how many there are in all
 * @param more  the next page begins before this position; empty when there is none
 * @param since what became of those that were there when it was last read, in words; empty when it never was
 */
public record QuarantinePage(List<Row> rows, int total, String more, String since, String saved) {
    /** One message. */
    public record Row(
            long position,
            String number,
            String label,
            String source,
            String feed,
            Moment at,
            List<String> reasons,
            List<String> flags) {}

    static Row row(Frame f, Held held) {
        return new Row(
                held.position(),
                f.n(held.position()),
                held.label(),
                held.source(),
                held.feed().value(),
                f.show().moment(held.receivedAt()),
                texts(f, held.reasons()),
                texts(f, held.flags()));
    }

    private static List<String> texts(Frame f, List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> f.t(reason.key(), reason.args().toArray()))
                .toList();
    }
}
