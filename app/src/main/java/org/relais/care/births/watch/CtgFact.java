package org.relais.care.births.watch;

import org.relais.care.identity.desk.Told;
import org.relais.journal.FactType;

/** What is written of a CTG trace; the entry's subject is the mother. */
public sealed interface CtgFact extends WatchFact {
    FactType<Placed> PLACED = FactType.of("care.ctg-placed", 1, Placed.class);
    FactType<Reviewed> REVIEWED = FactType.of("care.ctg-reviewed", 1, Reviewed.class);
    FactType<Taken> TAKEN = FactType.of("care.ctg-alert-taken", 1, Taken.class);
    FactType<Stopped> STOPPED = FactType.of("care.ctg-stopped", 1, Stopped.class);

    /**
     * She is watched from now on; or, when she is already, in another phase, by another midwife or at another interval.
     *
     * @param midwife the named midwife of this trace
     * @param paper   whether a paper trace runs
     * @param minutes the interval signed for her, in minutes: never longer than the hospital's
     */
    record Placed(Phase phase, String midwife, boolean paper, int minutes, Told told) implements CtgFact {}

    /**
     * The trace was reviewed and is signed for.
     *
     * @param note what was seen or done, or empty
     */
    record Reviewed(Reading reading, String note, Told told) implements CtgFact {}

    /**
     * The alert about a review that is due was taken: it calls no more until the next step, the review stays due.
     *
     * @param step   whom it had come to
     * @param called who was told; empty only of the first step
     * @param note   what was done, or empty
     */
    record Taken(Escalation step, String called, String note, Told told) implements CtgFact {}

    /** She is watched no more. */
    record Stopped(StopReason reason, String note, Told told) implements CtgFact {}
}
