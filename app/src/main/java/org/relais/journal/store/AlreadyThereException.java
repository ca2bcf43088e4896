package org.relais.journal.store;

import java.io.IOException;

/** A group was not written because an entry of it, or a dedup key, is in the store already; the store is as it was. */
public final class AlreadyThereException extends IOException {
    private static final long serialVersionUID = 1L;

    public AlreadyThereException(Throwable cause) {
        super("an entry is there already", cause);
    }
}
