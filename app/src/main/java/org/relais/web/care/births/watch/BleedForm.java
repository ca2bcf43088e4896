package org.relais.web.care.births.watch;

import static org.relais.web.care.births.watch.WatchRooms.text;

import org.jspecify.annotations.Nullable;
import org.relais.care.births.watch.BleedAct;
import org.relais.care.births.watch.BleedFact;
import org.relais.care.identity.desk.Told;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.care.identity.ToldForm;

/**
 * An act on a haemorrhage sheet as the browser sent it; a field that was not sent is null.
 *
 * @param patient     the page's patient: any other is refused
 * @param millilitres as typed, or empty on lines that are no measure
 * @param corrects    key of the line that this one replaces, or empty
 */
record BleedForm(
        @Nullable String patient,
        @Nullable String act,
        @Nullable String millilitres,
        @Nullable String note,
        @Nullable String corrects,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time)
        implements WatchRooms.Written {
    static final BleedForm EMPTY = new BleedForm(null, null, null, null, null, null, null, null);

    static BleedForm correcting(@Nullable String key) {
        return new BleedForm(null, null, null, null, key, null, null, null);
    }

    @Override
    public ToldForm told() {
        return new ToldForm(forWhom, via, time);
    }

    ToldFields fields() {
        return new ToldFields(text(forWhom), text(via).isEmpty() ? "SELF" : text(via), text(time));
    }

    Outcome<BleedFact.Noted> noted(Told told) {
        String typed = text(millilitres);
        int lost = typed.isEmpty() ? 0 : typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        return CtgForm.one(BleedAct.values(), act)
                .map(chosen -> Outcome.done(new BleedFact.Noted(chosen, lost, text(note), text(corrects), told)))
                .orElseGet(() -> Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.haemorrhage.act")));
    }
}
