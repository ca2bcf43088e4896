package org.relais.access.screens;

import org.relais.journal.FactType;

/** What is known of shared screens. */
sealed interface ScreenFact {
    /**
     * A screen was shared.
     *
     * @param id    32 hexadecimal digits
     * @param ward  code of the ward that it shows
     * @param proof keyed hash of the secret that the browser keeps
     */
    record Shared(String id, String ward, String proof) implements ScreenFact {
        static final FactType<Shared> TYPE = FactType.of("access.screen-shared", 1, Shared.class);
    }

    /** A screen is shared no longer, by hand. */
    record Ended(String id) implements ScreenFact {
        static final FactType<Ended> TYPE = FactType.of("access.screen-ended", 1, Ended.class);
    }
}
