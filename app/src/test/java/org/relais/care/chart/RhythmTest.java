package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {
    @Test
    void readsRepeatPatternsOfOneMeaning() {
        assertThat(Rhythm.of("BID")).contains(new Rhythm("times", 2));
        assertThat(Rhythm.of("q6h")).contains(new Rhythm("hours", 6));
        assertThat(Rhythm.of("Q2D")).contains(new Rhythm("days", 2));
        assertThat(Rhythm.of("PRN")).contains(new Rhythm("needed", 1));
    }

    @Test
    void leavesTheRestAsReceived() {
        assertThat(Rhythm.of("")).isEmpty();
        assertThat(Rhythm.of("BID PRN")).isEmpty();
        assertThat(Rhythm.of("Q0H")).isEmpty();
        assertThat(Rhythm.of("matin et soir")).isEmpty();
    }
}
