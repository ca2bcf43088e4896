package org.relais.journal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier found.
 *
 * @param entries   how many entries were found good, from the first
 * @param forgotten how many of them have lost their payload, as a fact says
 * @param epochs    how many times a writer began
 * @param head      hash of the last good entry, 64 hexadecimal digits; empty when there is none
 * @param fault     the first bad entry, or null
 * @param forks     heads that have more than one successor: a restored copy or a cloned disk has gone on writing
 * @param expected  whether the head that was asked for lies in the log
 * @param losses    told in the log: entries were there once and were gone when it was opened
 * @param untold    what the log lacks of what is noted beside it, and nobody has opened it since; or null
 */
public record Verification(
        long entries,
        long forgotten,
        int epochs,
        String head,
        @Nullable Fault fault,
        List<Fork> forks,
        Expected expected,
        List<Loss> losses,
        @Nullable Loss untold) {

    /** Whether the log is whole and unaltered; a fork or a loss told before does not make it unsound, but is to be shown. */
    public boolean sound() {
        return fault == null && expected != Expected.MISSING && untold == null;
    }

    /** The same, of a log that lacks something of what is noted. */
    Verification lacking(@Nullable Loss loss) {
        return new Verification(entries, forgotten, epochs, head, fault, forks, expected, losses, loss);
    }

    /** Whether a head printed earlier lies in the log: when it does not, the log was cut short. */
    public enum Expected {
        NOT_ASKED,
        FOUND,
        MISSING
    }

    /**
     * A bad entry.
     *
     * @param position of the entry, 0 when the store as a whole is meant
     * @param key      its name, when its header can be read
     */
    public record Fault(long position, @Nullable EntryKey key, Kind kind) {}

    /** What is bad about an entry; each has its text in {@code i18n/problems_{fr,en}.properties}. */
    public enum Kind {
        /** The store says itself that its files are damaged, or does not answer. */
        STORE,
        /** A position is missing. */
        GAP,
        /** The header is not of a known form, or says otherwise than the store's columns. */
        HEADER,
        /** The hash is not that of the header. */
        HASH,
        /** The entry does not follow the one before it, or its epoch follows nothing known. */
        CHAIN,
        /** The payload or a chunk is not what was sealed. */
        PAYLOAD,
        /** The payload is gone, and no fact says why. */
        MISSING_PAYLOAD,
        /** The dedup key's column is not what was sealed. */
        DEDUP,
        /** A group's signature is wrong, or the last entry of an epoch has none. */
        SIGNATURE;

        public String messageKey() {
            return "journal.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A head with more than one successor.
     *
     * @param head       hash of the entry from which the log forks, 64 hexadecimal digits
     * @param successors the epochs that follow it; an epoch that simply went on is the one the head is in
     */
    public record Fork(String head, List<String> successors) {}
}
