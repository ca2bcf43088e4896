package org.relais.care.births.watch;

import org.relais.care.identity.desk.Told;
import org.relais.journal.FactType;

/** What is written of a post-partum haemorrhage; the entry's subject is the mother. */
public sealed interface BleedFact extends WatchFact {
    FactType<Started> STARTED = FactType.of("care.haemorrhage-started", 1, Started.class);
    FactType<Noted> NOTED = FactType.of("care.haemorrhage-act", 1, Noted.class);
    FactType<Ended> ENDED = FactType.of("care.haemorrhage-ended", 1, Ended.class);

    /** Time zero. */
    record Started(Told told) implements BleedFact {}

    /**
     * One line of the sheet.
     *
     * @param millilitres blood lost since the line before, measured or weighed; 0 on lines that are no measure
     * @param note        what was said, or empty
     * @param corrects    key of the line that this one replaces, or empty
     */
    record Noted(BleedAct act, int millilitres, String note, String corrects, Told told) implements BleedFact {}

    /** The sheet is closed. */
    record Ended(String note, Told told) implements BleedFact {}
}
