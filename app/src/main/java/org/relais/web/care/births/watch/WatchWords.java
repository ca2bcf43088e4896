package org.relais.web.care.births.watch;

import java.util.function.Function;
import org.relais.care.births.watch.BleedFact;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.Signed;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Told;
import org.relais.kernel.Who;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Frame;

/** What was written of a watch, in words. */
final class WatchWords {
    private WatchWords() {}

    static String name(Frame f, Patient patient) {
        return head(f, patient).name();
    }

    static String birth(Frame f, Patient patient) {
        return head(f, patient).birth();
    }

    private static PatientHead head(Frame f, Patient patient) {
        return PatientHead.of(f, patient, code -> code.value(), false);
    }

    /** What was written. */
    static String said(Frame f, Signed line) {
        return switch (line.said()) {
            case CtgFact.Placed(var phase, var midwife, var paper, var minutes, var _) ->
                f.t("watch.placed", f.t("watch.phase." + phase, minutes), midwife)
                        + (paper ? "" : " · " + f.t("watch.no-paper"));
            case CtgFact.Reviewed(var reading, var note, var _) -> f.t("watch.reading." + reading) + more(note);
            case CtgFact.Taken(var step, var called, var note, var _) ->
                f.t("watch.taken." + step) + (called.isBlank() ? "" : " · " + f.t("watch.called", called)) + more(note);
            case CtgFact.Stopped(var reason, var note, var _) ->
                f.t("watch.stopped", f.t("watch.stop." + reason)) + more(note);
            case BleedFact.Started _ -> f.t("bleed.started");
            case BleedFact.Noted(var act, var lost, var note, var _, var _) ->
                f.t("bleed.act." + act) + (lost == 0 ? "" : " " + f.t("bleed.ml", f.n(lost))) + more(note);
            case BleedFact.Ended(var note, var _) -> f.t("bleed.ended") + more(note);
        };
    }

    /** When the alert was taken, and who was told. */
    static String taken(Frame f, Signed line) {
        String called = line.said() instanceof CtgFact.Taken one ? one.called() : "";
        return f.t("watch.taken.at", f.show().time(line.at()))
                + (called.isBlank() ? "" : " · " + f.t("watch.called", called));
    }

    private static String more(String note) {
        return note.isBlank() ? "" : " · " + note;
    }

    /** Who signs for it, and when it was written when that was later. */
    static String by(Frame f, Signed line, Function<Who, String> staff) {
        Told told = line.said().told();
        String author = staff.apply(line.by());
        String who = told.delegated()
                ? f.t("watch.for", told.forWhom(), author, f.t("told.via." + told.via()))
                : told.forWhom().isBlank() ? author : f.t("watch.for-self", told.forWhom(), author);
        boolean later = !f.show().time(line.at()).equals(f.show().time(line.recordedAt()));
        return later ? who + " · " + f.t("watch.written", f.show().time(line.recordedAt())) : who;
    }
}
