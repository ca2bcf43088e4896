package org.relais.web.care.births.watch;

import static org.relais.web.care.births.watch.WatchRooms.text;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.Escalation;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.Phase;
import org.relais.care.births.watch.Reading;
import org.relais.care.births.watch.StopReason;
import org.relais.care.identity.desk.Told;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.care.identity.ToldForm;

/**
 * An act on a watch as the browser sent it; a field that was not sent is null.
 *
 * @param patient the page's patient: any other is refused
 * @param step    of the alert that is taken, as the page showed it
 * @param called  who was told of it
 * @param minutes interval signed for her; empty for the hospital's
 */
record CtgForm(
        @Nullable String patient,
        @Nullable String phase,
        @Nullable String midwife,
        @Nullable String paper,
        @Nullable String minutes,
        @Nullable String reading,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String step,
        @Nullable String called,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time)
        implements WatchRooms.Written {
    static final CtgForm EMPTY =
            new CtgForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Override
    public ToldForm told() {
        return new ToldForm(forWhom, via, time);
    }

    ToldFields fields() {
        return new ToldFields(text(forWhom), text(via).isEmpty() ? "SELF" : text(via), text(time));
    }

    Outcome<CtgFact.Placed> placed(Told told, Intervals site) {
        Optional<Phase> chosen = one(Phase.values(), phase);
        if (chosen.isEmpty()) {
            return refused("refused.ctg.phase");
        }
        if (!text(paper).equals("yes") && !text(paper).equals("no")) {
            return refused("refused.ctg.paper");
        }
        int longest = site.minutes(chosen.get());
        String typed = text(minutes);
        int every = typed.isEmpty() ? longest : typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        return Outcome.done(
                new CtgFact.Placed(chosen.get(), text(midwife), text(paper).equals("yes"), every, told));
    }

    Outcome<CtgFact.Reviewed> reviewed(Told told) {
        return one(Reading.values(), reading)
                .map(chosen -> Outcome.done(new CtgFact.Reviewed(chosen, text(note), told)))
                .orElseGet(() -> refused("refused.ctg.reading"));
    }

    Outcome<CtgFact.Taken> taken(Told told) {
        return one(Escalation.values(), step)
                .map(chosen -> Outcome.done(new CtgFact.Taken(chosen, text(called), text(note), told)))
                .orElseGet(() -> refused("refused.ctg.not-due"));
    }

    Outcome<CtgFact.Stopped> stopped(Told told) {
        return one(StopReason.values(), reason)
                .map(chosen -> Outcome.done(new CtgFact.Stopped(chosen, text(note), told)))
                .orElseGet(() -> refused("refused.ctg.stop"));
    }

    static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String named) {
        return Arrays.stream(all).filter(each -> each.name().equals(named)).findFirst();
    }

    private static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }
}
