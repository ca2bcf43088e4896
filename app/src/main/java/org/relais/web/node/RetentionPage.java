package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * When patients who left are forgotten.
 *
 * @param due  how many would be now
 * @param next when the next run is, or null when there is none
 * @param last what the last run did, in words; empty before any
 * @param key  idempotency key of the form
 */
public record RetentionPage(
        boolean on,
        String days,
        String due,
        @Nullable Moment next,
        boolean suspended,
        @Nullable Moment lastAt,
        String last,
        List<FormError> errors,
        String saved,
        String key) {

    static RetentionPage of(Frame f, Retention.Standing now) {
        RetentionRun last = now.last();
        var next = now.next();
        return new RetentionPage(
                now.settings().on(),
                Integer.toString(now.settings().days()),
                f.n(now.due()),
                next == null ? null : f.show().moment(next),
                now.suspended(),
                last == null ? null : f.show().moment(last.occurredAt()),
                last == null
                        ? ""
                        : f.t("node.retention.did", f.n(last.patients()), f.n(last.entries()), f.n(last.waiting())),
                List.of(),
                "",
                FormKey.fresh());
    }

    RetentionPage wrong(boolean typedOn, String typedDays, List<FormError> wrong) {
        return new RetentionPage(typedOn, typedDays, due, next, suspended, lastAt, last, wrong, "", key);
    }

    RetentionPage saved(String text) {
        return new RetentionPage(on, days, due, next, suspended, lastAt, last, errors, text, key);
    }
}
