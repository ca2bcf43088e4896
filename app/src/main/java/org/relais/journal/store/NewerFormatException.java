package org.relais.journal.store;

import java.io.IOException;

/** The refusal to touch a store that a later program has written. */
public final class NewerFormatException extends IOException {
    NewerFormatException() {
        super("the store was written by a later program");
    }
}
