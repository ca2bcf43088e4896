package org.relais.paper;

import java.time.Duration;
import java.util.List;
import org.relais.kernel.WardCode;

/**
 * What a print will come to, known before it is begun.
 *
 * @param pages    counted, not guessed
 * @param printing how long the printer will take
 */
public record PackPlan(List<WardPages> wards, int pages, Duration printing) {
    /**
     * What one ward will come to.
     *
     * @param alike how many of its patients could be taken for another who is present or was lately
     */
    public record WardPages(WardCode ward, int patients, int pages, int alike) {}

    static PackPlan of(List<WardPages> wards, int pagesPerMinute) {
        int pages = wards.stream().mapToInt(WardPages::pages).sum();
        return new PackPlan(List.copyOf(wards), pages, printing(pages, pagesPerMinute));
    }

    static Duration printing(int pages, int pagesPerMinute) {
        return Duration.ofSeconds(Math.ceilDiv(pages * 60L, pagesPerMinute));
    }
}
