package org.relais.feeds.hl7v2;

import org.jspecify.annotations.Nullable;
import org.relais.feeds.FrameBudget;
import org.relais.hl7.MllpReader;

/** What the frame that a connection is reading holds of the node's memory for large frames. */
final class FrameMemory implements MllpReader.Memory {
    private final FrameBudget budget;
    private FrameBudget.@Nullable Share share;

    FrameMemory(FrameBudget budget) {
        this.budget = budget;
    }

    @Override
    public boolean more(int bytes) {
        if (bytes <= FrameBudget.SMALL) {
            return true;
        }
        FrameBudget.Share mine = share == null ? budget.share() : share;
        share = mine;
        return mine.grow(bytes);
    }

    @Override
    public void dropped() {
        if (share != null) {
            share.close();
            share = null;
        }
    }

    /** The frame is whole: whoever holds its bytes now gives the memory back. Null when it held none. */
    FrameBudget.@Nullable Share handOver() {
        FrameBudget.Share held = share;
        share = null;
        return held;
    }
}
