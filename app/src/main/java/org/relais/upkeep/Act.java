package org.relais.upkeep;

import org.jspecify.annotations.Nullable;
import org.relais.journal.Draft;
import org.relais.kernel.Who;

/**
 * That somebody asks for something to be written.
 *
 * @param once what makes a form sent twice be written once, or null
 */
public record Act(Who who, byte @Nullable [] once) {
    public static Act of(Who who) {
        return new Act(who, null);
    }

    /** The draft, written once only where the form says so. */
    Draft draft(Draft draft) {
        byte[] key = once;
        return key == null ? draft : draft.onlyOnce(key);
    }
}
