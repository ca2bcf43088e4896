package org.relais.paper;

/** Whoever waits for a print: told of every page, asked before every page whether to go on. */
public interface Watch {
    /** A page was finished. */
    void page();

    /** True once the print must stop; what was written so far is then no readable document. */
    boolean cancelled();

    /** Waits without watching. */
    Watch NONE = new Watch() {
        @Override
        public void page() {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
