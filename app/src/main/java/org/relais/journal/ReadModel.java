package org.relais.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A fold over the journal, held in memory: what screens and paper are made from. Called by one thread, in order of
 * position, under the write lock of {@link ReadModels}. Folding the same entries always gives the same state.
 */
public interface ReadModel {
    /** Name of its snapshot: letters and hyphens. */
    String name();

    /** Raised whenever the fold or the snapshot's form changes: an older snapshot is then dropped and replayed. */
    int version();

    /** Takes one entry in. Entries of unknown type, or forgotten ones, are passed over. Never throws for bad content. */
    void apply(Entry entry);

    /** An entry that was taken in has lost its payload: drops what came from it alone. What replay passes over. */
    default void forgot(long position) {}

    /** Writes the whole state. Sealed by the caller. */
    void save(DataOutput out) throws IOException;

    /** Reads what {@link #save} wrote, into an empty model. */
    void load(DataInput in) throws IOException;
}
