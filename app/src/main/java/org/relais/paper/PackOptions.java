package org.relais.paper;

/**
 * How packs are made.
 *
 * @param pagesPerMinute of the printer, for the estimate
 */
public record PackOptions(MarSpan span, Sides sides, int pagesPerMinute) {
    public static final PackOptions USUAL = new PackOptions(MarSpan.HOURS_24, Sides.ONE, 20);

    public PackOptions {
        if (pagesPerMinute < 1) {
            throw new IllegalArgumentException("a printer prints at least a page a minute");
        }
    }
}
