package org.relais.journal;

/** The finding that stored bytes are not an entry as {@code docs/formats/journal.md} lays it down. */
final class MalformedEntryException extends Exception {
    MalformedEntryException(String what) {
        super(what);
    }

    MalformedEntryException(String what, Throwable cause) {
        super(what, cause);
    }
}
