package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;
import org.relais.web.shell.State;

/**
 * Standby packs: what lies on the key, for each ward, and how it is made.
 *
 * @param alarms what must be put right, with what to do
 * @param change whether the reader may change settings and hand out envelopes
 * @param key    idempotency key of the forms
 */
public record StandbyPage(
        List<AlarmLine> alarms,
        List<Row> rows,
        StandbyForm settings,
        boolean change,
        List<FormError> errors,
        String saved,
        String key) {

    /** An alarm in words. */
    public record AlarmLine(
            String text, String todo, @Nullable Moment since) {}

    /**
     * One ward.
     *
     * @param asOf     moment the data of its last good pack stop at, or null
     * @param read     when the node opened it
     * @param envelope number in force, or empty
     * @param printed  when that envelope was printed, or null
     * @param opened   by whom and where one was opened, in words; may be empty
     */
    public record Row(
            String code,
            String name,
            State state,
            @Nullable Moment asOf,
            @Nullable Moment read,
            String pages,
            String generations,
            String envelope,
            @Nullable Moment printed,
            String opened,
            @Nullable Moment openedAt) {}

    StandbyPage wrong(Frame f, StandbyForm typed, List<FormError> wrong) {
        return new StandbyPage(alarms, rows, typed, f.may(org.relais.access.Right.BACK_UP), wrong, "", key);
    }

    StandbyPage saved(String text) {
        return new StandbyPage(alarms, rows, settings, change, errors, text, key);
    }
}
