package org.relais.web.care.births.watch;

import java.time.Duration;
import org.relais.care.births.watch.CtgFact.Reviewed;
import org.relais.care.births.watch.CtgWatch;
import org.relais.care.births.watch.Signed;
import org.relais.care.births.watch.Watches.Watched;
import org.relais.web.shell.Frame;
import org.relais.web.shell.State;

/**
 * One trace on the watch list.
 *
 * @param state overdue, or open
 * @param due   {@code à revoir 14:05, dans 4 min} or {@code +12 min}
 * @param last  the last review in words, or that there is none yet
 * @param paper what is missing when no paper trace runs, else empty
 */
public record CtgLine(
        String id,
        String name,
        String birth,
        String place,
        State state,
        String due,
        String phase,
        String midwife,
        String last,
        String paper) {
    static CtgLine of(Frame f, Watched one) {
        CtgWatch watch = one.watch();
        var place = one.patient().place();
        return new CtgLine(
                one.patient().id().hex(),
                WatchWords.name(f, one.patient()),
                WatchWords.birth(f, one.patient()),
                place == null ? f.t("patient.absent") : (place.room() + " " + place.bed()).strip(),
                watch.overdue(f.show().now()) ? State.OVERDUE : State.OPEN,
                due(f, watch),
                f.t("watch.phase." + watch.now().phase(), watch.now().minutes()),
                watch.now().midwife(),
                watch.lastReview().map(line -> last(f, line)).orElseGet(() -> f.t("watch.no-review")),
                watch.now().paper() ? "" : f.t("watch.no-paper"));
    }

    static String due(Frame f, CtgWatch watch) {
        Duration late = watch.late(f.show().now());
        String at = f.show().time(watch.dueAt());
        return late.isNegative()
                ? f.t("watch.due-in", at, f.show().span(late.negated().plusSeconds(59)))
                : f.t("watch.late", at, f.show().span(late));
    }

    private static String last(Frame f, Signed line) {
        return line.said() instanceof Reviewed(var reading, var note, var _)
                ? f.t("watch.reviewed", f.show().time(line.at()), f.t("watch.reading." + reading))
                        + (note.isBlank() ? "" : " · " + note)
                : "";
    }

    public boolean overdue() {
        return state == State.OVERDUE;
    }
}
