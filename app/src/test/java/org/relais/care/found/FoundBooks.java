package org.relais.care.found;

import java.time.Instant;
import java.time.InstantSource;

/** Books of what was found, for tests of other rooms. */
public final class FoundBooks {
    private FoundBooks() {}

    /** One in which nothing is, and nothing can be written. */
    public static FoundBook unwritten() {
        return new FoundBook(
                draft -> {
                    throw new IllegalStateException("nothing is written here");
                },
                InstantSource.fixed(Instant.EPOCH));
    }
}
