package org.relais.care.identity.numbers;

import java.time.Instant;
import org.relais.journal.FactType;

/** What happened to downtime numbers. Numbers are ten digits, as {@link DowntimeNumber#digits}. */
public sealed interface NumberFact {
    FactType<BlockReserved> BLOCK = FactType.of("care.number-block", 1, BlockReserved.class);
    FactType<KitGiven> GIVEN = FactType.of("care.kit-given", 1, KitGiven.class);
    FactType<Issued> ISSUED = FactType.of("care.number-issued", 1, Issued.class);
    FactType<Used> USED = FactType.of("care.number-used", 1, Used.class);
    FactType<Spoilt> SPOILT = FactType.of("care.number-spoilt", 2, Spoilt.class)
            .upcasting(1, spoilt -> spoilt.put("forWhom", "").put("via", "SELF"));

    /** What a block is for. */
    enum Use {
        /** Given one after the other on this node's screens. */
        SCREEN,
        /** Printed beforehand into a sealed kit. */
        SEALED
    }

    /**
     * Numbers of one kit set aside, for ever, for a desk.
     *
     * @param from first sequence, {@code to} the last
     * @param desk who draws from it; empty for whoever works at this node
     */
    record BlockReserved(int kit, int from, int to, Use use, String desk) implements NumberFact {}

    /**
     * A sealed kit handed over.
     *
     * @param kit      whose pochettes carry its numbers
     * @param from     first sequence in the box, {@code to} the last
     * @param desk     where it is kept
     * @param receiver who took it
     */
    record KitGiven(int kit, int from, int to, String desk, String receiver, Instant occurredAt)
            implements NumberFact {}

    /** A number given on screen. */
    record Issued(String number, String desk) implements NumberFact {}

    /** A number of a sealed kit was put on a patient, at {@code occurredAt}. */
    record Used(String number, Instant occurredAt) implements NumberFact {}

    /**
     * A number that will name nobody: its label was torn, its pochette lost.
     *
     * @param forWhom who found it so, when it was not the author; {@code via} how the author was told
     */
    record Spoilt(String number, String reason, Instant occurredAt, String forWhom, String via) implements NumberFact {}
}
