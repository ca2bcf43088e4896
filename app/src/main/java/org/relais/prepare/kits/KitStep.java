package org.relais.prepare.kits;

import java.time.Instant;
import org.relais.journal.FactType;

/**
 * What happened to a box: the fact {@code prepare.kit}.
 *
 * @param kit     two digits that all its numbers begin with
 * @param from    first sequence in it, {@code to} the last
 * @param content for whom its pochettes are
 * @param job     name of its print, on the codes of its pages; empty for later steps
 */
public record KitStep(int kit, int from, int to, Content content, Step step, Instant occurredAt, String job) {
    static final FactType<KitStep> TYPE = FactType.of("prepare.kit", 1, KitStep.class);

    /** For whom the pochettes are. */
    public enum Content {
        ADULT,
        /** Two bands of a newborn, with a blank for the mother's number. */
        NEWBORN
    }

    /** What is noted here; that a box was handed over is noted with its numbers. */
    public enum Step {
        PRINTED,
        OPENED,
        USED_UP
    }
}
