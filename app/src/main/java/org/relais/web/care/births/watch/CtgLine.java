package org.relais.web.care.births.watch;

import java.time.Duration;
import java.time.Instant;
import org.relais.care.births.watch.CtgFact.Reviewed;
import org.relais.care.births.watch.CtgWatch;
import org.relais.care.births.watch.Escalation;
import org.relais.care.births.watch.Signed;
import org.relais.care.births.watch.Watches.Watched;
import org.relais.web.shell.Frame;
import org.relais.web.shell.State;

/**
 * One trace on the watch list.
 *
 * @param state act now once the obstetrician is to be told, overdue, or open
 * @param due   {@code à revoir 14:05, dans 4 min} or {@code +12 min}
 * @param alert whom to tell, or who took the alert; empty while nothing is due
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
        String alert,
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
                state(f, watch),
                due(f, watch),
                alert(f, watch),
                f.t("watch.phase." + watch.now().phase(), watch.now().minutes()),
                watch.now().midwife(),
                watch.lastReview().map(line -> last(f, line)).orElseGet(() -> f.t("watch.no-review")),
                watch.now().paper() ? "" : f.t("watch.no-paper"));
    }

    /** Whom to tell stands with a state that calls, so that it survives where there is no room for a line of its own. */
    static State state(Frame f, CtgWatch watch) {
        Instant now = f.show().now();
        boolean grave =
                watch.calling(now).filter(step -> step != Escalation.MIDWIFE).isPresent();
        return grave ? State.ACT_NOW : watch.overdue(now) ? State.OVERDUE : State.OPEN;
    }

    /** Whom to tell beside the named midwife, or who took the alert. */
    static String alert(Frame f, CtgWatch watch) {
        Instant now = f.show().now();
        if (!watch.overdue(now)) {
            return "";
        }
        return watch.calling(now)
                .map(step -> step == Escalation.MIDWIFE ? "" : f.t("watch.alert." + step))
                .or(() -> watch.taken().map(line -> WatchWords.taken(f, line)))
                .orElse("");
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

    /** The alert after a middle dot; empty when there is none. */
    public String more() {
        return alert.isEmpty() ? "" : " · " + alert;
    }
}
