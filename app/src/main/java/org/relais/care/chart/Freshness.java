package org.relais.care.chart;

/** Whether an item may be read as it stands, by the expiry table of the site. */
public enum Freshness {
    CURRENT,
    /** Shown and printed as <em>re-check before use</em>. */
    RECHECK
}
