package org.relais.journal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where entries lie: the contract that every store passes (one suite of tests, run on each). One thread appends; any
 * thread reads. What a call that returned has written survives a power cut.
 */
public interface EntryStore extends Closeable {

    /**
     * Writes a group in one transaction, and returns once it is on disk. Positions follow the last one without a gap. An
     * entry that is there already (same author, epoch, seq and hash), or whose dedup key is, fails the whole group with
     * an {@link AlreadyThereException}, which leaves the store as it was.
     */
    void append(List<StoredEntry> group) throws IOException;

    /** Up to {@code limit} entries from a position, ascending; fewer when they are large, none only at the end. */
    List<StoredEntry> read(long fromPosition, int limit) throws IOException;

    /** The entry at a position. */
    Optional<StoredEntry> at(long position) throws IOException;

    /** Up to {@code limit} entries of one epoch of one author, by ascending seq; forks of a seq by position. */
    List<StoredEntry> range(byte[] author, byte[] epoch, long fromSeq, int limit) throws IOException;

    /** The last entry of every epoch of every author, by position. */
    List<StoredHead> heads() throws IOException;

    /** Position of the entry with this dedup key. */
    OptionalLong contains(byte[] dedup) throws IOException;

    /** Position of the last entry; 0 when there is none. */
    long last() throws IOException;

    /** A sealed chunk of an entry, numbered from 0. */
    Optional<byte[]> chunk(long position, int number) throws IOException;

    /**
     * Drops the payload and the chunks of an entry and appends the fact that says so, in one transaction.
     *
     * @return true when no trace of the payload is left in the store's files; false when a reader kept one from being
     *     wiped, which closing the store does
     */
    boolean forget(long position, StoredEntry fact) throws IOException;

    /**
     * The same for several entries at once.
     *
     * @param facts one for each position, signed at the last as a group
     */
    default boolean forget(List<Long> positions, List<StoredEntry> facts) throws IOException {
        boolean wiped = true;
        for (int at = 0; at < positions.size(); at++) {
            wiped = forget(positions.get(at), facts.get(at));
        }
        return wiped;
    }

    /** The store's own view of its files: what is wrong with them, in English; empty when nothing is. */
    List<String> check() throws IOException;

    /** Copies the whole store, as it is now, to a new file, while others go on writing. */
    void backup(Path to) throws IOException;
}
