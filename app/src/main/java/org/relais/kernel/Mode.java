package org.relais.kernel;

/** What a data directory is for; fixed by its first entry, for ever. */
public enum Mode {
    REAL,
    EXERCISE,
    DEMO
}
