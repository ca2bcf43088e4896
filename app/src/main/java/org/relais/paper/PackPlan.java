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
    public record WardPages(WardCode ward, int patients, int pages) {}

    static PackPlan of(List<WardPages> wards, int pagesPerMinute) {
        int pages = wards.stream().mapToInt(WardPages::pages).sum();
        return new PackPlan(List.copyOf(wards), pages, printing(pages, pagesPerMinute));
    }

    static Duration printing(int pages, int pagesPerMinute) {
        return Duration.ofSeconds(Math.ceilDiv(pages * 60L, pagesPerMinute));
    }
}
