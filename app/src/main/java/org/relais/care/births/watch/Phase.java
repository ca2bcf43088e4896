package org.relais.care.births.watch;

/** How far labour is, as far as reviews of the trace depend on it. */
public enum Phase {
    ACTIVE_LABOUR,
    PUSHING
}
