package org.relais.upkeep;

import java.io.IOException;
import java.nio.file.Path;

/** Copies of the node. Declared here, joined in wiring. */
public interface Copies {
    /**
     * A place by the side of the data that only this node may read, with room for a copy; made empty.
     *
     * @throws IOException when there is no room
     */
    Path scratch() throws IOException;

    /** Copies the node, while it works, into a new file. */
    void backup(Path to);

    /**
     * Makes a node of a backup, opens it with this node's keys, verifies and folds it.
     *
     * @param expectHead a head that must be in it
     */
    Trial restore(Path from, Path directory, String expectHead);

    /** What the living node counts now. */
    Count count();

    /**
     * How many there are at a head of the journal.
     *
     * @param head of the last entry folded; empty while the folds lag behind
     */
    record Count(String head, int patients, int inHospital) {}

    /**
     * What a restored node turned out to be.
     *
     * @param sound the chain verified and the expected head was found
     */
    record Trial(boolean sound, long entries, Count count) {}
}
