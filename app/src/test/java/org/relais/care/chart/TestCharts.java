package org.relais.care.chart;

import org.relais.care.found.FoundBooks;
import org.relais.care.wards.Structures;
import org.relais.care.wards.Wards;
import org.relais.testkit.Site;

/** What charts are made from, in a hospital without structure where nothing was found by telephone. */
final class TestCharts {
    private TestCharts() {}

    static Charts.Sources sources(Site site) {
        return new Charts.Sources(
                new Wards(new Structures(), site.patients), site.said, FoundBooks.unwritten(), () -> null);
    }
}
