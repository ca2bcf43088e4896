package org.relais.paper;

import java.time.Duration;

/** Whoever waits for a print: told of every page, asked before every page whether to go on. */
public interface Watch {
    /** Waits without watching. */
    Watch NONE = new Watch() {
        @Override
        public void progress(int done, int expected, Duration left) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * A page was finished.
     *
     * @param done     pages finished
     * @param expected pages in all, as planned
     * @param left     how long the rest will take at this pace
     */
    void progress(int done, int expected, Duration left);

    /** True once the print must stop. */
    boolean cancelled();
}
