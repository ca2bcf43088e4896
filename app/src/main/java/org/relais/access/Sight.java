package org.relais.access;

/** How much of one patient an account may see, the least first. */
public enum Sight {
    NOTHING,
    /** Who she is and where she lies. */
    IDENTITY,
    /** Identity and place; the chart opens by <em>bris de glace</em>. */
    BEHIND_GLASS,
    WHOLE
}
