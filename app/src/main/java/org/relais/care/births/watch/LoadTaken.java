package org.relais.care.births.watch;

import java.time.Duration;
import java.time.Instant;
import org.relais.care.identity.desk.Told;
import org.relais.journal.FactType;
import org.relais.kernel.Who;

/**
 * The alert about a midwife who is named for too many traces was taken: the fact {@code care.ctg-load-taken}, without a subject.
 *
 * @param traces how many then
 * @param called who was told
 * @param note   what was done, or empty
 */
public record LoadTaken(String midwife, int traces, boolean pushing, String called, String note, Told told) {
    static final FactType<LoadTaken> TYPE = FactType.of("care.ctg-load-taken", 1, LoadTaken.class);
    /** How long it holds: after that the alert calls again. */
    public static final Duration HOLDS = Duration.ofMinutes(30);

    /** The same as the journal has it. */
    public record Line(LoadTaken said, Who by) {}

    /** Whether it answers this load at that moment: one that grew since calls again. */
    boolean answers(MidwifeLoad load, Instant at) {
        return MidwifeLoad.plain(midwife).equals(MidwifeLoad.plain(load.midwife()))
                && load.traces() <= traces
                && (pushing || !load.pushing())
                && at.isBefore(told.occurredAt().plus(HOLDS));
    }
}
